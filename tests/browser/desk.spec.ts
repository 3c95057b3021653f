import type { Page } from "@playwright/test"
import { expect, expectSound, join, newProject, openDialog, post, signIn, test } from "./person.ts"

const sentences = ["The marshal was arrested in May.", "The tribunal met on 11 June.", "The record is in Moscow."]
const text = sentences.join(" ")
const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "", again: false }

const row = (page: Page, quote: string) => page.getByRole("row").filter({ hasText: quote })
const focused = (page: Page) => page.locator("tr:focus")
const toast = (page: Page, words: string) => page.getByText(words).first()

/** A project with two documents and the same three flags in each, the newest on the last sentence of the second. */
async function desk(page: Page, name: string) {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, name)
  const flags = []
  for (const title of ["First text", "Second text"]) {
    const id = crypto.randomUUID()
    await post(page, `${project}/documents`, { id, title, text, ...blank, again: true })
    for (const [n, quote] of sentences.entries()) {
      const start = text.indexOf(quote)
      const flagId = crypto.randomUUID()
      const words = { reason: n === 0 ? "misquoted" : "needs-source", note: "", blocking: n === 0 }
      await post(page, `/documents/${id}/flags`, { id: flagId, start, end: start + quote.length, quote, ...words })
      flags.push({ documentId: id, flagId })
    }
  }
  return { project, flags }
}

test("the desk is worked by keys alone: choosing, answering many, undoing, filtering, opening", async ({ page }) => {
  const { project } = await desk(page, "Desk by keys")
  await page.goto(`${project}/flags`)
  await expect(page.getByText("6 flags open")).toBeVisible()
  await page.keyboard.press("j")
  await expect(focused(page)).toContainText(sentences[1]!)
  await page.keyboard.press("k")
  await expect(focused(page)).toContainText(sentences[2]!)
  await page.keyboard.press("Shift+ArrowDown")
  await page.keyboard.press("Shift+ArrowDown")
  await expect(page.getByText("3 flags chosen")).toBeVisible()
  await expect(page.locator('tr[aria-selected="true"]')).toHaveCount(3)

  await page.keyboard.press("a")
  await expect(openDialog(page)).toContainText("This concerns 3 flags.")
  await openDialog(page).getByLabel("How they were dealt with").focus()
  await page.keyboard.insertText("Cited in the register now; jxu are no keys here.")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await expect(openDialog(page)).toHaveCount(0)
  await expect(toast(page, "3 flags answered.")).toBeVisible()
  await expect(page.getByText("3 flags open")).toBeVisible()

  await page.keyboard.press("u")
  await expect(toast(page, "3 flags are as they were before.")).toBeVisible()
  await expect(page.getByText("6 flags open")).toBeVisible()

  await page.keyboard.press("f")
  const menu = page.getByRole("menu")
  await expect(menu.getByRole("menuitemcheckbox", { name: /^misquoted/ })).toContainText("2")
  await expect(menu.getByRole("menuitemcheckbox", { name: /^needs a source/ })).toContainText("4")
  await menu.getByRole("menuitemcheckbox", { name: /^misquoted/ }).press("Enter")
  await page.keyboard.press("Escape")
  await expect(page).toHaveURL(/reason=misquoted/)
  await expect(page.getByRole("row")).toHaveCount(2)
  await page.goBack()
  await expect(page.getByText("6 flags open")).toBeVisible()

  await page.keyboard.press("/")
  await page.keyboard.insertText("tribunal")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("row")).toHaveCount(2)
  await page.keyboard.press("j")
  await page.keyboard.press("o")
  await expect(page).toHaveURL(/\/documents\/.*at=33/)
})

test("all that match are chosen, given to somebody and dated, over documents; a view keeps the filter", async ({
  page,
  second,
}) => {
  const { project } = await desk(page, "Desk for two")
  await signIn(second, "reviewer-1@example.org")
  await join(page, second, project, "reviewer")
  await page.goto(`${project}/flags`)
  await page.getByRole("grid").getByRole("row").first().focus()
  await page.keyboard.press("x")
  await page.getByRole("button", { name: "Choose all 6 that match" }).click()
  await expect(page.getByText("6 flags chosen")).toBeVisible()
  await page.getByRole("button", { name: /^Assign/ }).click()
  await openDialog(page).getByLabel("Who is to deal with them").selectOption({ label: "Amara Okafor" })
  await expect(openDialog(page)).toContainText("This concerns 6 flags in 2 documents.")
  await openDialog(page).getByRole("button", { name: "Assign" }).click()
  await expect(toast(page, "6 flags assigned.")).toBeVisible()
  await expect(row(page, sentences[0]!).first()).toContainText("Amara Okafor")

  await page.keyboard.press("d")
  await openDialog(page).getByLabel("The day by which they are due").fill("2020-01-01")
  await openDialog(page).getByRole("button", { name: "Set the date" }).click()
  await expect(page.getByText("overdue, 2020-01-01").first()).toBeVisible()

  await second.goto("/inbox")
  await expect(second.getByText("asked you to deal with 3 flags in “First text”.").first()).toBeVisible()
  await second.goto(`${project}/flags?view=mine`)
  await expect(second.getByText("6 flags", { exact: true })).toBeVisible()

  await page.goto(`${project}/flags?due=overdue&group=document`)
  await expect(page.getByRole("row")).toHaveCount(2)
  await page.keyboard.press("v")
  await page.getByRole("menuitem", { name: "Keep this as a view…" }).press("Enter")
  await openDialog(page).getByLabel("Name").fill("Late ones")
  await openDialog(page).getByLabel("Share it with the project").check()
  await openDialog(page).getByRole("button", { name: "Keep the view" }).click()
  await expect(page).toHaveURL(/view=/)
  await expect(page.getByRole("button", { name: "View: Late ones" })).toBeVisible()
  await expect(openDialog(page)).toHaveCount(0)
  await page.keyboard.press("g")
  await page.getByRole("menuitemcheckbox", { name: "By reason" }).press("Enter")
  await expect(page).toHaveURL(/group=reason/)
  await expect(page.getByRole("menu")).toHaveCount(0)
  await page.keyboard.press("v")
  await page.getByRole("menuitem", { name: "Save these changes to “Late ones”" }).press("Enter")
  await expect(
    toast(page, "The view “Late ones” lists what is chosen now, for everybody in the project."),
  ).toBeVisible()
  await expect(page).toHaveURL(/view=/)
  await expect(page.getByRole("button", { name: "Groups: By reason" })).toBeVisible()
  await second.goto(page.url())
  await expect(second.getByRole("button", { name: "View: Late ones" })).toBeVisible()
  await expect(second.getByText("1 flag", { exact: true })).toBeVisible()
  await expectSound(second, "the desk with a view")
})

test("what another editor answers meanwhile goes from the list, and is named when one acts on it", async ({
  page,
  second,
}) => {
  const { project, flags } = await desk(page, "Desk of two editors")
  await signIn(second, "editor@example.org")
  await join(page, second, project, "editor")
  await second.goto(`${project}/flags`)
  const grid = second.getByRole("grid")
  await grid.getByRole("row").first().focus()
  await second.keyboard.press("j")
  await second.keyboard.press("Shift+ArrowDown")
  await expect(second.getByText("2 flags chosen")).toBeVisible()
  const { documentId, flagId } = flags[4]!
  await post(page, `/documents/${documentId}/flags/${flagId}/answer`, { version: 1, answer: "By the owner." })
  await expect(second.getByText("1 change", { exact: true })).toBeVisible()
  await expect(grid.getByRole("row")).toHaveCount(6)
  await second.keyboard.press("a")
  await openDialog(second).getByLabel("How they were dealt with").fill("By the editor.")
  await openDialog(second).getByRole("button", { name: "Answer and close" }).click()
  await expect(openDialog(second)).toContainText("1 were changed by somebody in the meantime")
  await openDialog(second).getByRole("button", { name: "Close" }).first().click()
  await expect(grid.getByRole("row")).toHaveCount(4)
  await expect(second.getByRole("row", { selected: true })).toHaveCount(0)
})

test("on a phone a flag opens under its row when it is touched, and closes when it is touched again", async ({
  page,
}) => {
  const { project } = await desk(page, "Desk on a phone")
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${project}/flags`)
  await expect(page.getByText("A touch on a flag shows more of it", { exact: false })).toBeVisible()
  const preview = page.getByRole("region", { name: "The flag at hand" })
  await expect(preview).toHaveCount(0)
  const reason = (quote: string) => row(page, quote).first().getByText("needs a source")
  await reason(sentences[1]!).click()
  await expect(preview.getByRole("button", { name: /^Answer/ })).toContainText(sentences[1]!)
  await reason(sentences[2]!).click()
  await expect(preview.getByRole("button", { name: /^Answer/ })).toContainText(sentences[2]!)
  await reason(sentences[2]!).click()
  await expect(preview).toHaveCount(0)
  await reason(sentences[2]!).click()
  await expectSound(page, "the desk on a phone")
})
