import type { Page } from "@playwright/test"
import { begin, date, desk, notice } from "./flag-desk.ts"
import { expect, hold, openDialog, test } from "./person.ts"

const undo = (page: Page, words: string) => notice(page, words).getByRole("button", { name: "Undo" })
const dated = (page: Page) => page.getByRole("row").filter({ hasText: "overdue, 2020-01-01" })

/** Gives the flags that are chosen to the first who can have them. */
async function assign(page: Page): Promise<void> {
  await page.keyboard.press("e")
  await openDialog(page).getByLabel("Who is to deal with them").selectOption({ index: 1 })
  await openDialog(page).getByRole("button", { name: "Assign" }).press("Enter")
}

test("what a notice offers to undo is what it names, whatever was done or undone since", async ({ page }) => {
  const { project } = await desk(page, "Undone by name")
  await begin(page, `${project}/flags`)
  await date(page)
  // A notice stays while the mouse is on it.
  await notice(page, "1 flag dated.").hover()
  await page.keyboard.press("j")
  await page.keyboard.press("x")
  await page.keyboard.press("j")
  await page.keyboard.press("x")
  await assign(page)
  await expect(undo(page, "2 flags assigned.")).toBeVisible()
  await undo(page, "1 flag dated.").click()
  await expect(notice(page, "1 flag is as it was before.")).toBeVisible()
  await expect(dated(page)).toHaveCount(0)
  await expect(undo(page, "2 flags assigned.")).toBeVisible()

  await page.getByRole("grid").getByRole("row").first().focus()
  await page.keyboard.press("u")
  await expect(notice(page, "2 flags are as they were before.")).toBeVisible()
  await expect(undo(page, "2 flags assigned."), "what is undone already is not offered").toHaveCount(0)
})

test("what is done while something else is being undone can be undone after it", async ({ page }) => {
  const { project } = await desk(page, "Undone in order")
  await begin(page, `${project}/flags`)
  await page.keyboard.press("x")
  await page.keyboard.press("j")
  await page.keyboard.press("x")
  await assign(page)
  await expect(undo(page, "2 flags assigned.")).toBeVisible()
  const letGo = await hold(page, "**/flags/undo")
  await page.keyboard.press("u")
  await page.keyboard.press("j")
  await date(page)
  await expect(undo(page, "1 flag dated.")).toBeVisible()
  await letGo()
  await expect(notice(page, "2 flags are as they were before.")).toBeVisible()
  await page.keyboard.press("u")
  await expect(notice(page, "1 flag is as it was before.")).toBeVisible()
  await expect(dated(page)).toHaveCount(0)
})
