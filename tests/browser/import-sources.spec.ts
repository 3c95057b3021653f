import { enter, expect, expectSound, newProject, post, signIn, test } from "./person.ts"

const bibliography = `@book{orlov, title = {The Secret History}, author = {Orlov, Alexander}, year = {1953}}

@book{letters, title = {Letters}, author = {Orlov, Alexander}, year = {1954}}

@article{none, author = {Nobody}}
`

test("a pasted bibliography is read, what is known is told, and what one ticks is added", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "A pasted library")
  const csl = {
    type: "book",
    title: "The secret history",
    author: [{ family: "Orlov", given: "A." }],
    issued: { "date-parts": [[1953]] },
  }
  await post(page, `${project}/sources`, { id: crypto.randomUUID(), kind: "memoir", csl, archive: null })
  await page.goto(`${project}/sources`)
  await enter(page, page.getByRole("link", { name: "Paste or import" }))
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Paste or import sources")
  await page.getByRole("button", { name: "Read it" }).click()
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Paste or upload at least one reference.")
  await page.getByLabel("Or paste it").fill(bibliography)
  await expectSound(page, "a bibliography to be read")
  await page.getByRole("button", { name: "Read it" }).click()
  await expect(page.getByText("Read as BibTeX: 2 sources, and one entry that could not be read.")).toBeVisible()
  const known = page.getByRole("listitem").filter({ hasText: "The Secret History" })
  await expect(known).toContainText("It has the same title, year and first author.")
  await expect(known.getByRole("checkbox")).not.toBeChecked()
  await expect(page.getByRole("region", { name: "Not read" })).toContainText("It has no title.")
  await expectSound(page, "what was read")
  await page.getByLabel("Kind of entry 2").selectOption({ label: "Memoir" })
  await page.getByRole("button", { name: "Add one source" }).click()
  await expect(page.getByRole("status").filter({ hasText: "One source is in the bibliography now." })).toBeVisible()
  await page.getByRole("link", { name: "Go to the sources" }).click()
  await expect(page.getByRole("row")).toHaveCount(3)
  await expect(page.getByRole("row").filter({ hasText: "Letters" })).toContainText("Memoir")
})

test("of a DOI alone the person gives the title, and the text is still there when one goes back", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "A pasted DOI")
  await page.goto(`${project}/sources/import`)
  await page.getByLabel("Or paste it").fill("10.1000/182")
  await page.getByRole("button", { name: "Read it" }).click()
  await page.getByRole("button", { name: "Add one source" }).click()
  await expect(page.getByRole("alert").filter({ hasText: "Entry 1 has no title." })).toBeVisible()
  await page.getByRole("button", { name: "Back to the text" }).click()
  await expect(page.getByLabel("Or paste it")).toHaveValue("10.1000/182")
  await page.getByRole("button", { name: "Read it" }).click()
  await page.getByLabel("Title of entry 1").fill("The DOI Handbook")
  await page.getByRole("button", { name: "Add one source" }).click()
  await page.getByRole("link", { name: "Go to the sources" }).click()
  await expect(page.getByRole("link", { name: "The DOI Handbook" })).toBeVisible()
})
