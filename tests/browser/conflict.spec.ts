import type { Page } from "@playwright/test"
import { deafen, expect, expectSound, join, newProject, openDialog, post, read, signIn, test } from "./person.ts"

test.use({ refusals: [0, 401, 404, 409] })

const text =
  "The marshal was arrested in May and he was shot in June of that year. The tribunal met on 11 June 1937 in Moscow."
const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "", again: false }
const owner = "owner@example.org"
const editor = "editor@example.org"

async function newDocument(page: Page, project: string): Promise<string> {
  const id = crypto.randomUUID()
  await post(page, `${project}/documents`, { id, title: "Two versions", text, ...blank })
  return `${project}/documents/${id}`
}

/** Two owners of one project, each in a browser of their own. */
async function twoOwners(page: Page, second: Page, name: string): Promise<string> {
  await signIn(page, owner)
  await signIn(second, editor)
  const project = await newProject(page, name)
  await join(page, second, project, "owner")
  return project
}

const card = (page: Page) => page.getByRole("complementary", { name: "Claim" })
const versions = (page: Page) => page.getByRole("region", { name: /in the meantime|was changed since/ })
const field = (page: Page, name: string) => versions(page).getByRole("group", { name })
const save = (page: Page) => versions(page).getByRole("button", { name: "Save what is chosen" }).click()

async function openRoom(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(card(page).getByRole("heading", { name: /^Claim 1 of/ })).toBeVisible()
  await expect(card(page).locator("[aria-busy=true]")).toHaveCount(0)
}

test("a project's words: what each changed is taken, what both changed is combined, and a second conflict works too", async ({
  page,
  second,
}) => {
  const project = await twoOwners(page, second, "Minutes")
  await page.goto(project)
  await page.getByRole("main").getByRole("button", { name: "Edit" }).click()
  await page.getByLabel("Name").fill("Minutes of the court")
  await page.getByLabel("What it is about").fill("Written by one.")
  await post(second, project, { version: 1, name: "The minutes", description: "" })
  await page.getByRole("button", { name: "Save", exact: true }).click()

  await expect(versions(page)).toContainText("Tomasz Zieliński saved a change in the meantime.")
  await expect(field(page, "Name").locator("ins")).toHaveText([/put in: The minutes/, / of the court/])
  await expect(page.getByLabel("Name, both in one")).toHaveValue("The minutes of the court")
  await expect(field(page, "What it is about").getByRole("radio", { name: "Yours" })).toBeChecked()
  await expectSound(page, "two versions of a project's words")
  await post(second, project, { version: 2, name: "The minutes", description: "Written by another." })
  await page.getByLabel("Name, both in one").fill("The minutes of that court")
  await save(page)

  // Somebody was faster again.
  await expect(page.getByLabel("What it is about, both in one")).toHaveValue("Written by another. Written by one.")
  await expect(field(page, "Name")).toContainText("Changed in yours only.")
  await save(page)
  await expect(page.getByText("The project is saved.")).toBeVisible()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The minutes of that court")
  await expect(page.getByText("Written by another. Written by one.")).toBeVisible()
})

test("the policy: a rule that both changed has to be chosen, others are taken from whoever changed them", async ({
  page,
  second,
}) => {
  const project = await twoOwners(page, second, "Two policies")
  await deafen(page)
  await page.goto(`${project}/policy`)
  await second.goto(`${project}/policy`)
  await second.getByLabel("Reviewers who must agree on “documented”").fill("3")
  await second.getByLabel("Agreement on “disputed”").selectOption("all")
  await second.getByRole("button", { name: "Save the policy" }).click()
  await expect(second.getByText("Version 2 is saved.", { exact: false })).toBeVisible()
  await page.getByLabel("Reviewers who must agree on “documented”").fill("4")
  await page.getByLabel("An editor may decide", { exact: false }).uncheck()
  await page.getByRole("button", { name: "Save the policy" }).click()
  const reviewers = field(page, "Reviewers who must agree on “documented”")
  await expect(reviewers).toContainText("Changed in both.")
  await expect(field(page, "Agreement on “disputed”").getByRole("radio", { name: "Theirs" })).toBeChecked()
  await save(page)
  await expect(reviewers.getByText("Choose one of the two.")).toBeVisible()
  await expectSound(page, "two versions of a policy")
  await reviewers.getByRole("radio", { name: "Yours" }).check()
  await save(page)
  await expect(page.getByText("Version 3 is saved.", { exact: false })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel("Reviewers who must agree on “documented”")).toHaveValue("4")
  await expect(page.getByLabel("Agreement on “disputed”")).toHaveValue("all")
  await expect(page.getByLabel("An editor may decide", { exact: false })).not.toBeChecked()
  await expect(page.getByText("Restored what you typed", { exact: false })).toHaveCount(0)
})

test("a source: its fields are compared as fields, a draft survives a reload and is compared with what is stored by then", async ({
  page,
  second,
}) => {
  const project = await twoOwners(page, second, "One source")
  const id = crypto.randomUUID()
  const csl = { type: "manuscript", title: "Minutes", author: [{ family: "Beck", given: "Nora" }] }
  const archive = { archive: "РГВА", fond: "33987" }
  const record = { kind: "archival-record", created: "", tells: "" }
  await post(page, `${project}/sources`, { id, ...record, csl, archive })
  await page.goto(`${project}/sources/${id}`)
  const form = openDialog(page)
  await page.getByRole("button", { name: "Edit the record" }).click()
  await form.getByLabel("Authors").fill("Beck, Nora\nLang, Otto")
  await form.getByLabel("Delo").fill("851")
  await page.reload()
  await page.getByRole("button", { name: "Edit the record" }).click()
  await expect(form.getByText("Restored what you typed on", { exact: false })).toBeVisible()
  await expect(form.getByLabel("Authors")).toHaveValue("Beck, Nora\nLang, Otto")
  await expectSound(page, "restored words")

  const theirs = { ...csl, author: [{ family: "Becker", given: "Nora" }] }
  await post(second, `${project}/sources/${id}`, {
    version: 1,
    ...record,
    csl: theirs,
    archive: { ...archive, opis: "3" },
  })
  await page.reload()
  await page.getByRole("button", { name: "Edit the record" }).click()
  await expect(versions(page)).toContainText("This was changed since you typed your version on")
  await expect(page.getByLabel("Authors, both in one")).toHaveValue("Becker, Nora\nLang, Otto")
  await expect(field(page, "Opis").getByRole("radio", { name: "Theirs" })).toBeChecked()
  await expect(field(page, "Delo").getByRole("radio", { name: "Yours" })).toBeChecked()
  await save(page)
  await expect(page.getByText("The source is saved.")).toBeVisible()
  await expect(page.getByText("РГВА. Ф. 33987. Оп. 3. Д. 851", { exact: false }).first()).toBeVisible()
  await page.getByRole("button", { name: "Edit the record" }).click()
  await expect(form.getByLabel("Authors")).toHaveValue("Becker, Nora\nLang, Otto")
  await expect(form.getByText("Restored what you typed on", { exact: false })).toHaveCount(0)
})

test("a boundary: who comes second sees the other's cut and their own point, and can still cut there", async ({
  page,
  second,
}) => {
  const path = await newDocument(page, await twoOwners(page, second, "Two cuts"))
  await openRoom(page, path)
  await openRoom(second, path)
  await page.locator("body").press("s")
  await openDialog(page).getByRole("button", { name: "shot" }).click()
  await second.locator("body").press("s")
  await openDialog(second).getByRole("button", { name: "and" }).click()
  await second.getByRole("button", { name: "Split here" }).click()
  await expect(card(second).getByRole("heading", { name: "Claim 1 of 3" })).toBeVisible()

  await page.getByRole("button", { name: "Split here" }).click()
  await expect(openDialog(page).getByRole("alert")).toContainText(
    "Tomasz Zieliński changed this passage in the meantime",
  )
  await expect(openDialog(page).getByText("(parted here now)")).toHaveCount(1)
  await expect(page.getByLabel("Point")).toHaveAttribute("aria-valuetext", "before “shot”")
  await expectSound(page, "a cut against another one")
  await page.getByRole("button", { name: "Split here" }).click()
  await expect(openDialog(page)).toHaveCount(0)
  await expect(page.locator(".raw-text").getByRole("button", { name: /^shot in June/ })).toBeVisible()
  await expect(page.locator(".raw-text").getByRole("button", { name: /^and he was/ })).toBeVisible()

  // The boundary that one wants to move is gone.
  await second.reload()
  await second.locator("body").press("b")
  await page
    .locator(".raw-text")
    .getByRole("button", { name: /^The marshal was arrested/ })
    .click()
  await page.locator("body").press("g")
  await expect(card(page).getByRole("heading", { name: "Claim 1 of 3" })).toBeVisible()
  await openDialog(second).getByRole("button", { name: "he", exact: true }).click()
  await second.getByRole("button", { name: "Move the end here" }).click()
  await expect(openDialog(second).getByRole("alert")).toContainText("you can split what holds your point")
  await second.getByRole("button", { name: "Split here" }).click()
  await expect(openDialog(second)).toHaveCount(0)
  await expect(second.locator(".raw-text").getByRole("button", { name: /^he was/ })).toBeVisible()
})

test("a reason in two tabs: both reasons are in the combined one, also when the second was left unsaved", async ({
  page,
  context,
}) => {
  await signIn(page, owner)
  const path = await newDocument(page, await newProject(page, "Two tabs, two reasons"))
  await openRoom(page, path)
  await page.locator("body").press("2")
  await expect(card(page).getByText("saved", { exact: true })).toBeVisible()
  const other = await context.newPage()
  await openRoom(other, path)
  await write(page, "The register says May.")
  // Drafts belong to a person and a claim: what the first tab keeps is not to come into the second one's editor.
  await other.evaluate(() => localStorage.clear())
  await write(other, "Sudoplatov says June.")
  await card(other).getByRole("button", { name: "Save the reason" }).click()
  await expect(card(other).getByText("saved", { exact: true })).toBeVisible()
  await card(page).getByRole("button", { name: "Save the reason" }).click()
  await expect(versions(page)).toContainText("You saved this claim elsewhere in the meantime.")
  await expect(card(page).getByRole("textbox", { name: "Rationale" })).toContainText(
    "Sudoplatov says June. The register says May.",
  )
  await expectSound(page, "two reasons")
  await save(page)
  await expect(versions(page)).toHaveCount(0)
  await expect(card(page).getByText("Sudoplatov says June. The register says May.")).toBeVisible()

  // The next reason is left unsaved, and a third one is stored before one comes back to it.
  await change(page, "Or in April.")
  await page.waitForFunction(() => Object.values(localStorage).some(kept => String(kept).includes("Or in April.")))
  await rewrite(other, path, "Nobody knows.")
  await page.reload()
  await expect(versions(page)).toContainText("The reason was changed since you typed yours on")
  await field(page, "Reason").getByRole("radio", { name: "Yours" }).check()
  await save(page)
  await expect(page.getByRole("textbox", { name: "Rationale" })).toHaveCount(0)
  await expect(card(page).getByText(/The register says May\. Or in April\.$/)).toBeVisible()
  await page.reload()
  await expect(card(page).getByText(/Or in April\.$/)).toBeVisible()
  await expect(page.getByRole("textbox", { name: "Rationale" })).toHaveCount(0)
})

/** Stores another reason for one's own label on the first claim, as a browser elsewhere would. */
async function rewrite(page: Page, path: string, words: string): Promise<void> {
  const document = `/documents/${path.split("/").at(-1)}`
  const { units } = await read<{ units: { id: string; kind: string }[] }>(page, document)
  const { id: unitId } = units.find(({ kind }) => kind === "claim")!
  type Mine = { id: string; label: string; confidence: string; said: string | null }
  const { mine } = await read<{ mine: Mine }>(page, `${document}/claims/${unitId}`)
  const rationale = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: words }] }] }
  const { label, confidence, said, id: seen } = mine
  await post(page, `${document}/annotation`, {
    unitId,
    id: crypto.randomUUID(),
    label,
    confidence,
    said,
    seen,
    rationale,
  })
}

/** Writes a reason in the card's editor. */
async function write(page: Page, words: string): Promise<void> {
  await card(page).getByRole("button", { name: "Write the reason" }).click()
  await page.getByRole("textbox", { name: "Rationale" }).click()
  await page.keyboard.type(words)
}

async function change(page: Page, words: string, button = "Change the reason"): Promise<void> {
  await card(page).getByRole("button", { name: button }).click()
  await page.getByRole("textbox", { name: "Rationale" }).click()
  await page.keyboard.press("ControlOrMeta+End")
  await page.keyboard.type(` ${words}`)
}

test("without a network a form keeps the words, says so, and sends them when it is back, once", async ({ page }) => {
  await signIn(page, owner)
  const project = await newProject(page, "Off and on")
  await page.goto(project)
  await page.getByRole("main").getByRole("button", { name: "Edit" }).click()
  await page.getByLabel("What it is about").fill("Typed in a tunnel")
  await page.context().setOffline(true)
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByText("sent by itself when it can be", { exact: false })).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText("The project is saved.")).toBeVisible()
  await expect(page.getByText("Typed in a tunnel")).toBeVisible()

  // The answer to the second save gets lost; what is typed on meanwhile is no conflict with oneself.
  await page.getByRole("main").getByRole("button", { name: "Edit" }).click()
  await page.getByLabel("What it is about").fill("Typed on a bridge")
  await page.route(`**/api/v1${project}`, async route => {
    await route.fetch()
    await route.abort()
  })
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByText("sent by itself when it can be", { exact: false })).toBeVisible()
  await page.getByLabel("What it is about").fill("Typed on a bridge, then on a ferry")
  await page.unroute(`**/api/v1${project}`)
  // It tries again by itself, and may be done already.
  await page
    .getByRole("button", { name: "Save", exact: true })
    .click({ timeout: 1_000 })
    .catch(() => {})
  await expect(page.getByText("Typed on a bridge, then on a ferry")).toBeVisible()
  await expect(versions(page)).toHaveCount(0)
})

test("a label that did not get through is at hand after a reload; what one types goes along when its passage is split", async ({
  page,
  second,
}) => {
  const project = await twoOwners(page, second, "Gone meanwhile")
  const source = crypto.randomUUID()
  const record = {
    kind: "memoir",
    csl: { type: "book", title: "Recollections" },
    archive: null,
    created: "",
    tells: "",
  }
  await post(page, `${project}/sources`, { id: source, ...record })
  const path = await newDocument(page, project)
  await deafen(page)
  await openRoom(page, path)
  await page.route("**/annotation", route => route.abort())
  await page.locator("body").press("1")
  await expect(card(page).getByText("Your label “documented” is not saved.")).toBeVisible()
  await page.reload()
  await expect(card(page).getByText("Your label “documented” is not saved.")).toBeVisible()
  await page.unroute("**/annotation")
  // It tries again by itself, and may be done already.
  await card(page)
    .getByRole("button", { name: "Save it now" })
    .click({ timeout: 1_000 })
    .catch(() => {})
  await expect(card(page).getByText("saved", { exact: true })).toBeVisible()
  await expect(card(page).getByText(/not saved/)).toHaveCount(0)

  await change(page, "The register says so.", "Write the reason")
  await page.locator("h1").click()
  await page.locator("body").press("c")
  await page.getByRole("combobox", { name: "Source" }).fill("Recoll")
  await page.getByRole("option", { name: /Recollections/ }).click()
  await page.getByLabel("Note").fill("On page twelve.")
  await openRoom(second, path)
  await second.locator("body").press("s")
  await openDialog(second).getByRole("button", { name: "and" }).click()
  await second.getByRole("button", { name: "Split here" }).click()
  await expect(openDialog(second)).toHaveCount(0)

  await page.getByRole("button", { name: "Cite it" }).click()
  await expect(
    openDialog(page).getByText("This passage was split or merged in the meantime. What you typed"),
  ).toBeVisible()
  await page.getByRole("button", { name: "Go on with what stands there now" }).click()
  await expect(page.getByLabel("Note")).toHaveValue("On page twelve.")
  await page.getByRole("button", { name: "Cite it" }).click()
  await expect(openDialog(page)).toHaveCount(0)
  await expect(card(page).getByText("On page twelve.")).toBeVisible()
  await expect(page.getByRole("textbox", { name: "Rationale" })).toContainText("The register says so.")
})

test("an ended session and somebody else on this browser: nothing is sent under another name, nothing is shown to them", async ({
  page,
  second,
  context,
}) => {
  const project = await twoOwners(page, second, "One browser, two people")
  await page.goto(project)
  await page.getByRole("main").getByRole("button", { name: "Edit" }).click()
  await page.getByLabel("What it is about").fill("Vera's own words")
  await context.clearCookies()
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByRole("button", { name: "Sign in again" })).toBeVisible()

  const other = await context.newPage()
  await signIn(other, editor)
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByText("Somebody else is signed in on this browser now", { exact: false })).toBeVisible()
  await other.goto(project)
  await other.getByRole("main").getByRole("button", { name: "Edit" }).click()
  await expect(other.getByLabel("What it is about")).toHaveValue("")
  await expect(other.getByText("Restored what you typed", { exact: false })).toHaveCount(0)

  await page.getByRole("button", { name: "Sign in again" }).click()
  await page.getByLabel("Password", { exact: true }).fill("apparatus-demo")
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await expect(page.getByText("You are signed in again.", { exact: false })).toBeVisible()
  await page.reload()
  await page.getByRole("main").getByRole("button", { name: "Edit" }).click()
  await expect(page.getByLabel("What it is about")).toHaveValue("Vera's own words")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByText("Vera's own words")).toBeVisible()
})
