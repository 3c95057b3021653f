import { enter, expect, expectSound, join, newProject, post, signIn, test } from "./person.ts"

test.use({ refusals: [409] })
test.slow()

const text = "The marshal was arrested in May. He was shot in June 1937. The tribunal met on one day."
const corrected = "Foreword. The marshal was arrested in May. He was shot in July 1937. The tribunal met on one day."

test("a corrected text becomes a new version: seen before, told to who reads, and what it lost is placed", async ({
  page,
  second,
}) => {
  await signIn(page, "owner@example.org")
  await signIn(second, "reviewer-2@example.org")
  const project = await newProject(page, "Versions")
  await join(page, second, project, "reviewer")
  const id = crypto.randomUUID()
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id, title: "A page", text, ...blank })
  const room = `${project}/documents/${id}`
  await second.goto(room)
  const passage = (words: string) => second.locator(".raw-text").getByRole("button", { name: words }).first()
  await passage("He was shot in June").click()
  await second.keyboard.press("2")
  await expect(second.getByText("saved", { exact: true })).toBeVisible()

  await page.goto(room)
  await enter(page, page.getByRole("link", { name: "version 1" }))
  await page.waitForURL("**/versions")
  await expectSound(page, "versions")
  await enter(page, page.getByRole("link", { name: "Add a version" }))
  await page.waitForURL("**/versions/new")
  const field = page.getByLabel("Or paste the corrected text")
  await page.getByRole("button", { name: "Begin with the current text" }).click()
  await expect(field).toHaveValue(text)
  await page.getByRole("button", { name: "Compare with version 1" }).click()
  await expect(page.getByText("letter for letter", { exact: false }).first()).toBeVisible()
  await page.getByRole("button", { name: "Begin with the current text" }).click()
  await expect(page.getByText("Empty the field first", { exact: false })).toBeVisible()
  await field.fill(`${corrected} More.`)
  await page.getByRole("button", { name: "Compare with version 1" }).click()
  await expect(page.getByRole("button", { name: "Add this version" })).toBeVisible()
  // What was typed outlives a look at what it would come to, and can be looked at again.
  await page.reload()
  await expect(field).toHaveValue(`${corrected} More.`)
  await page.getByRole("button", { name: "Compare with version 1" }).click()
  await page.getByRole("button", { name: "Back to the text" }).click()
  await field.fill(corrected)
  await page.getByRole("button", { name: "Compare with version 1" }).click()
  await expect(page.getByRole("heading", { name: "Would be lost · 1" })).toBeVisible()
  await expect(page.locator("del").filter({ hasText: "June" }).first()).toBeVisible()
  await expectSound(page, "what a version would change")
  await page.getByRole("button", { name: "Add this version" }).click()
  await page.waitForURL("**/versions")
  await expect(page.getByRole("heading", { name: "Version 2" })).toBeVisible()
  await expect(page.getByText("The current text lost 1 claim.", { exact: false })).toBeVisible()

  await expect(second.getByText("There is a new version of this text.", { exact: false })).toBeVisible()
  await expect(passage("He was shot in June")).toBeVisible()
  await second.getByRole("button", { name: "Show version 2" }).click()
  await expect(passage("He was shot in July")).toBeVisible()
  await expect(second.getByRole("button", { name: "Show version 2" })).toBeHidden()

  await page.goto(`${room}/versions/1`)
  await expect(page.getByRole("link", { name: "He was shot in June 1937. (lost)" })).toBeVisible()
  await expectSound(page, "an earlier version")
  await page.goto(`${room}/versions/2/difference`)
  await expect(page.locator("ins").filter({ hasText: "July" })).toBeVisible()
  await expectSound(page, "a difference")
  await page.goto(`${room}/versions/lost`)
  await expect(page.getByText("He was shot in June 1937.").first()).toBeVisible()
  await expectSound(page, "what was lost")
  await page.getByRole("button", { name: "Place it …" }).click()
  await page.getByRole("radio").first().check()
  await page.getByRole("button", { name: "Place it here" }).click()
  await expect(page.getByText("Nothing to place")).toBeVisible()
  await passage("He was shot in July").click()
  await expect(second.getByRole("button", { name: /^Disputed/i, pressed: true })).toBeVisible()
})
