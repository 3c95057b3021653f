import type { Page } from "@playwright/test"
import { expect, expectSound, join, newProject, openDialog, post, signIn, test } from "./person.ts"

// Fewer claims are there than the round asks for at first.
test.use({ refusals: [409] })

const text = "The ship sank in 1912. It was raised in 1920. The captain drowned. The owner sold the wreck."

const card = (page: Page) => page.getByRole("complementary", { name: "Claim" })

/** Labels every claim of the round from its page, each with the key that stands for it in `keys`. */
async function label(page: Page, round: string, keys: readonly string[]): Promise<void> {
  for (const [at, key] of keys.entries()) {
    await page.goto(round)
    await page.getByRole("main").locator("ol > li").nth(at).getByRole("link").click()
    await expect(card(page).getByText(/^(not given yet|saved)/)).toBeVisible()
    await page.keyboard.press(key)
    await expect(card(page).getByText(/^saved/)).toBeVisible()
  }
}

test("a round is begun, labelled blind by two, revealed to both, labelled again and ended", async ({
  page,
  second,
}) => {
  await signIn(page, "owner@example.org")
  await signIn(second, "reviewer-1@example.org")
  const project = await newProject(page, "Norming")
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id: crypto.randomUUID(), title: "Log book", text, ...blank })
  await join(page, second, project, "reviewer")
  await page.goto(`${project}/norming`)
  await expectSound(page, "a project without rounds")
  await page.getByRole("button", { name: "Begin a round" }).click()
  const dialog = openDialog(page)
  await dialog.getByLabel("Name").fill("Before we start")
  await dialog.getByLabel("How many").fill("90")
  await dialog.getByRole("button", { name: "Begin", exact: true }).click()
  await expect(dialog.getByText(/^Only \d claims there have no label/)).toBeVisible()
  await dialog.getByLabel("How many").fill("2")
  await expectSound(page, "a round that is begun")
  await dialog.getByRole("button", { name: "Begin", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Before we start")
  const round = new URL(page.url()).pathname
  await label(page, round, ["1", "2"])
  await label(second, round, ["1", "3"])
  await expect(
    card(second).getByText("opens to all at once when the round is revealed", { exact: false }),
  ).toBeVisible()
  await page.goto(round)
  await expectSound(page, "a round that is labelled")
  await page.getByRole("button", { name: "Reveal the labels" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Reveal the labels" }).click()
  await expect(page.getByRole("table", { name: "Agreement" })).toContainText("50 %")
  await expectSound(page, "a round that is revealed")
  await label(second, round, ["1", "2"])
  await page.goto(round)
  await page.getByRole("button", { name: "End the round" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "End the round" }).click()
  await expect(page.getByRole("row", { name: /^After/ })).toContainText("100 %")
  await expect(page.getByText("then")).toBeVisible()
  await expectSound(page, "a round that is over")
})
