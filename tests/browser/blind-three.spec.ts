import type { BrowserContext, Page } from "@playwright/test"
import { expect, expectAccessible, join, newProject, openDialog, patiently, post, signIn, test } from "./person.ts"

const text = "The ship sank in 1912. It was raised in 1920."
const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: true }
const [reason, quotation, note] = ["canary-reason", "canary-quotation", "canary-note"]
const name = "Amara Okafor"
const pages = [
  "",
  "/queue",
  "/work",
  "/flags",
  "/contested",
  "/sources",
  "/matrix",
  "/export",
  "/reopened",
  "/activity",
  "/norming",
]

const card = (page: Page) => page.getByRole("complementary", { name: "Claim" })
const masked = (page: Page) => card(page).getByText(/^· Reviewer [0-9A-F]{5} · moderate confidence/)

/** Every byte of every answer that a browser gets from now: pages, data, files, and the live stream as it comes. */
async function overhear(context: BrowserContext): Promise<{ path: string; body: string }[]> {
  const heard: { path: string; body: string }[] = []
  await context.exposeFunction("overheard", (body: string) => void heard.push({ path: "live", body }))
  await context.addInitScript(() => {
    const { fetch } = window
    window.fetch = async (asked, init) => {
      const answer = await fetch(asked, init)
      if (!String(asked).includes("/api/v1/live") || !answer.body) return answer
      const [kept, told] = answer.body.tee()
      const reader = told.pipeThrough(new TextDecoderStream()).getReader()
      const tell = (window as unknown as { overheard: (text: string) => void }).overheard
      const listen = async (): Promise<void> => {
        const { value, done } = await reader.read()
        if (done) return
        tell(value)
        return listen()
      }
      void listen().catch(() => {})
      return new Response(kept, answer)
    }
  })
  await context.route("**/*", async route => {
    const path = new URL(route.request().url()).pathname
    if (path.startsWith("/_next/static/") || path === "/api/v1/live") return route.continue()
    try {
      const response = await route.fetch({ maxRedirects: 0, maxRetries: 2 })
      heard.push({ path, body: await response.text() })
      await route.fulfill({ response })
    } catch {
      // The page went elsewhere and wants no answer any more.
      await route.abort().catch(() => {})
    }
  })
  return heard
}

test("three browsers on a blind claim: the owner sees all at once, the second reviewer nothing before their own label, and what was given blind stays so", async ({
  page,
  second,
  browser,
}) => {
  const context = patiently(await browser.newContext())
  const third = await context.newPage()
  await Promise.all([
    signIn(page, "owner@example.org"),
    signIn(second, "reviewer-1@example.org"),
    signIn(third, "reviewer-2@example.org"),
  ])
  const project = await newProject(page, "Three and blind")
  await join(page, second, project, "reviewer")
  await join(page, third, project, "reviewer")
  const [id, other] = [crypto.randomUUID(), crypto.randomUUID()]
  await post(page, `${project}/documents`, { id, title: "Log book", text, ...blank })
  await post(page, `${project}/documents`, { id: other, title: "Diary", text: `${text} So it was.`, ...blank })
  const sourceId = crypto.randomUUID()
  const record = { kind: "memoir", csl: { type: "book", title: "Recollections" }, archive: null }
  await post(page, `${project}/sources`, { id: sourceId, ...record })
  const seen = { blind: false, pseudonyms: false }
  await post(page, `${project}/blindness`, { blind: true, pseudonyms: true, seen })
  const room = `${project}/documents/${id}`

  const heard = await overhear(context)
  for (const who of [page, second, third]) {
    await who.goto(room)
    await expect(card(who).getByText("not given yet")).toBeVisible()
  }
  await expect(card(page).getByText("Write your reason before you label", { exact: false })).toHaveCount(0)
  await expect(
    card(second).getByText("Write your reason before you label: once you have labelled, what others said opens."),
  ).toBeVisible()

  // The reason is written first and goes along with the label that a key gives.
  await card(second).getByRole("button", { name: "Write the reason" }).click()
  await second.getByRole("textbox", { name: "Rationale" }).click()
  await second.keyboard.type(`It is said twice: ${reason}.`)
  await second.locator("h1").click()
  await second.keyboard.press("3")
  await expect(card(second).getByText("saved, given blind")).toBeVisible()
  await expect(second.getByRole("textbox", { name: "Rationale" })).toHaveCount(0)
  await expect(card(second).getByText(reason)).toBeVisible()
  await expect(card(second).getByText("Write your reason before you label", { exact: false })).toHaveCount(0)
  await second.keyboard.press("c")
  await second.getByRole("combobox", { name: "Source" }).fill("Recoll")
  await second.getByRole("option", { name: /Recollections/ }).click()
  await second.getByLabel("Quotation").fill(quotation)
  await second.getByLabel("Note").fill(note)
  await second.getByRole("button", { name: "Cite it" }).click()
  await expect(openDialog(second)).toHaveCount(0)
  await expect(card(second).getByText(note, { exact: true })).toBeVisible()

  // The owner is not bound: all of it is there, without a reload.
  await expect(card(page).getByText(reason)).toBeVisible()
  await expect(card(page).getByText("given blind", { exact: false })).toBeVisible()

  // Something that is not hidden comes after it, so that what came before it has arrived, if it ever does.
  const told = () => heard.filter(({ path, body }) => path === "live" && body.includes("moved")).length
  const before = told()
  await page.locator("h1").click()
  await page.keyboard.press("f")
  await page.getByLabel("Note").fill("Which ship?")
  await page.getByRole("button", { name: "Raise the flag" }).click()
  await expect(card(page).getByText("Which ship?")).toBeVisible()
  await expect(card(page).getByText(note, { exact: true })).toBeVisible()
  await expect(card(page).getByText("Said elsewhere")).toHaveCount(1)
  await expect.poll(told).toBeGreaterThan(before)
  await third.reload()
  await expect(card(third).getByText("Which ship?")).toBeVisible()
  await expect(card(third).getByText("This document is reviewed blind.", { exact: false })).toBeVisible()
  const statuses = await third.evaluate(
    paths => Promise.all(paths.map(async path => (await fetch(path)).status)),
    [...pages, `/sources/${sourceId}`, `/documents/${id}`].map(path => project + path),
  )
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(heard.some(({ path }) => path === "live")).toBe(true)
  expect(heard.some(({ path }) => path.includes(`/claims/`))).toBe(true)
  for (const secret of [reason, quotation, note, name])
    expect(
      heard.filter(({ body }) => body.includes(secret)).map(({ path }) => path),
      `where “${secret}” was sent`,
    ).toEqual([])
  await expectAccessible(third)

  await third.keyboard.press("2")
  await expect(card(third).getByText("saved, given blind")).toBeVisible()
  await expect(card(third).getByText(reason)).toBeVisible()
  await expect(card(third).getByText(note, { exact: true })).toBeVisible()
  await expect(masked(third)).toContainText("given blind")
  const pseudonym = (await masked(third).textContent())!.match(/Reviewer [0-9A-F]{5}/)![0]

  // Minds change with open eyes, which is told apart from what was said blind.
  await second.locator("h1").click()
  await second.keyboard.press("1")
  await expect(card(second).getByText("saved", { exact: true })).toBeVisible()
  await page.reload()
  for (const who of [third, second, page]) {
    await card(who).getByText("History: 1 earlier state").click()
    const past = card(who).getByRole("listitem").filter({ hasText: "speculative" })
    await expect(past.filter({ hasText: "· given blind" })).toBeVisible()
  }
  await expect(masked(third)).not.toContainText("given blind")

  // The same person has the same pseudonym after a reload and in another document.
  await third.reload()
  await expect(masked(third)).toContainText(pseudonym)
  for (const [who, key] of [
    [second, "1"],
    [third, "2"],
  ] as const) {
    await who.goto(`${project}/documents/${other}`)
    await expect(card(who).getByText("not given yet")).toBeVisible()
    await who.keyboard.press(key)
    await expect(card(who).getByText("saved, given blind")).toBeVisible()
  }
  await expect(masked(third)).toContainText(pseudonym)
  expect(heard.filter(({ body }) => body.includes(name)).map(({ path }) => path)).toEqual([])
  await context.close()
})
