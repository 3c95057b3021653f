import type { Page } from "@playwright/test"
import { begin, date, desk, notice, row, sentences } from "./flag-desk.ts"
import { expect, hold, openDialog, test } from "./person.ts"

test.use({ refusals: [409] })

const chosen = (page: Page, words: string) => page.getByRole("status").filter({ hasText: `${words} chosen` })
const preview = (page: Page) => page.getByRole("region", { name: "The flag at hand" })
const answers = (page: Page) => openDialog(page).getByLabel("How it was dealt with")

/** Lets the answer to a request that was let go come, which is asked before this one. */
const afterwards = (page: Page) => page.evaluate(() => fetch("/api/v1/projects").then(answer => answer.text()))

test("keys behind the one that opens a dialog do nothing on the page while the dialog is on its way", async ({
  page,
}) => {
  const { project } = await desk(page, "Typed at once")
  await begin(page, `${project}/flags`)
  const letGo = await hold(page, "**/_next/static/**")
  await page.keyboard.press("a")
  await page.keyboard.type("unclear, withdrawn")
  await letGo()
  await expect(openDialog(page).getByRole("heading", { name: "Answer the flag" })).toBeVisible()
  await expect(answers(page)).toHaveValue("")
  await page.keyboard.press("Escape")
  await expect(openDialog(page)).toHaveCount(0)
  await expect(page.getByRole("row", { selected: true })).toHaveCount(0)
  await expect(notice(page, "nothing that you did here to undo")).toHaveCount(0)
})

test("filters that are chosen before the list came are all asked for", async ({ page }) => {
  const { project } = await desk(page, "Filters at once")
  await begin(page, `${project}/flags`)
  const letGo = await hold(page, /\/flags\?/)
  await page.keyboard.press("f")
  const menu = page.getByRole("menu")
  await menu.getByRole("menuitemcheckbox", { name: /^misquoted/ }).press("Enter")
  await menu.getByRole("menuitemcheckbox", { name: /^needs a source/ }).press("Enter")
  await page.keyboard.press("Escape")
  await expect(menu).toHaveCount(0)
  await page.keyboard.press("/")
  await page.keyboard.insertText("marshal")
  await page.keyboard.press("Enter")
  await letGo()
  await expect(page).toHaveURL(/q=marshal/)
  await expect(page.getByRole("row")).toHaveCount(2)
  expect(new URL(page.url()).searchParams.get("reason")?.split(",").sort()).toEqual(["misquoted", "needs-source"])
})

test("all that match are not chosen when one chose otherwise, or another list, before they came", async ({ page }) => {
  const { project } = await desk(page, "All of another list")
  await begin(page, `${project}/flags`)
  const all = page.getByRole("button", { name: "Choose all 6 that match" })
  await page.keyboard.press("x")
  let letGo = await hold(page, "**/flags/chosen*")
  await all.click()
  await page.keyboard.press("Escape")
  await expect(page.getByRole("row", { selected: true })).toHaveCount(0)
  await letGo()
  await afterwards(page)
  await page.keyboard.press("x")
  await expect(chosen(page, "1 flag")).toBeVisible()

  letGo = await hold(page, "**/flags/chosen*")
  await all.click()
  await page.getByRole("button", { name: /^Blocking/ }).click()
  await expect(page.getByRole("row")).toHaveCount(2)
  await letGo()
  await afterwards(page)
  await page.getByRole("grid").getByRole("row").first().focus()
  await page.keyboard.press("x")
  await expect(chosen(page, "1 flag")).toBeVisible()
})

test("a range begins at the flag that was chosen last, and in another list at none", async ({ page }) => {
  const { project } = await desk(page, "Ranges")
  await begin(page, `${project}/flags`)
  for (const key of ["j", "j", "j", "x", "k", "k", "X"]) await page.keyboard.press(key)
  await expect(chosen(page, "3 flags")).toBeVisible()
  await page.keyboard.press("k")
  await page.keyboard.press("x")
  await page.keyboard.press("End")
  await page.keyboard.press("x")
  await page.keyboard.press("f")
  await page.getByRole("menuitemcheckbox", { name: /^needs a source/ }).press("Enter")
  await page.keyboard.press("Escape")
  await expect(page.getByRole("row")).toHaveCount(4)
  await page.getByRole("grid").getByRole("row").first().focus()
  await page.keyboard.press("j")
  await page.keyboard.press("X")
  await expect(chosen(page, "1 flag")).toBeVisible()
  await expect(page.getByRole("row", { selected: true })).toContainText(sentences[1])
})

test("who answers one flag beside those that are chosen still has them chosen", async ({ page }) => {
  const { project } = await desk(page, "One beside many")
  await begin(page, `${project}/flags`)
  for (const key of ["x", "j", "x", "j"]) await page.keyboard.press(key)
  await preview(page)
    .getByRole("button", { name: `Answer the flag on “${sentences[0]}”` })
    .click()
  await answers(page).fill("The register has it as it stands.")
  await openDialog(page).getByRole("button", { name: "Answer and close the flag" }).click()
  await expect(notice(page, "The flag is answered.")).toBeVisible()
  await expect(page.getByRole("row")).toHaveCount(5)
  await expect(chosen(page, "2 flags")).toBeVisible()
})

test("an act that comes to its end after its dialog was closed leaves the next dialog and the next choice alone", async ({
  page,
}) => {
  const { project } = await desk(page, "A late end")
  await begin(page, `${project}/flags`)
  for (const key of ["x", "j", "x"]) await page.keyboard.press(key)
  const letGo = await hold(page, "**/flags/act")
  await date(page)
  await expect(openDialog(page).getByText("Working on them")).toBeVisible()
  await page.keyboard.press("Escape")
  await page.getByRole("alertdialog").getByRole("button", { name: "Discard it" }).click()
  await expect(openDialog(page)).toHaveCount(0)
  await page.getByRole("button", { name: "Choose none" }).click()
  await row(page, sentences[0]).first().getByRole("checkbox").click()
  await expect(chosen(page, "1 flag")).toBeVisible()
  await preview(page)
    .getByRole("button", { name: `Answer the flag on “${sentences[0]}”` })
    .click()
  await answers(page).fill("It is being written.")
  await letGo()
  await expect(page.getByText("2 flags dated.").first()).toBeAttached()
  await expect(answers(page)).toHaveValue("It is being written.")
  await page.keyboard.press("Escape")
  await page.getByRole("alertdialog").getByRole("button", { name: "Discard it" }).click()
  await expect(openDialog(page)).toHaveCount(0)
  await expect(chosen(page, "1 flag")).toBeVisible()
})

test("an act that fails after its dialog was closed says so beside the page", async ({ page }) => {
  const { project } = await desk(page, "A late failure")
  await begin(page, `${project}/flags`)
  await page.keyboard.press("x")
  let letGo = () => {}
  const held = new Promise<void>(go => {
    letGo = go
  })
  const refused = { code: "too-busy", sentence: "Too many people ask at once. Try again in a moment." }
  await page.route("**/flags/act", async route => {
    await held
    await route.fulfill({ status: 409, json: refused })
  })
  await date(page)
  await expect(openDialog(page).getByText("Working on them")).toBeVisible()
  await page.keyboard.press("Escape")
  await page.getByRole("alertdialog").getByRole("button", { name: "Discard it" }).click()
  await expect(openDialog(page)).toHaveCount(0)
  letGo()
  const notices = page.getByRole("region", { name: "Notifications" })
  await expect(notices.getByText(`Set the due date: ${refused.sentence}`)).toBeVisible()
  await expect(chosen(page, "1 flag"), "which can be tried again").toBeVisible()
})
