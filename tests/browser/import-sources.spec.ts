import { enter, expect, expectSound, hold, newProject, post, signIn, test } from "./person.ts"

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
  await expect(page.getByText("Read as BibTeX: 2 sources, and one entry that could not be read.")).toBeFocused()
  const known = page.getByRole("listitem").filter({ hasText: "The Secret History" })
  await expect(known).toContainText("It has the same title, year and first author.")
  await expect(known.getByRole("checkbox")).not.toBeChecked()
  await expect(page.getByRole("region", { name: "Not read" })).toContainText("It has no title.")
  await expectSound(page, "what was read")
  await page.getByLabel("Kind of entry 2").selectOption({ label: "Memoir" })
  await page.getByRole("button", { name: "Add one source" }).click()
  await expect(page.getByRole("status").filter({ hasText: "One source is in the bibliography now." })).toBeFocused()
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
  await enter(page, page.getByRole("button", { name: "Entry 1 has no title. Give it one, or untick it." }))
  await expect(page.getByRole("checkbox")).toBeFocused()
  await page.getByRole("button", { name: "Back to the text" }).click()
  await expect(page.getByLabel("Or paste it")).toHaveValue("10.1000/182")
  await page.getByRole("button", { name: "Read it" }).click()
  await page.getByLabel("Title of entry 1").fill("The DOI Handbook")
  await page.getByRole("button", { name: "Add one source" }).click()
  await page.getByRole("link", { name: "Go to the sources" }).click()
  await expect(page.getByRole("link", { name: "The DOI Handbook" })).toBeVisible()
})

test("a file is read in its encoding, and is still there when one goes back to it from the keyboard", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "An old library")
  await page.goto(`${project}/sources/import`)
  // "Орлов" and "Тайна" in Windows-1251, as an old export has them.
  const orlov = Buffer.from([0xce, 0xf0, 0xeb, 0xee, 0xe2])
  const secret = Buffer.from([0xd2, 0xe0, 0xe9, 0xed, 0xe0])
  const parts = ["@book{a, author = {", orlov, "}, title = {", secret, "}, year = {1991}}"]
  const buffer = Buffer.concat(parts.map(part => Buffer.from(part)))
  await page.getByLabel("Or paste it").fill("10.1000/182")
  await page.getByLabel("File (optional)").setInputFiles({ name: "old.bib", mimeType: "text/plain", buffer })
  await page.getByLabel("Encoding").selectOption("windows-1251")
  await enter(page, page.getByRole("button", { name: "Read it" }))
  await expect(page.getByText("Read as BibTeX: one source.")).toBeFocused()
  await expect(page.getByRole("listitem").filter({ hasText: "Орлов" })).toContainText("Тайна")
  await enter(page, page.getByRole("button", { name: "Back to the text" }))
  await expect(page.getByText("old.bib")).toBeVisible()
  await expect(page.getByLabel("Encoding")).toHaveValue("windows-1251")
  await enter(page, page.getByRole("button", { name: "Take it out" }))
  await expect(page.getByLabel("Or paste it")).toHaveValue("10.1000/182")
})

test("titles, kinds and ticks stay with their entries when one goes back to mend a line, and after a reload", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "Mended lines")
  await page.goto(`${project}/sources/import`)
  const text = page.getByLabel("Or paste it")
  const readIt = page.getByRole("button", { name: "Read it" })
  await text.fill("10.1000/182\n10.1000/183\n10.1000/184")
  await readIt.click()
  await page.getByLabel("Title of entry 1").fill("The DOI Handbook")
  await page.getByLabel("Kind of entry 2").selectOption({ label: "Memoir" })
  await page.getByRole("checkbox").nth(1).uncheck()
  await page.getByRole("button", { name: "Back to the text" }).click()
  await text.fill("10.1000/181\n10.1000/182\n10.1000/183")
  const kept = async () => {
    await readIt.click()
    await expect(page.getByLabel("Title of entry 1")).toHaveValue("")
    await expect(page.getByLabel("Title of entry 2")).toHaveValue("The DOI Handbook")
    await expect(page.getByLabel("Kind of entry 3").locator("option:checked")).toHaveText("Memoir")
    await expect(page.getByRole("checkbox").nth(0)).toBeChecked()
    await expect(page.getByRole("checkbox").nth(2)).not.toBeChecked()
  }
  await kept()
  await page.reload()
  await expect(text).toHaveValue("10.1000/181\n10.1000/182\n10.1000/183")
  await kept()

  await page.getByLabel("Title of entry 1").fill("The entry before it")
  const letGo = await hold(page, "**/sources/import")
  await page.getByRole("button", { name: "Add 2 sources" }).click()
  await expect(page.getByText("Sending").or(page.getByText("Adding")).first()).toBeVisible()
  await expect(page.getByRole("button", { name: "Back to the text" })).toBeDisabled()
  await letGo()
  await expect(page.getByText("2 sources are in the bibliography now.")).toBeVisible()
  await page.goto(`${project}/sources/import`)
  await expect(text).toHaveValue("")
})
