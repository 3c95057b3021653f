import type { Page } from "@playwright/test"
import { expect, expectSound, join, newProject, openDialog, post, signIn, test } from "./person.ts"

const text = "The ship sank in 1912. It was raised in 1920."

const card = (page: Page) => page.getByRole("complementary", { name: "Claim" })

test("in a blind project what others said opens to a reviewer when they label the claim, and stays marked", async ({
  page,
  second,
}) => {
  await signIn(page, "owner@example.org")
  await signIn(second, "reviewer-2@example.org")
  const project = await newProject(page, "Blind review")
  const id = crypto.randomUUID()
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id, title: "Log book", text, ...blank })
  await join(page, second, project, "reviewer")
  await page.goto(`${project}/policy`)
  await page.getByRole("checkbox", { name: "Reviewers work blind" }).check()
  await page.getByRole("checkbox", { name: "Reviewers see each other under pseudonyms" }).check()
  await page.getByRole("button", { name: "Save what they see" }).click()
  await expect(page.getByText(/after they labelled it themselves/)).toBeVisible()
  await expectSound(page, "the policy of a blind project")

  await page.goto(`${project}/documents/${id}`)
  await expect(card(page).getByText("not given yet")).toBeVisible()
  await page.keyboard.press("1")
  await expect(card(page).getByText("saved", { exact: true })).toBeVisible()

  await second.goto(`${project}/documents/${id}`)
  await expect(card(second).getByText("This document is reviewed blind.", { exact: false })).toBeVisible()
  await expect(card(second).getByText("Vera Lindqvist")).toHaveCount(0)
  await expectSound(second, "the card of a claim that is still veiled")
  await second.keyboard.press("2")
  await expect(card(second).getByText("saved, given blind")).toBeVisible()
  await expect(card(second).getByText(/^· Reviewer [0-9A-F]{5} · moderate confidence/)).toBeVisible()
  await second.keyboard.press("3")
  await expect(card(second).getByText("saved", { exact: true })).toBeVisible()
  await card(second).getByText("History: 1 earlier state").click()
  await expect(card(second).getByText("· given blind")).toBeVisible()
  await expectSound(second, "the card of a claim that was judged blind")
})

test("an owner opens one document of a blind project", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "One open document")
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id: crypto.randomUUID(), title: "Log book", text, ...blank })
  await page.goto(project)
  await page.getByRole("button", { name: "Review of “Log book”" }).click()
  await openDialog(page).getByRole("radio", { name: /^Open/ }).check()
  await expectSound(page, "how a document is reviewed")
  await openDialog(page).getByRole("button", { name: "Save" }).click()
  await expect(openDialog(page)).toHaveCount(0)
  await page.getByRole("button", { name: "Review of “Log book”" }).click()
  await expect(openDialog(page).getByRole("radio", { name: /^Open/ })).toBeChecked()
})
