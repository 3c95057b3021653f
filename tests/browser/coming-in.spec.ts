import { madeDocx } from "../intake/made-files.ts"
import { enter, expect, expectSound, newProject, signIn, test } from "./person.ts"

test.use({ refusals: [422] })

test("a document of Word is looked at, added, and read with its pages and notes; a damaged one is told for what it is", async ({
  page,
}) => {
  const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  const buffer = Buffer.from(await madeDocx())
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "Coming in")
  await page.goto(`${project}/documents/new`)
  const file = page.getByLabel("File")
  await page.getByLabel("When it was found").fill("1 May")
  await file.setInputFiles({ name: "log.docx", mimeType, buffer: buffer.subarray(0, 900) })
  await expect(page.getByText("This file is damaged or incomplete", { exact: false })).toBeVisible()
  await page.getByRole("button", { name: "Take it out" }).click()
  await file.setInputFiles({ name: "log.docx", mimeType, buffer })
  await expect(page.getByText("Word document · 16 words · 2 pages · 1 note")).toBeVisible()
  await expect(page.getByRole("figure")).toContainText("The ship sank. Nobody saw it.")
  await expect(page.getByLabel("Title")).toHaveValue("Судовой журнал")
  await expect(page.getByLabel("Author")).toHaveValue("A. Clerk")
  await expect(page.getByLabel("When it was found")).toHaveValue("1 May")
  await expectSound(page, "a document of Word before it is added")
  await enter(page, page.getByRole("button", { name: "Add the document" }))
  const text = page.locator(".raw-text")
  await expect(text.getByRole("note", { name: "Page 2" })).toBeVisible()
  await expect(text.getByRole("note", { name: "Note 1: Fond 7, list 3." })).toBeVisible()
  await expect(text).toContainText("Fond 7, list 3.")
  await expectSound(page, "a text with pages and notes")
  await page.goto(`${page.url().split("?")[0]}/versions`)
  const download = page.waitForEvent("download")
  await page.getByRole("link", { name: "The file it was read from" }).click()
  expect((await download).suggestedFilename()).toBe("log.docx")
})
