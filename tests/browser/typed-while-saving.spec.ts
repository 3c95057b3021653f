import type { Page } from "@playwright/test"
import { expect, expectAccessible, join, newProject, openDialog, post, read, signIn, test } from "./person.ts"

test.use({ refusals: [0] })
test.slow()

const text = "The ship sank in 1912. It was raised in 1920."
const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: true }

/** A project of the page's person with one document of two claims. */
async function place(page: Page, name: string) {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, name)
  const id = crypto.randomUUID()
  await post(page, `${project}/documents`, { id, title: "Log book", text, ...blank })
  const { units } = await read<{ units: { id: string; kind: string }[] }>(page, `/documents/${id}`)
  return { project, id, room: `${project}/documents/${id}`, unitId: units.find(({ kind }) => kind === "claim")!.id }
}

/** Holds what is sent to an address; `came` when it is on its way, and then it goes on or is lost. */
async function hold(page: Page, address: RegExp) {
  const came = later<void>()
  const end = later<"goes on" | "is lost">()
  await page.route(address, async route => {
    if (route.request().method() === "GET") return route.continue()
    came.resolve()
    return (await end.promise) === "goes on" ? route.continue() : route.abort()
  })
  return {
    came: came.promise,
    letGo: () => end.resolve("goes on"),
    lose: () => end.resolve("is lost"),
    stop: () => page.unroute(address),
  }
}

/** A promise, and how to keep it. */
function later<T>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>(kept => {
    resolve = kept
  })
  return { promise, resolve }
}

const discussion = (page: Page) => page.getByRole("region", { name: "Discussion" })
const field = (page: Page, name: string) => discussion(page).getByRole("textbox", { name })

test("who types on while a comment is being sent goes on with the next one, in the same field", async ({ page }) => {
  const { room } = await place(page, "Comments that are typed on")
  await page.goto(room)
  await expect(discussion(page).getByText("Nobody discussed this passage yet.")).toBeVisible()
  await page.keyboard.press("m")
  await expect(field(page, "Begin a discussion")).toBeFocused()
  const first = await hold(page, /\/api\/v1\/documents\/[^/]+\/threads$/)
  await page.keyboard.type("Who says so?")
  await page.keyboard.press("Control+Enter")
  await first.came
  await page.keyboard.type(" And 1, 2 or 3?")
  first.letGo()
  const threads = discussion(page).getByRole("article")
  await expect(threads).toHaveCount(1)
  const other = field(page, "Begin another discussion")
  await expect(other).toHaveValue("And 1, 2 or 3?")
  await expect(page.getByText("It is sent. What you typed after that is not sent yet.")).toBeAttached()
  await expect(other).toBeFocused()
  await page.reload()
  await expect(other).toHaveValue("And 1, 2 or 3?")
  await other.press("Control+Enter")
  await expect(threads).toHaveCount(2)
  await expect(other).toHaveValue("")
  await expect(threads.nth(0).getByRole("listitem")).toContainText("Who says so?")
  await expect(threads.nth(1).getByRole("listitem")).toContainText("And 1, 2 or 3?")

  const reply = await hold(page, /\/api\/v1\/documents\/[^/]+\/threads\/[^/]+\/comments$/)
  await threads.nth(0).getByRole("button", { name: "Reply" }).click()
  await page.keyboard.type("The register.")
  await page.keyboard.press("Control+Enter")
  await reply.came
  await page.keyboard.type("\nThat of 1913.")
  reply.letGo()
  await expect(threads.nth(0).getByRole("listitem")).toHaveCount(2)
  await expect(field(page, "Reply")).toHaveValue("That of 1913.")
  await expect(field(page, "Reply")).toBeFocused()
  await page.keyboard.press("Control+Enter")
  await expect(threads.nth(0).getByRole("listitem")).toHaveCount(3)
  await expect(field(page, "Reply")).toHaveCount(0)

  const edit = await hold(page, /\/api\/v1\/documents\/[^/]+\/comments\/[^/]+$/)
  const own = threads.nth(1).getByRole("listitem")
  // What stands in the field that has the focus as soon as the press is handled, before a key can come.
  const words = await own.getByRole("button", { name: "Edit" }).evaluate(async (button: HTMLElement) => {
    button.click()
    await new Promise<void>(queueMicrotask)
    const focused = document.activeElement
    return focused instanceof HTMLTextAreaElement ? focused.value : null
  })
  expect(words).toBe("And 1, 2 or 3?")
  await page.keyboard.press("End")
  await page.keyboard.type(" Or 4?")
  await page.keyboard.press("Control+Enter")
  await edit.came
  await page.keyboard.type(" Or 5?")
  edit.letGo()
  await expect(page.getByText("It is sent. What you typed after that is not sent yet.")).toBeAttached()
  await expect(field(page, "Your comment")).toHaveValue("And 1, 2 or 3? Or 4? Or 5?")
  await expect(field(page, "Your comment")).toBeFocused()
  await page.keyboard.press("Control+Enter")
  await expect(field(page, "Your comment")).toHaveCount(0)
  await expect(own).toContainText("And 1, 2 or 3? Or 4? Or 5?")
})

test("who types on while a question is being sent keeps what was typed, and stays at the claim", async ({
  page,
  second,
}) => {
  const { project, id, unitId } = await place(page, "A question that is typed on")
  for (const [email, label] of [
    ["reviewer-1@example.org", "speculative"],
    ["reviewer-2@example.org", "disputed"],
  ] as const) {
    await second.context().clearCookies()
    await signIn(second, email)
    await join(page, second, project, "reviewer")
    const content = [{ type: "paragraph", content: [{ type: "text", text: "Nobody saw the ship go down." }] }]
    const said = { label, confidence: "moderate", rationale: { type: "doc", content }, seen: null }
    await post(second, `/documents/${id}/annotation`, { id: crypto.randomUUID(), unitId, ...said })
  }
  await page.goto(`${project}/contested/${unitId}`)
  const question = page.getByRole("textbox", { name: "Question" })
  await question.click()
  const sending = await hold(page, /\/questions$/)
  await page.keyboard.type("Who saw it?")
  await page.keyboard.press("Control+Enter")
  await sending.came
  await page.keyboard.type(" And nobody else?")
  sending.letGo()
  await expect(question).toHaveValue("And nobody else?")
  await expect(page.getByText("What you sent is saved. What you typed after that is not saved yet.")).toBeVisible()
  await expect(question).toBeFocused()
  const threads = discussion(page).getByRole("article")
  await expect(threads).toHaveCount(1)
  await page.reload()
  await expect(question).toHaveValue("And nobody else?")
  await question.press("Control+Enter")
  await expect(page.getByText("Sent back to 2 people with your question.")).toBeVisible()
  await page.goto(`${project}/contested/${unitId}`)
  await expect(threads).toHaveCount(2)
  await expect(threads.nth(0).getByRole("listitem")).toContainText("Who saw it?")
  await expect(threads.nth(1).getByRole("listitem")).toContainText("And nobody else?")
  await expect(question).toHaveValue("")
})

test("a number that is changed while a policy is being saved stays, unsaved, and is saved with the next press", async ({
  page,
}) => {
  const { project } = await place(page, "A policy that is typed on")
  await page.goto(`${project}/policy`)
  const agreeing = page.getByLabel("Reviewers who must agree on “documented”")
  const supporting = page.getByLabel("Supporting citations for “documented”")
  const save = page.getByRole("button", { name: "Save the policy" })
  await agreeing.fill("3")
  const sending = await hold(page, /\/api\/v1\/projects\/[^/]+\/policy$/)
  await save.click()
  await sending.came
  await supporting.fill("4")
  sending.letGo()
  await expect(page.getByText("Version 2 is saved.", { exact: false })).toBeVisible()
  // By then the page has been read again.
  await expect(page.getByRole("listitem").filter({ hasText: /^Version 2 by/ })).toBeVisible()
  await expect(supporting).toHaveValue("4")
  await expect(page.getByText("What you sent is saved. What you typed after that is not saved yet.")).toBeVisible()
  await page.reload()
  await expect(page.getByText("Restored what you typed", { exact: false })).toBeVisible()
  await expect(agreeing).toHaveValue("3")
  await expect(supporting).toHaveValue("4")
  await save.click()
  await expect(page.getByText("Version 3 is saved.", { exact: false })).toBeVisible()
  await page.reload()
  await expect(agreeing).toHaveValue("3")
  await expect(supporting).toHaveValue("4")
  await expect(page.getByText("Restored what you typed", { exact: false })).toHaveCount(0)
})

test("what is chosen while a citation style is being saved stays, and is saved with the next press", async ({
  page,
}) => {
  const { project } = await place(page, "A style that is chosen on")
  const csl = { type: "book", title: "Recollections", author: [{ family: "Orlov", given: "Alexander" }] }
  await post(page, `${project}/sources`, { id: crypto.randomUUID(), kind: "memoir", csl, archive: null })
  await page.goto(`${project}/citation-style`)
  const style = page.getByLabel("Style", { exact: true })
  const language = page.getByLabel("Language", { exact: true })
  const use = page.getByRole("button", { name: "Use this style" })
  const other = await language.locator("option:not(:checked)").first().getAttribute("value")
  await style.selectOption({ label: "APA" })
  const sending = await hold(page, /\/api\/v1\/projects\/[^/]+\/citation-style$/)
  await use.click()
  await sending.came
  await language.selectOption(other)
  sending.letGo()
  // By then the page has been read again.
  await expect(page.getByRole("region", { name: "So they are set now" })).toContainText("Orlov, A.")
  await expect(language).toHaveValue(other!)
  await expect(page.getByText("What you sent is saved. What you typed after that is not saved yet.")).toBeVisible()
  await sending.stop()
  const answered = page.waitForResponse(/\/api\/v1\/projects\/[^/]+\/citation-style$/)
  await use.click()
  expect((await answered).status()).toBe(200)
  await page.reload()
  await expect(style.locator("option:checked")).toHaveText("APA")
  await expect(language).toHaveValue(other!)
})

test("a dialog holds still while it is being saved, and its fields are free again when that failed", async ({
  page,
}) => {
  const { project, room, id, unitId } = await place(page, "A citation that is typed on")
  const record = { kind: "memoir", csl: { type: "book", title: "Recollections" }, archive: null }
  await post(page, `${project}/sources`, { id: crypto.randomUUID(), ...record })
  await page.goto(room)
  const card = page.getByRole("complementary", { name: "Claim" })
  await expect(card.getByText("not given yet")).toBeVisible()
  await page.keyboard.press("c")
  const dialog = openDialog(page)
  await dialog.getByRole("combobox", { name: "Source" }).fill("Recoll")
  await page.getByRole("option", { name: /Recollections/ }).click()
  const [number, note] = [dialog.getByLabel("Number or name"), dialog.getByLabel("Note")]
  const supports = dialog.getByRole("radio", { name: "Supports" })
  await number.fill("12")
  const sending = await hold(page, /\/api\/v1\/documents\/[^/]+\/citations$/)
  await number.press("Enter")
  await sending.came
  await expect(number).toBeFocused()
  await page.keyboard.type("3")
  await note.click()
  await page.keyboard.type("On page 1.")
  await expect(note).toBeFocused()
  await expect(note).toHaveJSProperty("readOnly", true)
  await dialog.getByRole("radio", { name: "Disputes" }).click({ force: true })
  await supports.focus()
  await page.keyboard.press("ArrowDown")
  await expect(supports).toBeChecked()
  await dialog.getByLabel("Rank").focus()
  await page.keyboard.press("ArrowDown")
  await expect(dialog.getByLabel("Rank")).toHaveValue("")
  await expect(note).toHaveValue("")
  await expect(number).toHaveValue("12")
  await expectAccessible(page)
  sending.lose()
  await expect(dialog.getByRole("alert")).toContainText("not saved yet")
  await expect(note).toHaveJSProperty("readOnly", false)
  await note.fill("On page 1.")
  await sending.stop()
  await dialog.getByRole("button", { name: "Cite it" }).click()
  await expect(dialog).toHaveCount(0)
  await expect(card.getByText("On page 1.")).toBeVisible()
  const { citations } = await read<{ citations: unknown[] }>(page, `/documents/${id}/claims/${unitId}`)
  expect(citations).toHaveLength(1)
})

test("an answer to a flag holds still while it is being saved", async ({ page }) => {
  const { project, id } = await place(page, "An answer that is typed on")
  const flag = { id: crypto.randomUUID(), start: 0, end: 22, quote: text.slice(0, 22) }
  await post(page, `/documents/${id}/flags`, { ...flag, reason: "other", note: "Which one?", blocking: false })
  await page.goto(`${project}/flags`)
  await page.getByRole("button", { name: /^Answer the flag/ }).click()
  const answer = openDialog(page).getByLabel("How it was dealt with")
  await answer.fill("Asked the archive.")
  const sending = await hold(page, /\/flags\/[^/]+\/answer$/)
  await openDialog(page).getByRole("button", { name: "Answer and close the flag" }).click()
  await sending.came
  await answer.click()
  await page.keyboard.type(" It said nothing.")
  await expect(answer).toHaveValue("Asked the archive.")
  await expect(answer).toBeFocused()
  sending.letGo()
  await expect(openDialog(page)).toHaveCount(0)
})
