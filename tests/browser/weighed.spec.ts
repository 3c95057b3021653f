import type { Page } from "@playwright/test"
import { enter, expect, expectSound, newProject, openDialog, post, signIn, test } from "./person.ts"

const told = "Orlov later recalled that the colonel burned the letters in May 1938."
const again = "Orlov later recalled that the colonel burned the letters in May 1938. Nobody kept a copy."

async function newDocument(page: Page, project: string, title: string, text: string): Promise<string> {
  const id = crypto.randomUUID()
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id, title, text, ...blank })
  return `${project}/documents/${id}`
}

async function newSource(page: Page, project: string, title: string): Promise<string> {
  const id = crypto.randomUUID()
  await post(page, `${project}/sources`, { id, kind: "memoir", csl: { type: "book", title }, archive: null })
  return id
}

const card = (page: Page) => page.getByRole("complementary", { name: "Claim" })

test("whether it was said is judged apart, and what is missing leads to where it is mended", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "Said and so")
  await newSource(page, project, "Secret history")
  await page.goto(await newDocument(page, project, "A thread", told))
  await expect(card(page).getByText("not given yet")).toBeVisible()
  await page.keyboard.press("2")
  const said = card(page).getByRole("group", { name: /^Was it said\?/ })
  await said.getByRole("radio", { name: "documented" }).click({ force: true })
  await expect(card(page).getByRole("heading", { name: "Was it said?" })).toBeVisible()
  await expect(card(page).getByText("No verdict on this yet.")).toBeVisible()
  const missing = card(page).getByText("“Documented” needs a supporting citation; it has none.")
  await enter(page, missing.getByRole("button", { name: "Cite a source" }))
  const dialog = openDialog(page)
  await dialog.getByRole("combobox", { name: "Source" }).fill("Secret")
  await page.getByRole("option", { name: /Secret history/ }).click()
  await dialog.getByRole("radio", { name: /it was said by the one/ }).check()
  await dialog.getByLabel("Credibility of what it says here").selectOption("2")
  await expectSound(page, "citing, with what it bears on")
  await dialog.getByRole("button", { name: "Cite it" }).click()
  await expect(card(page).getByText("supports (that it was said)")).toBeVisible()
  await expect(missing).toHaveCount(0)
  await enter(page, card(page).getByRole("button", { name: "What each label needs" }))
  await expect(
    card(page).getByText("“Speculative” needs a rationale that says what evidence is missing."),
  ).toBeVisible()
  await page.reload()
  await expect(said.getByRole("radio", { name: "documented" })).toBeChecked()
  await expectSound(page, "a card with two questions")
})

test("two claims are confirmed to say the same, share their evidence, and are parted again", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "Said twice, cited once")
  await newSource(page, project, "Secret history")
  const first = await newDocument(page, project, "A thread", told)
  const second = await newDocument(page, project, "Another thread", again)
  await page.goto(first)
  await expect(card(page).getByText("not given yet")).toBeVisible()
  await page.keyboard.press("c")
  await page.getByRole("combobox", { name: "Source" }).fill("Secret")
  await page.getByRole("option", { name: /Secret history/ }).click()
  await page.getByRole("button", { name: "Cite it" }).click()
  await page.goto(second)
  await enter(page, card(page).getByRole("button", { name: /^The same claim: Orlov/ }))
  await expect(card(page).getByText("It says the same as")).toBeVisible()
  await expect(card(page).getByRole("heading", { name: "Cited on the same claim elsewhere" })).toBeVisible()
  await expectSound(page, "a card with a confirmed link")
  await enter(page, card(page).getByRole("button", { name: /^Take it back: Orlov/ }))
  await expect(card(page).getByText("It says the same as")).toHaveCount(0)
  await expect(card(page).getByRole("button", { name: /^The same claim: Orlov/ })).toBeVisible()
  await enter(page, card(page).getByRole("button", { name: /^Neither: Orlov/ }))
  await expect(card(page).getByRole("button", { name: /^Neither: Orlov/ })).toHaveCount(0)
  await enter(page, card(page).locator("summary", { hasText: "Told apart" }))
  await expect(card(page).getByText("It is another claim than")).toBeVisible()
  await expectSound(page, "a card with claims told apart")
  await enter(page, card(page).getByRole("button", { name: /^Take it back: Orlov/ }))
  await expect(card(page).getByText("Told apart")).toHaveCount(0)
  await expect(card(page).getByRole("button", { name: /^The same claim: Orlov/ })).toBeVisible()
})

test("a downgrade brings a verdict down, which is listed with the reason until there is one again", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "A grade that falls")
  const source = await newSource(page, project, "Secret history")
  const grade = (reliability: string, seen: string | null, id: string) =>
    post(page, `${project}/sources/${source}/grade`, { id, seen, reliability, reason: "Compared with the files." })
  const [good, bad] = [crypto.randomUUID(), crypto.randomUUID()]
  await grade("B", null, good)
  const vote = { annotations: 1, agreement: "majority" }
  await post(page, `${project}/policy`, {
    version: 1,
    documented: { ...vote, supporting: 1, independent: 1, kinds: [], grade: "C", credibility: null },
    disputed: { ...vote, evidence: "reasoned", independent: 1 },
    speculative: vote,
    contested: { votes: true, evidence: false, independent: 1, grade: null },
    adjudicateOwn: true,
  })
  await page.goto(await newDocument(page, project, "A thread", told))
  await expect(card(page).getByText("not given yet")).toBeVisible()
  await page.keyboard.press("1")
  await page.keyboard.press("c")
  await page.getByRole("combobox", { name: "Source" }).fill("Secret")
  await page.getByRole("option", { name: /Secret history/ }).click()
  await page.getByRole("button", { name: "Cite it" }).click()
  await expect(card(page).getByText("by the policy")).toBeVisible()
  await expect(card(page).getByText("One witness: only “Secret history” supports it.")).toBeVisible()
  await grade("E", good, bad)
  await page.goto(`${project}/reopened`)
  const item = page.getByRole("main").getByRole("listitem")
  await expect(item).toHaveCount(1)
  await expect(item).toContainText("graded the source “Secret history” E, which was B before: Compared with the files.")
  await expectSound(page, "reopened claims")
  await item.getByRole("link", { name: /Orlov/ }).click()
  await expect(card(page).getByText("The verdict fell when")).toBeVisible()
  await enter(page, card(page).getByRole("link", { name: /Secret history/ }))
  await expect(page.getByRole("heading", { name: "Reliability" })).toBeVisible()
  await expect(page.getByText("Compared with the files.")).toHaveCount(2)
})
