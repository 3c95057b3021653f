import { readFileSync } from "node:fs"
import { expect, newProject, post, signIn, test } from "./person.ts"

const undecided = "The verdict was read on 12 June 1937."
const sentences = ["The marshal was arrested on 22 May 1937.", "The tribunal met on 11 June 1937."]

test("what goes out is chosen, seen before, and kept as a file in the format one picks", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "To be exported")
  const id = crypto.randomUUID()
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id, title: "A page", text: [...sentences, undecided].join(" "), ...blank })
  const path = `${project}/documents/${id}`
  for (const [at, sentence] of sentences.entries()) {
    await page.goto(path)
    await page.locator(".raw-text").getByRole("button", { name: sentence }).first().click()
    await expect(page.getByText("Reading the card …")).toHaveCount(0)
    const unitId = new URL(page.url()).searchParams.get("unit")
    await post(page, `/documents/${id}/adjudication`, {
      id: crypto.randomUUID(),
      unitId,
      label: "speculative",
      reason: `No register is at hand for sentence ${at}.`,
      seen: null,
    })
  }
  await page.goto(`${project}/export`)
  await expect(page.getByRole("heading", { name: "2 of 3 claims" })).toBeVisible()
  await page.getByLabel("Words").fill("tribunal")
  await page.getByRole("button", { name: "Show" }).click()
  await expect(page.getByRole("heading", { name: "1 of 3 claims" })).toBeVisible()
  await expect(page.getByText("Not what is chosen above.")).toBeVisible()
  const saving = page.waitForEvent("download")
  await page.getByRole("link", { name: "Report in Markdown" }).click()
  const file = await saving
  expect(file.suggestedFilename()).toMatch(/^To be exported, vetted claims \d{4}-\d\d-\d\d\.md$/)
  const report = readFileSync(await file.path(), "utf8")
  expect(report).toContain("The tribunal met on 11 June 1937.")
  expect(report).not.toContain("The marshal was arrested")
  await page.getByLabel("Positions only").check()
  await page.getByRole("button", { name: "Show" }).click()
  await expect(page.getByText("from 41 to 74")).toBeVisible()
  await expect(page.locator("main")).not.toContainText("The tribunal met")
  await page.getByLabel("Words").fill("nobody says this")
  await page.getByRole("button", { name: "Show" }).click()
  await expect(page.getByText("No claim fits this choice")).toBeVisible()
  await page.getByRole("link", { name: "All vetted claims" }).first().click()
  await expect(page.getByRole("heading", { name: "2 of 3 claims" })).toBeVisible()
  await page.getByLabel("Claims", { exact: true }).selectOption({ label: "All claims" })
  await page.getByRole("button", { name: "Show" }).click()
  await expect(page.getByRole("heading", { name: "3 of 3 claims" })).toBeVisible()
  await expect(page.getByRole("listitem").filter({ hasText: undecided })).toContainText("0 labels, open")
})
