import type { Page } from "@playwright/test"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { enter, expect, expectSound, newProject, post, signIn, test } from "./person.ts"

const text = "Orlov burned the letters in May 1938."
const shown = (page: Page) => page.getByRole("region", { name: "What would change" })
const ask = (page: Page) => page.getByRole("button", { name: "See what would change" })

/** A project whose only claim is documented, on a source of grade B. */
async function vetted(page: Page, name: string) {
  const project = await newProject(page, name)
  const [documentId, source] = [crypto.randomUUID(), crypto.randomUUID()]
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id: documentId, title: "A thread", text, ...blank })
  const csl = { type: "book", title: "Secret history" }
  await post(page, `${project}/sources`, { id: source, kind: "memoir", csl, archive: null })
  const grading = { id: crypto.randomUUID(), seen: null, reliability: "B", reason: "Compared with the files." }
  await post(page, `${project}/sources/${source}/grade`, grading)
  const documented = { ...defaultPolicy.documented, annotations: 1, grade: "C" }
  await post(page, `${project}/policy`, { version: 1, ...defaultPolicy, documented })
  await page.goto(`${project}/documents/${documentId}`)
  const card = page.getByRole("complementary", { name: "Claim" })
  await expect(card.getByText("not given yet")).toBeVisible()
  await page.keyboard.press("1")
  await page.keyboard.press("c")
  await page.getByRole("combobox", { name: "Source" }).fill("Secret")
  await page.getByRole("option", { name: /Secret history/ }).click()
  await page.getByRole("button", { name: "Cite it" }).click()
  await expect(card.getByText("by the policy")).toBeVisible()
  return { project, source }
}

test("a policy is tried before it is saved, and an answer is never shown beside another draft", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const { project } = await vetted(page, "A policy that is tried")
  await page.goto(`${project}/policy`)
  await enter(page, ask(page))
  await expect(shown(page)).toContainText("No verdict would be another one. Looked at: one claim.")
  const supporting = page.getByLabel("Supporting citations for “documented”")
  await supporting.fill("2")
  await expect(shown(page)).toHaveCount(0)
  await enter(page, ask(page))
  await expect(shown(page)).toContainText("One documented claim would go back to review.")
  await expectSound(page, "a policy with what it would change")
  await supporting.fill("3")
  await expect(shown(page)).toHaveCount(0)
  await supporting.fill("0")
  await ask(page).click()
  await expect(page.getByRole("main").getByText("At least one", { exact: false }).first()).toBeVisible()
  await expect(shown(page)).toHaveCount(0)
  await supporting.fill("2")
  await shown(page).getByRole("link", { name: text }).click()
  await expect(page.getByText("by the policy")).toBeVisible()
})

test("an answer that comes late is not shown beside what was filled in meanwhile, and a save outdates it", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const { project } = await vetted(page, "A late answer")
  await page.goto(`${project}/policy`)
  const supporting = page.getByLabel("Supporting citations for “documented”")
  const held: (() => void)[] = []
  await page.route("**/policy/preview", async route => {
    await new Promise<void>(go => held.push(go))
    await route.continue()
  })
  // A page that has only just come may still put its own value into the field while somebody fills it.
  await expect(async () => {
    await supporting.fill("2")
    await expect(supporting).toHaveValue("2", { timeout: 1_000 })
  }).toPass()
  await ask(page).click()
  await expect.poll(() => held.length).toBe(1)
  await supporting.fill("1")
  await ask(page).click()
  await expect.poll(() => held.length).toBe(2)
  held[1]!()
  await expect(shown(page)).toContainText("No verdict would be another one.")
  const late = page.waitForResponse("**/policy/preview")
  held[0]!()
  await late
  await expect(shown(page)).toContainText("No verdict would be another one.")
  await page.unroute("**/policy/preview")
  await supporting.fill("2")
  await ask(page).click()
  await expect(shown(page)).toContainText("One documented claim would go back to review.")
  await page.getByRole("button", { name: "Save the policy" }).click()
  await expect(page.getByText("One claim’s verdict changed.")).toBeVisible()
  await expect(shown(page)).toHaveCount(0)
})

test("a source says what another grade would change, and which claims have no other witness", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const { project, source } = await vetted(page, "A grade that is tried")
  await page.goto(`${project}/sources/${source}`)
  const reliability = page.getByRole("region", { name: "Reliability" })
  await expect(reliability.getByRole("heading", { name: "What would change" })).toBeVisible()
  const worse = reliability.getByText("E: One documented claim would go back to review.")
  await expect(worse).toBeVisible()
  await expect(reliability.getByText(/^A:/)).toHaveCount(0)
  await worse.click()
  await expect(reliability.getByRole("link", { name: text })).toBeVisible()
  await reliability.getByText("One claim rests on a single witness").click()
  await expect(reliability.getByRole("link", { name: text })).toHaveCount(2)
  await expectSound(page, "a source with what another grade would change")
})
