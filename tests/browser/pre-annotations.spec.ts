import { enter, expect, expectSound, newProject, post, signIn, test } from "./person.ts"

const text = "The ship 🚢 sank in 1912. It was raised in 1920."
const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: true }

const annotation = (exact: string, label: string, remark: string) => ({
  type: "Annotation",
  creator: { type: "Person", name: "Pat" },
  body: [
    { type: "TextualBody", purpose: "tagging", value: label },
    { type: "TextualBody", purpose: "commenting", value: remark },
  ],
  target: { source: "https://example.org/log", selector: { type: "TextQuoteSelector", exact } },
})
const file = {
  name: "annotations.jsonld",
  mimeType: "application/ld+json",
  buffer: Buffer.from(
    JSON.stringify([
      annotation("The ship 🚢 sank in 1912.", "CONTRADICTED", "The log says 1913."),
      annotation("The boat sank", "CONTRADICTED", ""),
      annotation("raised in 1920", "irrelevant", ""),
    ]),
  ),
}

test("what another tool marked is looked at, brought in as a suggestion, and accepted from the keyboard", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "Marked elsewhere")
  const id = crypto.randomUUID()
  await post(page, `${project}/documents`, { id, title: "A log", text, ...blank })
  const room = `${project}/documents/${id}`
  await page.goto(room)
  await enter(page, page.getByRole("link", { name: "Bring in pre-annotations" }))
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bring in pre-annotations")
  await page.getByLabel("File").setInputFiles(file)
  await expectSound(page, "files to be read")
  await page.getByRole("button", { name: "Read it" }).click()
  await expect(
    page.getByText("Read as Web Annotation: 2 passages of this text, and one thing that did not fit."),
  ).toBeFocused()
  await expect(page.getByRole("list", { name: "What does not fit" })).toHaveText(
    "annotation 2: Its words are not in the text: “The boat sank”.",
  )
  await page.getByLabel("What “CONTRADICTED” become").selectOption({ label: "suggest disputed" })
  await expectSound(page, "what was read of a file")
  await enter(page, page.getByRole("button", { name: "Bring in one passage" }))
  await expect(page.getByText("Brought in: one suggestion.")).toBeFocused()
  await enter(page, page.getByRole("link", { name: "Go to the document" }))
  await page.waitForURL(new RegExp(`${id}(\\?.*)?$`))
  await expect(page.getByRole("heading", { name: "Claim 1 of 2" })).toBeVisible()
  const suggestions = page.getByRole("list", { name: "Suggestions" })
  await expect(suggestions).toContainText("from annotations.jsonld, by Pat")
  await enter(page, suggestions.getByRole("button", { name: "Accept" }))
  await expect(page.getByRole("button", { name: "Save as disputed" })).toBeFocused()
  await expect(page.getByRole("textbox", { name: "Rationale" })).toContainText("The log says 1913.")
  await expect(page.getByText("not given yet").or(page.getByText("reason not saved yet"))).toBeVisible()
  await page.getByRole("button", { name: "Save as disputed" }).press("Enter")
  await expect(page.getByRole("button", { name: "Disputed evidence conflicts" })).toHaveAttribute(
    "aria-pressed",
    "true",
  )
  await expect(page.locator("#annotation")).toContainText("saved")
  await enter(page, suggestions.getByRole("button", { name: "Dismiss" }))
  await expect(suggestions).toHaveCount(0)
})
