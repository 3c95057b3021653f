import type { Page } from "@playwright/test"
import { demoPassword } from "../../lib/domain/demo.ts"
import { expect, expectAccessible, join, newProject, openDialog, post, read, signIn, test } from "./person.ts"

// Somebody who was slower, and whose session is over, is told so by the server.
test.use({ refusals: [401, 409] })

const text = "The marshal was arrested in May. The tribunal met on 11 June 1937 in Moscow."
const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "", again: false }
const owner = "owner@example.org"

const card = (page: Page) => page.getByRole("complementary", { name: "Claim" })
const versions = (page: Page) => page.getByRole("region", { name: /in the meantime|was changed since/ })
const field = (page: Page, name: string) => versions(page).getByRole("group", { name })
const save = (page: Page) => versions(page).getByRole("button", { name: "Save what is chosen" }).click()

/** A project with one document, open to both; whoever is on the second page has the role, or is the owner elsewhere. */
async function placeOf(page: Page, second: Page, name: string, role: string | null) {
  await Promise.all([signIn(page, owner), signIn(second, role ? "editor@example.org" : owner)])
  const project = await newProject(page, name)
  if (role) await join(page, second, project, role)
  const id = crypto.randomUUID()
  await post(page, `${project}/documents`, { id, title: "Log book", text, ...blank })
  const { units } = await read<{ units: { id: string }[] }>(page, `/documents/${id}`)
  return { project, id, unitId: units[0]!.id, path: `${project}/documents/${id}` }
}

async function openRoom(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(card(page).getByRole("heading", { name: /^Claim 1 of/ })).toBeVisible()
  await expect(card(page).locator("[aria-busy=true]")).toHaveCount(0)
  await expect(page.getByText("Reading the card …")).toHaveCount(0)
}

test("a citation that its author changes in two browsers: what both changed is combined, what one changed is kept", async ({
  page,
  second,
}) => {
  const { project, id, unitId, path } = await placeOf(page, second, "One citation", null)
  const sourceId = crypto.randomUUID()
  const record = { kind: "memoir", csl: { type: "book", title: "Recollections" }, archive: null }
  await post(page, `${project}/sources`, { id: sourceId, ...record })
  const said = { stance: "supports", locatorLabel: "page", locator: "", rank: null, directness: null }
  await post(page, `/documents/${id}/citations`, {
    id: crypto.randomUUID(),
    unitId,
    sourceId,
    ...said,
    quotation: "",
    note: "On page one.",
  })
  for (const who of [page, second]) {
    await openRoom(who, path)
    await card(who).locator("#evidence").getByRole("button", { name: "Change", exact: true }).click()
    await expect(openDialog(who).getByLabel("Note")).toHaveValue("On page one.")
  }
  await openDialog(second).getByLabel("Note").fill("See: On page one.")
  await openDialog(second).getByLabel("Quotation").fill("They came at night.")
  await openDialog(second).getByRole("button", { name: "Save the citation" }).click()
  await expect(openDialog(second)).toHaveCount(0)

  await openDialog(page).getByLabel("Note").fill("On page one, at the top.")
  await openDialog(page).getByRole("button", { name: "Save the citation" }).click()
  await expect(versions(page)).toContainText("saved a change in the meantime.")
  await expect(field(page, "Note")).toContainText("Changed in both.")
  await expect(field(page, "Note").locator("ins").first()).toContainText("See:")
  await expect(field(page, "Note").locator("ins").last()).toContainText(", at the top")
  await expect(field(page, "Quotation").getByRole("radio", { name: "Theirs" })).toBeChecked()
  await expect(page.getByLabel("Note, both in one")).toHaveValue("See: On page one, at the top.")
  await expectAccessible(page)
  await save(page)
  await expect(openDialog(page)).toHaveCount(0)
  for (const who of [page, second]) {
    await expect(card(who).getByText("See: On page one, at the top.")).toBeVisible()
    await expect(card(who).getByText("“They came at night.”")).toBeVisible()
  }
})

test("a flag that two answer: the second sees the first answer beside their own and puts both in one", async ({
  page,
  second,
}) => {
  const { project, id } = await placeOf(page, second, "One flag", "editor")
  const flag = { id: crypto.randomUUID(), start: 0, end: 11, quote: text.slice(0, 11) }
  await post(page, `/documents/${id}/flags`, { ...flag, reason: "other", note: "Which one?", blocking: false })
  for (const who of [page, second]) {
    await who.goto(`${project}/flags`)
    await who.getByRole("button", { name: /^Answer the flag/ }).click()
  }
  const answer = (who: Page) => openDialog(who).getByLabel("How it was dealt with")
  await answer(page).fill("Asked the archive.")
  await answer(second).fill("Looked it up in the register.")
  await openDialog(second).getByRole("button", { name: "Answer and close the flag" }).click()
  await expect(openDialog(second)).toHaveCount(0)

  await openDialog(page).getByRole("button", { name: "Answer and close the flag" }).click()
  await expect(versions(page)).toContainText("Tomasz Zieliński saved a change in the meantime.")
  await expect(field(page, "How it was dealt with")).toContainText("Looked it up in the register.")
  await expect(field(page, "How it was dealt with")).toContainText("Asked the archive.")
  await expectAccessible(page)
  const both = page.getByLabel("How it was dealt with, both in one")
  await expect(both).toHaveValue(/Looked it up in the register\.[\s\S]*Asked the archive\./)
  await both.fill("Looked it up in the register, and asked the archive.")
  await save(page)
  await expect(openDialog(page)).toHaveCount(0)

  // An answer that is left half written is not lost when the flag is answered meanwhile.
  await page.goto(`${project}/flags?status=answered`)
  await expect(page.getByText("Looked it up in the register, and asked the archive.")).toBeVisible()
  await page.getByRole("button", { name: /^Answer again the flag/ }).click()
  await answer(page).fill("Looked it up in the register, and asked the archive in vain.")
  await page.goto(project)
  const words = "Looked it up in the first register, and asked the archive."
  await post(second, `/documents/${id}/flags/${flag.id}/answer`, { version: 3, answer: words })
  await page.goto(`${project}/flags?status=answered`)
  await page.getByRole("button", { name: /^Answer again the flag/ }).click()
  await expect(versions(page)).toContainText("This was changed since you typed your version on")
  await expect(both).toHaveValue("Looked it up in the first register, and asked the archive in vain.")
  await save(page)
  await expect(page.getByText("Looked it up in the first register, and asked the archive in vain.")).toBeVisible()
})

test("a document's details: the title is combined, the author is whoever's one picks", async ({ page, second }) => {
  const { project } = await placeOf(page, second, "One document", "editor")
  for (const who of [page, second]) {
    await who.goto(project)
    await who.getByRole("button", { name: "Edit “Log book”" }).click()
  }
  const form = openDialog(page)
  const theirs = openDialog(second)
  await form.getByLabel("Title").fill("Log book of the marshal")
  await form.getByLabel("Author").fill("Beck, Nora")
  await form.getByLabel("Where it was found").fill("Box 12")
  await theirs.getByLabel("Title").fill("The Log book")
  await theirs.getByLabel("Where it was found").fill("Box 14")
  await theirs.getByRole("button", { name: "Save" }).click()
  await expect(theirs).toHaveCount(0)

  await form.getByRole("button", { name: "Save" }).click()
  await expect(versions(page)).toContainText("Tomasz Zieliński saved a change in the meantime.")
  await expect(page.getByLabel("Title, both in one")).toHaveValue("The Log book of the marshal")
  await expect(field(page, "Author").getByRole("radio", { name: "Yours" })).toBeChecked()
  await save(page)
  const found = field(page, "Where it was found")
  await expect(found.getByText("Choose one of the two.")).toBeVisible()
  await expectAccessible(page)
  await found.getByRole("radio", { name: "Theirs" }).check()
  await save(page)
  await expect(form).toHaveCount(0)
  for (const who of [page, second])
    await expect(who.getByRole("button", { name: "Edit “The Log book of the marshal”" })).toBeVisible()
  await page.getByRole("button", { name: "Edit “The Log book of the marshal”" }).click()
  await expect(form.getByLabel("Author")).toHaveValue("Beck, Nora")
  await expect(form.getByLabel("Where it was found")).toHaveValue("Box 14")
})

test("a claim that two editors decide at once: the second sees the first decision and picks, and both stay on record", async ({
  page,
  second,
}) => {
  const { path } = await placeOf(page, second, "One decision", "editor")
  for (const who of [page, second]) {
    await openRoom(who, path)
    await card(who).getByRole("button", { name: "Adjudicate" }).click()
    await openDialog(who).getByRole("radio", { name: "Speculative" }).check()
  }
  await openDialog(page).getByLabel("Reason").fill("Only one witness speaks of it.")
  await openDialog(second).getByLabel("Reason").fill("The file is closed.")
  await openDialog(second).getByRole("button", { name: "Decide" }).click()
  await expect(openDialog(second)).toHaveCount(0)

  await openDialog(page).getByRole("button", { name: "Decide" }).click()
  await expect(versions(page)).toContainText("Tomasz Zieliński saved a change in the meantime.")
  await expect(field(page, "Reason")).toContainText("The file is closed.")
  await expect(field(page, "Reason")).toContainText("Only one witness speaks of it.")
  await expectAccessible(page)
  await field(page, "Reason").getByRole("radio", { name: "Yours" }).check()
  await save(page)
  await expect(openDialog(page)).toHaveCount(0)
  for (const who of [page, second]) {
    await expect(card(who).getByText("Only one witness speaks of it.")).toBeVisible()
    await expect(card(who).getByText("The file is closed.")).toBeVisible()
  }
  await expect(card(second).getByText(/^Vera Lindqvist decided/)).toBeVisible()
  await expect(card(second).getByText(/^Tomasz Zieliński had decided/)).toBeVisible()
})

test("one reviewer in two browsers, signed out in one: after signing in again there both reasons stand side by side", async ({
  page,
  second,
}) => {
  const { path } = await placeOf(page, second, "Signed out in one", null)
  await openRoom(page, path)
  await page.locator("body").press("2")
  await expect(card(page).getByText("saved", { exact: true })).toBeVisible()
  await openRoom(second, path)
  for (const [who, words] of [
    [page, "The register says May."],
    [second, "Sudoplatov says June."],
  ] as const) {
    await card(who).getByRole("button", { name: "Write the reason" }).click()
    await who.getByRole("textbox", { name: "Rationale" }).click()
    await who.keyboard.type(words)
  }
  await page.context().clearCookies()
  await card(second).getByRole("button", { name: "Save the reason" }).click()
  await expect(card(second).getByText("saved", { exact: true })).toBeVisible()

  await card(page).getByRole("button", { name: "Save the reason" }).click()
  await expect(card(page).getByText("Your label “disputed” is not saved.")).toBeVisible()
  await expect(page.getByRole("textbox", { name: "Rationale" })).toContainText("The register says May.")
  await card(page).getByRole("button", { name: "Sign in again" }).click()
  await page.getByLabel("Password", { exact: true }).fill(demoPassword)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await expect(page.getByText("You are signed in again.", { exact: false })).toBeVisible()
  await card(page).getByRole("button", { name: "Save it now" }).click()
  await expect(versions(page)).toHaveCount(1)
  await expect(field(page, "Reason")).toContainText("Sudoplatov says June.")
  await expect(field(page, "Reason")).toContainText("The register says May.")
  await save(page)
  await expect(versions(page)).toHaveCount(0)
  for (const who of [page, second])
    await expect(card(who).getByText("Sudoplatov says June. The register says May.")).toBeVisible()
})
