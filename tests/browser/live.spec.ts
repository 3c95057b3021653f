import type { Page } from "@playwright/test"
import { startProxy } from "../support/proxy.ts"
import { startBeside } from "./beside.ts"
import { expect, expectAccessible, join, newProject, openDialog, post, signIn, test } from "./person.ts"

test.use({ refusals: [0] })

const sentences = [
  "The marshal was arrested on 22 May 1937.",
  "The tribunal met on 11 June 1937.",
  "He was shot on 12 June 1937.",
]
const card = (page: Page) => page.getByRole("complementary", { name: "Claim" })
const claim = (page: Page, at: number) =>
  page.locator(".raw-text").getByRole("button", { name: sentences[at]! }).first()
const note = (page: Page) => page.getByText(/^\d+ changes?$/)

const notConnected = (page: Page) => page.getByRole("paragraph").filter({ hasText: "Not connected." })

/** A project of two people with one document; answers both paths. */
async function together(page: Page, second: Page, name: string, role = "reviewer", text = sentences.join(" ")) {
  await signIn(page, "owner@example.org")
  await signIn(second, "reviewer-2@example.org")
  const project = await newProject(page, name)
  await join(page, second, project, role)
  const id = crypto.randomUUID()
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id, title: "A page", text, ...blank })
  return { project, path: `${project}/documents/${id}` }
}

async function openRoom(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(claim(page, 0)).toBeVisible()
  await expect(page.getByText("Reading the card …")).toHaveCount(0)
}

async function go(page: Page, at: number): Promise<void> {
  await claim(page, at).click()
  await expect(card(page).locator("blockquote").first()).toContainText(sentences[at]!)
  await expect(page.getByText("Reading the card …")).toHaveCount(0)
}

async function label(page: Page, key: "1" | "2" | "3"): Promise<void> {
  await page.keyboard.press(key)
  await expect(card(page).getByText("saved", { exact: true })).toBeVisible()
}

/** Waits until the page's browser is connected, which shows in that others see its person. */
const seesOther = (page: Page, name: string) =>
  expect(page.getByRole("img", { name: `Also here: ${name}` })).toBeVisible()

test("what one does the other sees, without a reload; who is here, on which claim and writing, comes and goes", async ({
  page,
  second,
}) => {
  const { project, path } = await together(page, second, "Side by side")
  await openRoom(page, path)
  await openRoom(second, path)
  await seesOther(page, "Henrik Dahl")
  await seesOther(second, "Vera Lindqvist")
  await expect(card(page).getByText("Henrik Dahl is on this claim too.")).toBeVisible()
  await expectAccessible(page)
  await go(second, 1)
  await expect(card(page).getByText("Henrik Dahl is on this claim too.")).toHaveCount(0)
  await go(page, 1)
  await label(second, "3")
  await expect(card(page).getByRole("heading", { name: "Others" })).toBeVisible()
  await expect(card(page).getByText("Henrik Dahl · moderate confidence", { exact: false })).toBeVisible()
  await card(second).getByRole("button", { name: "Write the reason" }).click()
  await second.getByRole("textbox", { name: "Rationale" }).click()
  await second.keyboard.type("A second witness is missing.")
  await expect(card(page).getByText("Henrik Dahl is writing.")).toBeVisible()
  await second.keyboard.press("Control+Enter")
  await expect(card(page).getByText("A second witness is missing.")).toBeVisible()
  await second.goto(`${project}/flags`)
  await expect(page.getByRole("img", { name: /Also here/ })).toHaveCount(0)
})

test("nothing moves under the hands of who writes, selects or has a dialog open; it waits to be asked for", async ({
  page,
  second,
}) => {
  const { path } = await together(page, second, "Under the hands", "editor")
  await openRoom(page, path)
  await openRoom(second, path)
  await seesOther(second, "Vera Lindqvist")
  await card(second).getByRole("button", { name: "Write the reason" }).click()
  await second.getByRole("textbox", { name: "Rationale" }).click()
  await second.keyboard.type("The register")
  await go(page, 1)
  await label(page, "1")
  await go(page, 2)
  await label(page, "2")
  await expect(note(second)).toHaveText("2 changes")
  await expect(claim(second, 1)).not.toHaveAttribute("aria-description", /contested|disputed|documented/)
  await second.keyboard.type(" says so.")
  await expect(second.getByRole("textbox", { name: "Rationale" })).toHaveText("The register says so.")
  await second.getByRole("button", { name: "Show", exact: true }).click()
  await expect(note(second)).toHaveCount(0)
  await expect(second.getByRole("textbox", { name: "Rationale" })).toHaveText("The register says so.")
  await second.getByRole("button", { name: "Discard" }).click()
  await go(second, 2)
  await expect(card(second).getByText("Vera Lindqvist · moderate confidence", { exact: false })).toBeVisible()
  await claim(second, 0).selectText()
  await page.keyboard.press("x")
  await expect(card(page).getByText("This passage is not a claim")).toBeVisible()
  await expect(note(second)).toHaveText("1 change")
  expect(await second.evaluate(() => getSelection()?.toString())).toContain("The marshal")
  await second.evaluate(() => getSelection()?.removeAllRanges())
  await expect(note(second)).toHaveCount(0)
  await expect(card(second).getByText("This passage is not a claim")).toBeVisible()
  await second.keyboard.press("/")
  await expect(openDialog(second)).toBeVisible()
  await page.keyboard.press("x")
  await expect(note(second)).toHaveText("1 change")
  await second.keyboard.press("Escape")
  await expect(note(second)).toHaveCount(0)
  await expect(card(second).getByText("This passage is not a claim")).toHaveCount(0)
})

test("what one reads stays where it is on the page, and the focus on it, while others work above it", async ({
  page,
  second,
}) => {
  const many = Array.from({ length: 90 }, (_, at) => `Commander ${at} was arrested in the spring of 1937.`)
  const { path } = await together(page, second, "Nothing jumps", "reviewer", [...sentences, ...many].join(" "))
  await second.setViewportSize({ width: 390, height: 844 })
  await openRoom(page, path)
  await openRoom(second, path)
  const mine = second.locator(".raw-text").getByRole("button", { name: "Commander 50 was" }).first()
  await second.locator(".raw-text .block").nth(3).scrollIntoViewIfNeeded()
  await mine.click()
  await expect(card(second).locator("blockquote").first()).toContainText("Commander 50")
  await mine.focus()
  await expect(second.getByText("Reading the card …")).toHaveCount(0)
  const top = async () => Math.round((await mine.boundingBox())!.y)
  const before = await top()
  await go(page, 1)
  await page.keyboard.press("f")
  await page.getByLabel("Note").fill("A long note that takes room beside the text, and above what the other one reads.")
  await page.getByRole("button", { name: "Raise the flag" }).click()
  await page.locator(".raw-text").getByRole("button", { name: "Commander 50 was" }).first().click()
  await expect(card(page).locator("blockquote").first()).toContainText("Commander 50")
  await expect(page.getByText("Reading the card …")).toHaveCount(0)
  await page.keyboard.press("f")
  await page.getByLabel("Note").fill("Which register?")
  await page.getByRole("button", { name: "Raise the flag" }).click()
  await expect(card(second).getByText("Which register?")).toBeVisible()
  await expect(mine).toBeFocused()
  expect(await top()).toBe(before)
})

test("the other pages of a project follow too", async ({ page, second }) => {
  const { project, path } = await together(page, second, "On all pages")
  await second.goto(`${project}/flags`)
  await expect(second.getByRole("heading", { level: 1 })).toBeVisible()
  await openRoom(page, path)
  await page.keyboard.press("f")
  await page.getByLabel("Note").fill("Which register?")
  await page.getByRole("button", { name: "Raise the flag" }).click()
  await expect(second.getByRole("row").filter({ hasText: "Which register?" })).toBeVisible()
  await second.goto(project)
  await expect(second.getByText("1 open flag", { exact: false })).toBeVisible()
  await expect(second.getByText("Here now: Vera Lindqvist")).toBeVisible()
  await page.keyboard.press("u")
  await expect(second.getByText("1 open flag", { exact: false })).toHaveCount(0)
})

test("several tabs share one stream, and when the tab that holds it is closed another one takes over", async ({
  page,
  second,
}) => {
  const { path } = await together(page, second, "Many tabs")
  const streams: string[] = []
  second.context().on("request", request => request.url().includes("/api/v1/live") && streams.push(request.url()))
  await openRoom(second, path)
  await openRoom(page, path)
  await seesOther(page, "Henrik Dahl")
  const tabs = [await second.context().newPage(), await second.context().newPage(), await second.context().newPage()]
  for (const tab of tabs) {
    await openRoom(tab, path)
    await go(tab, 1)
    await seesOther(tab, "Vera Lindqvist")
  }
  expect(streams).toHaveLength(1)
  await go(page, 1)
  const sees = async (said: string) => {
    for (const tab of tabs)
      await expect(
        card(tab)
          .getByRole("listitem")
          .filter({ hasText: `${said} · Vera Lindqvist` }),
      ).toBeVisible()
  }
  await label(page, "1")
  await sees("documented")
  await second.close()
  await label(page, "2")
  await sees("disputed")
  expect(streams).toHaveLength(2)
})

test("a network that drops and cuts is told and outlived: what was missed is shown when it is back", async ({
  page,
  second,
  baseURL,
}) => {
  const { path } = await together(page, second, "A bad network")
  const proxy = await startProxy(Number(new URL(baseURL!).port))
  try {
    await openRoom(second, proxy.origin + path)
    await openRoom(page, path)
    await go(page, 1)
    await seesOther(page, "Henrik Dahl")
    proxy.cut()
    await label(page, "1")
    await expect(second.locator("#room-progress")).toBeVisible()
    await go(second, 1)
    await expect(card(second).getByText("Vera Lindqvist · moderate confidence", { exact: false })).toBeVisible()
    proxy.down(true)
    await expect(notConnected(second)).toBeVisible()
    await label(page, "2")
    proxy.delay(200)
    proxy.down(false)
    await second.evaluate(() => window.dispatchEvent(new Event("online")))
    await expect(notConnected(second)).toHaveCount(0)
    await expect(card(second).getByRole("listitem").filter({ hasText: "disputed · Vera Lindqvist" })).toBeVisible()
    await seesOther(page, "Henrik Dahl")
  } finally {
    await proxy.close()
  }
})

test("two server processes on one database: each shows what comes in through the other", async ({ page, second }) => {
  const { path } = await together(page, second, "Two servers")
  const beside = await startBeside()
  try {
    await openRoom(page, path)
    await openRoom(second, beside.origin + path)
    await seesOther(page, "Henrik Dahl")
    await seesOther(second, "Vera Lindqvist")
    await label(second, "1")
    await expect(card(page).getByText("Henrik Dahl · moderate confidence", { exact: false })).toBeVisible()
    await label(page, "2")
    await expect(card(second).getByText("Vera Lindqvist · moderate confidence", { exact: false })).toBeVisible()
  } finally {
    await beside.stop()
  }
  await expect(page.getByRole("img", { name: /Also here/ })).toHaveCount(0)
})
