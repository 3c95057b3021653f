import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { expect, expectSound, newProject, post, signIn, tabTo, test } from "./person.ts"

test.slow()

const years = [1912, 1934, 1956, 1978]

/** A project with a text of so many claims and so many sources; each claim is supported by one, some disputed by another. */
async function cited(page: Page, claims: number, sources: number) {
  const project = await newProject(page, "Who says what")
  const id = crypto.randomUUID()
  const text = Array.from({ length: claims }, (_, at) => `The ship number ${at} sank on 3 May ${1900 + (at % 90)}.`)
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id, title: "Wrecks", text: text.join(" "), ...blank })
  const ids: string[] = []
  for (let at = 0; at < sources; at++) {
    const sourceId = crypto.randomUUID()
    const issued = { "date-parts": [[years[at % years.length]]] }
    const csl = { type: "book", title: `Wrecks, volume ${at + 1}`, author: [{ family: `Author${at + 1}` }], issued }
    await post(page, `${project}/sources`, { id: sourceId, kind: "scholarly", csl, archive: null })
    ids.push(sourceId)
  }
  const answer = await page.request.get(`/api/v1/documents/${id}`)
  const { units } = (await answer.json()) as { units: { id: string }[] }
  const words = { locatorLabel: "page", locator: "1", quotation: "", note: "", rank: null, directness: null }
  const cite = (unit: number, source: number, more: object) =>
    post(page, `/documents/${id}/citations`, {
      id: crypto.randomUUID(),
      unitId: units[unit]!.id,
      sourceId: ids[source],
      ...words,
      ...more,
    })
  for (let at = 0; at < claims; at++) {
    await cite(at, at % sources, { stance: "supports", credibility: (at % 6) + 1 })
    if (at % 3 === 0) await cite(at, (at + 1) % sources, { stance: "disputes" })
  }
  return { project, matrix: `${project}/matrix`, units, cite }
}

const focused = (page: Page) => page.locator(":focus")

test("from the keyboard: every cell is reached and says what it is, and Enter opens the claim", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const { matrix, units } = await cited(page, 60, 30)
  await page.goto(matrix)
  const grid = page.getByRole("grid", { name: "Claims by sources" })
  await expect(grid).toHaveAttribute("aria-rowcount", "61")
  await expect(grid).toHaveAttribute("aria-colcount", "31")
  await page.getByRole("radio", { name: "By name" }).check()
  await tabTo(page, grid.getByRole("rowheader", { name: /^Claim 1,/ }))
  await expect(focused(page)).toHaveAttribute("aria-label", /^Claim 1, open, one witness: The ship number 0 sank/)
  await page.keyboard.press("ArrowRight")
  await expect(focused(page)).toHaveAttribute("aria-label", "Claim 1, Author1 1912: supports, credibility 1")
  await page.keyboard.press("Control+End")
  await expect(focused(page)).toHaveAttribute("aria-label", /^Claim 60, /)
  await expect(focused(page)).toHaveAttribute("aria-colindex", "31")
  await expect(focused(page)).toBeInViewport()
  await page.keyboard.press("PageUp")
  await expect(focused(page)).toHaveAttribute("aria-label", /^Claim (4\d|5[0-4]), /)
  await page.keyboard.press("Home")
  await expect(focused(page)).toHaveRole("rowheader")
  await page.keyboard.press("Control+Home")
  await expect(focused(page)).toHaveRole("columnheader")
  await page.keyboard.press("ArrowRight")
  await expect(focused(page)).toHaveAttribute("aria-label", /^Author1\. Wrecks, volume 1/)
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("ArrowDown")
  await expect(focused(page)).toHaveAttribute("aria-label", "Claim 2, Author1 1912: not cited")
  // The focus stays where it is while the grid is scrolled far away, and comes back with the next key.
  await grid.locator("..").evaluate(element => element.scrollTo(0, element.scrollHeight))
  await expect(grid.getByRole("rowheader", { name: /^Claim 60,/ })).toBeVisible()
  await expect(focused(page)).toHaveAttribute("aria-label", "Claim 2, Author1 1912: not cited")
  await page.keyboard.press("ArrowDown")
  await expect(focused(page)).toBeInViewport()
  await expect(focused(page)).toHaveAttribute("aria-label", "Claim 3, Author1 1912: not cited")
  await page.keyboard.press("Enter")
  await page.waitForURL(`**?unit=${units[2]!.id}`)
})

test("only what is in sight is drawn, head and words stay, and the page does not move sideways", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const { matrix } = await cited(page, 90, 40)
  await page.goto(matrix)
  const grid = page.getByRole("grid")
  await expect(grid.getByRole("row").nth(5)).toBeVisible()
  expect(await grid.locator("td[aria-label]").count()).toBeLessThan(40 * 45)
  await grid.locator("..").evaluate(element => element.scrollTo(element.scrollWidth, 1500))
  await expect(grid.getByRole("columnheader", { name: "Claim", exact: true })).toBeInViewport()
  await expect(grid.locator("thead th").last()).toBeInViewport()
  const first = grid.locator("tbody th").nth(8)
  await expect(first).toBeInViewport()
  await expectSound(page, "the matrix")
  await page.setViewportSize({ width: 390, height: 844 })
  await grid.locator("..").evaluate(element => element.scrollTo(0, 0))
  await grid.getByRole("columnheader", { name: "Claim", exact: true }).scrollIntoViewIfNeeded()
  await expect(grid.locator("thead th").nth(2)).toBeInViewport()
  // Head and cells of a column stand over one another at every width.
  const lefts = await grid.evaluate(table => {
    const left = (row: string) => table.querySelector(`[data-at="${row} 3"]`)?.getBoundingClientRect().left
    return [left("0"), left("1")]
  })
  expect(lefts[0]).toBe(lefts[1])
})

test("orders, the table, and what the filters leave", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const { matrix, cite } = await cited(page, 6, 3)
  await cite(4, 0, { stance: "supports" })
  await cite(4, 1, { stance: "mentions", bearsOn: "said" })
  await page.goto(matrix)
  await expect(page.getByText("6 claims, 3 sources, 9 citations. 5 claims rest on one witness.")).toBeVisible()
  const heads = page.getByRole("rowheader")
  await page.getByRole("radio", { name: "Best supported first" }).check()
  await expect(heads.first()).toHaveAttribute("aria-label", /^Claim 5, open: /)
  await page.getByRole("radio", { name: "One witness first" }).check()
  await expect(heads.last()).toHaveAttribute("aria-label", /^Claim 5, open: /)
  await expect(page).toHaveURL(/claims=independence/)
  await page.reload()
  await expect(heads.last()).toHaveAttribute("aria-label", /^Claim 5, open: /)
  await page.getByRole("link", { name: "Read as a table" }).click()
  const table = page.getByRole("table")
  await expect(table.getByRole("row")).toHaveCount(7)
  await expect(table.getByRole("row").last()).toContainText("2 witnesses")
  await expect(table.getByRole("row").nth(1)).toContainText(/Author1 1912 \(credibility 1\)/)
  await expectSound(page, "the matrix as a table")
  await page.getByLabel("Some source").selectOption({ label: "disputes" })
  await page.getByRole("button", { name: "Filter" }).click()
  await expect(table.getByRole("row")).toHaveCount(3)
  await page.getByLabel("Verdict").selectOption({ label: "Documented" })
  await page.getByRole("button", { name: "Filter" }).click()
  await expect(page.getByText("No claim fits")).toBeVisible()
  await expectSound(page, "a matrix without rows")
  await page.getByRole("link", { name: "Show all cited claims" }).click()
  await page.getByRole("link", { name: "Show it" }).click()
  await expect(heads).toHaveCount(1)
})

test("files: a table, a picture of lines and a picture of points", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const { matrix } = await cited(page, 4, 3)
  await page.goto(matrix)
  const saved = async (role: "link" | "button", name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole(role, { name: `Download ${name}` }).click(),
    ])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
  const csv = await saved("link", "CSV")
  expect(csv.name).toMatch(/evidence matrix .*\.csv$/)
  expect(String(csv.bytes)).toContain("supports, credibility 1")
  const svg = String((await saved("link", "SVG")).bytes)
  const root = await page.evaluate(
    words => new DOMParser().parseFromString(words, "image/svg+xml").documentElement.nodeName,
    svg,
  )
  expect(root).toBe("svg")
  const png = await saved("button", "PNG")
  expect(png.name).toBe("evidence-matrix.png")
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG")
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1_000)
})

test("a project without evidence says how to begin", async ({ page }) => {
  await signIn(page, "owner@example.org")
  await page.goto(`${await newProject(page, "Nothing cited")}/matrix`)
  await expect(page.getByText("No evidence yet")).toBeVisible()
  await expectSound(page, "an empty matrix")
})
