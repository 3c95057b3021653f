import { readFile } from "node:fs/promises"
import type { Locator, Page } from "@playwright/test"
import { isLogHead, logHeadsIn } from "../../lib/domain/log-head.ts"
import { readCsv } from "../../lib/formats/csv.ts"
import { expect, expectSound, newProject, post, signIn, tabTo, test } from "./person.ts"

test.slow()

/** A project of two texts, in which the first claims have labels of their owner: one alone, one blocked by a flag. */
async function begun(page: Page) {
  const project = await newProject(page, "At a glance")
  const add = async (title: string, count: number) => {
    const id = crypto.randomUUID()
    const text = Array.from({ length: count }, (_, at) => `The ship number ${at} sank on 3 May ${1900 + (at % 90)}.`)
    const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: true }
    await post(page, `${project}/documents`, { id, title, text: text.join(" "), ...blank })
    const answer = await page.request.get(`/api/v1/documents/${id}`)
    const { units } = (await answer.json()) as { units: { id: string; start: number; end: number }[] }
    return { id, units, text: text.join(" ") }
  }
  const wrecks = await add("Wrecks", 150)
  await add("More wrecks", 3)
  const label = (at: number, given: string) =>
    post(page, `/documents/${wrecks.id}/annotation`, {
      id: crypto.randomUUID(),
      unitId: wrecks.units[at]!.id,
      seen: null,
      label: given,
      confidence: "high",
      rationale: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "So it says." }] }] },
    })
  await label(0, "speculative")
  await label(1, "documented")
  await label(149, "speculative")
  const { start, end } = wrecks.units[1]!
  const quote = wrecks.text.slice(start, end)
  await post(page, `/documents/${wrecks.id}/flags`, {
    id: crypto.randomUUID(),
    start,
    end,
    quote,
    reason: "needs-source",
    note: "",
    blocking: true,
  })
  return { project, wrecks }
}

const numberOf = async (link: Locator) => Number((await link.innerText()).replaceAll(/\D/g, ""))

/** How many rows the list in sight says that it has. */
async function listed(page: Page): Promise<number> {
  const pager = page.getByRole("navigation", { name: /^Pages of/ }).first()
  const none = page.getByText(/^(No claims match|No open flags|No flags match|Every verdict stands)$/)
  const desk = page.getByRole("grid")
  await expect(pager.or(none).or(desk)).toBeVisible()
  if (await desk.isVisible()) return Number(await desk.getAttribute("aria-rowcount"))
  return (await none.isVisible()) ? 0 : Number(/of ([\d,]+) /.exec(await pager.innerText())![1]!.replaceAll(",", ""))
}

async function download(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent("download")
  await button.click()
  const file = await waiting
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") }
}

const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true })

test("every number opens the list of what it counts", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const { project } = await begun(page)
  await page.goto(`${project}/overview`)
  const figures = page.getByRole("list", { name: "The project in numbers" }).getByRole("link")
  const bars = page.getByRole("row").getByRole("link", { name: /^[\d,]+$/ })
  const sets = [figures, bars] as const
  await expect(figures).toHaveCount(7)
  await expect(figures.first()).toHaveText("153 claims")
  for (const links of sets)
    for (let at = 0, all = await links.count(); at < all; at++) {
      const number = await numberOf(links.nth(at))
      await links.nth(at).click()
      await page.waitForURL(url => !url.pathname.endsWith("/overview"))
      expect(await listed(page), page.url()).toBe(number)
      await page.goBack()
      await expect(figures).toHaveCount(7)
    }
})

test("the strips open the passage, also by the arrow keys, and say what each piece holds", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const { project, wrecks } = await begun(page)
  await page.goto(`${project}/overview`)
  const strips = part(page, "Document by document")
  const pieces = strips.locator("svg[data-caption='Wrecks']").getByRole("link")
  await expect(pieces).toHaveCount(100)
  await tabTo(page, pieces.first())
  await page.keyboard.press("End")
  await expect(pieces.last()).toBeFocused()
  await expect(strips.getByRole("listitem").getByText("Claim 150: in review").and(page.locator("span"))).toBeVisible()
  await page.keyboard.press("Home")
  await expect(pieces.first()).toBeFocused()
  await page.keyboard.press("End")
  await page.keyboard.press("Enter")
  await page.waitForURL(`**/documents/${wrecks.id}?at=${wrecks.units[149]!.start}`)
  await expect(page.getByRole("main")).toContainText("The ship number 149 sank")
})

test("each plot is also a table and a file of either kind, with the same numbers", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const { project } = await begun(page)
  await page.goto(`${project}/overview`)
  const progress = part(page, "Progress")
  await expect(progress).toContainText("of 153 claims 3 are labelled, 0 have a verdict and 0 are vetted.")
  const svg = await download(page, progress.getByRole("button", { name: "SVG: Progress" }))
  expect(svg.name).toBe("progress.svg")
  expect(svg.text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  for (const words of ["<title>Progress</title>", "Labelled 3", "Claims 153", "Source Sans 3", 'stroke-dasharray="'])
    expect(svg.text).toContain(words)
  for (const absent of ["class=", "style=", "var(", "tabindex"]) expect(svg.text).not.toContain(absent)
  const csv = await download(page, progress.getByRole("button", { name: "CSV: Progress" }))
  const rows = readCsv(csv.text)
  expect(rows[0]).toEqual(["from", "to", "claims", "labelled", "with_verdict", "vetted", "log_head"])
  const head = rows[1]!.at(-1)!
  expect(rows.at(-1)!.slice(2)).toEqual(["153", "3", "0", "0", head])
  expect(logHeadsIn(svg.text), "with which the history can be checked").toEqual([head])
  expect(isLogHead(head)).toBe(true)
  await progress.getByRole("button", { name: "As a table: Progress" }).click()
  await expect(progress.getByRole("table").getByRole("row").nth(1)).toContainText("153")
  await expect(progress.locator("svg")).toHaveCount(0)
  await expectSound(page, "progress as a table")

  const strips = part(page, "Document by document")
  const drawn = await download(page, strips.getByRole("button", { name: "SVG: Document by document" }))
  for (const words of ["More wrecks", "in review", "pattern", `${project}/documents/`])
    expect(drawn.text).toContain(words)
  await strips.getByRole("button", { name: "As a table: Document by document" }).click()
  const row = strips.getByRole("row", { name: /^Wrecks/ })
  await row.getByRole("link", { name: "147" }).click()
  await page.waitForURL("**/claims?*")
  expect(await listed(page)).toBe(147)
})

test("the curves can be read point by point, and cut into longer stretches", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const { project } = await begun(page)
  await page.goto(`${project}/overview`)
  await page.getByRole("link", { name: "by week" }).click()
  await page.waitForURL("**/overview?per=week")
  await expect(page.getByRole("heading", { name: "Labels given each week" })).toBeVisible()
  await expect(
    part(page, "Progress").getByText(/: 3 labelled, 0 with a verdict, 0 vetted, of 153 claims\.$/),
  ).toBeVisible()
})

test("the list of claims is filtered in its address, and leads to the passage", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const { project, wrecks } = await begun(page)
  await page.goto(`${project}/claims`)
  await page.getByLabel("Words").fill("number 14")
  await page.getByLabel("State").selectOption("In review")
  await page.getByRole("button", { name: "Filter" }).click()
  await page.waitForURL("**/claims?*search=number+14*")
  expect(await listed(page)).toBe(1)
  await expect(page.getByText(/reviewers must agree/)).toBeVisible()
  await expectSound(page, "claims that match")
  await page.getByRole("link", { name: /The ship number 149/ }).click()
  await page.waitForURL(`**/documents/${wrecks.id}?unit=${wrecks.units[149]!.id}`)
})
