import { citationStyleXml } from "../../lib/formats/citation-styles.ts"
import { expect, expectAccessible, expectSound, newProject, post, read, signIn, test } from "./person.ts"

test.use({ refusals: [422] })

test("an owner chooses a style, sees it at work, and is told what is wrong with a file that is none", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "A matter of style")
  await page.goto(`${project}/citation-style`)
  await expect(page.getByText("There is no source yet to show it with.")).toBeVisible()
  const csl = {
    type: "book",
    title: "The Secret History",
    author: [{ family: "Orlov", given: "Alexander" }],
    issued: { "date-parts": [[1953]] },
  }
  const id = crypto.randomUUID()
  await post(page, `${project}/sources`, { id, kind: "memoir", csl, archive: null })
  await page.reload()
  const sample = page.getByRole("region", { name: "So they are set now" })
  await expect(sample).toContainText("Orlov, Alexander. The Secret History. 1953.")
  await expectSound(page, "citation style")
  await page.getByLabel("Style", { exact: true }).selectOption({ label: "APA" })
  await expect(page.getByRole("region", { name: "So they would be set" })).toContainText("Orlov, A. (1953).")
  await expect(sample).toContainText("Orlov, Alexander. The Secret History. 1953.")
  await expectSound(page, "a style that is thought about")
  await page.getByRole("button", { name: "Use this style" }).click()
  await expect(sample).toContainText("Orlov, A. (1953). The Secret History.")
  await page.getByLabel("Another style").setInputFiles({
    name: "page.csl",
    mimeType: "text/xml",
    buffer: Buffer.from("<html/>"),
  })
  await expect(page.getByText("It is not a style of the Citation Style Language.")).toBeVisible()
  await page.goto(`${project}/sources/${id}`)
  await expect(page.getByText("Orlov, A. (1953).").first()).toBeVisible()
})

test("an uploaded style is chosen, given up, and taken off the list", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "A style of our own")
  await page.goto(`${project}/citation-style`)
  const csl = citationStyleXml.apa.replace(/<title>[^<]*<\/title>/, "<title>House style</title>")
  await page.getByLabel("Another style").setInputFiles({
    name: "house.csl",
    mimeType: "text/xml",
    buffer: Buffer.from(csl),
  })
  const uploaded = page.getByRole("region", { name: "Uploaded styles" })
  await expect(uploaded).toContainText("House style")
  await page.getByLabel("Style", { exact: true }).selectOption({ label: "House style" })
  await page.getByRole("button", { name: "Use this style" }).click()
  await expect(uploaded).toContainText("in use")
  await expectSound(page, "an uploaded style")
  await page.getByLabel("Style", { exact: true }).selectOption({ label: "MLA" })
  await page.getByRole("button", { name: "Use this style" }).click()
  await page.getByRole("button", { name: "Remove “House style”" }).click()
  await expect(uploaded).toBeHidden()
})

test("what a claim cites stands in the bibliography, and on the card as a short note", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "A bibliography")
  const [documentId, sourceId] = [crypto.randomUUID(), crypto.randomUUID()]
  const provenance = { title: "Log", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const text = "The ship sank in 1912."
  await post(page, `${project}/documents`, { id: documentId, ...provenance, text, again: true })
  const csl = {
    type: "book",
    title: "The Secret History",
    author: [{ family: "Orlov", given: "Alexander" }],
    issued: { "date-parts": [[1953]] },
  }
  await post(page, `${project}/sources`, { id: sourceId, kind: "memoir", csl, archive: null })
  await page.goto(`${project}/documents/${documentId}`)
  const { units } = await read<{ units: { id: string }[] }>(page, `/documents/${documentId}`)
  const unitId = units[0]!.id
  const words = { locatorLabel: "page", locator: "12", quotation: "", note: "", rank: null, directness: null }
  const citation = { id: crypto.randomUUID(), unitId, sourceId, stance: "supports", ...words }
  await post(page, `/documents/${documentId}/citations`, citation)
  await page.reload()
  await page.keyboard.press("j")
  await expect(page.getByText("In a note: Orlov, The Secret History, 12.")).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${project}/bibliography`)
  const works = page.getByRole("region", { name: "Works" })
  await expect(works).toContainText("Orlov, Alexander. The Secret History. 1953.")
  await expect(works.locator(".italic")).toHaveText("The Secret History")
  await expectSound(page, "a bibliography")
  await page.emulateMedia({ media: "print" })
  await expect(page.getByRole("button", { name: "Copy" })).toBeHidden()
})
