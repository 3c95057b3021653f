import type { Page } from "@playwright/test"
import { emptyRationale } from "../../lib/domain/rationale.ts"
import { expect, expectSound, join, newProject, patiently, post, signIn, test } from "./person.ts"

test.slow()

const text = "The ship sank in 1912. It was raised in 1920. It lay in the harbour. The crew was saved."

test("blind labels alone are chosen, the figures say what they rest on, and the claims on which two differ open in their text", async ({
  page,
  second,
  browser,
}) => {
  const context = patiently(await browser.newContext())
  const third = await context.newPage()
  await Promise.all([
    signIn(page, "owner@example.org"),
    signIn(second, "reviewer-1@example.org"),
    signIn(third, "reviewer-2@example.org"),
  ])
  const project = await newProject(page, "How far we agree")
  await join(page, second, project, "reviewer")
  await join(page, third, project, "reviewer")
  const id = crypto.randomUUID()
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: true }
  await post(page, `${project}/documents`, { id, title: "Log book", text, ...blank })
  await post(page, `${project}/blindness`, {
    blind: true,
    pseudonyms: false,
    seen: { blind: false, pseudonyms: false },
  })
  const answer = await page.request.get(`/api/v1/documents/${id}`)
  const { units } = (await answer.json()) as { units: { id: string }[] }
  const label = async (who: Page, unit: number, word: string, seen: string | null = null) => {
    const given = crypto.randomUUID()
    const words = {
      unitId: units[unit]!.id,
      id: given,
      label: word,
      confidence: "high",
      rationale: emptyRationale,
      seen,
    }
    await post(who, `/documents/${id}/annotation`, words)
    return given
  }
  for (const [unit, [one, other]] of [
    ["documented", "documented"],
    ["disputed", "disputed"],
    ["documented", "speculative"],
  ].entries()) {
    await label(second, unit, one!)
    const given = await label(third, unit, other!)
    // On the third claim the second reviewer follows the first one, whose label is open now.
    if (unit === 2) await label(third, unit, one!, given)
  }

  await page.goto(project)
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Agreement" }).click()
  const main = page.getByRole("main")
  await expect(main.getByText("Made of all labels as they stand now", { exact: false })).toBeVisible()
  await expect(main.getByText("6 labels on 3 of 4 claims.", { exact: false })).toBeVisible()
  await expect(main.getByRole("row", { name: /^Equal pairs of labels 100 % 3 of 4/ })).toBeVisible()

  await main.getByLabel("Labels", { exact: true }).selectOption("Only those given blind")
  await main.getByRole("button", { name: "Show" }).click()
  await expect(main.getByText("the last label that each person gave blind", { exact: false })).toBeVisible()
  await expect(main.getByRole("row", { name: /^Equal pairs of labels 67 % 3 of 4/ })).toBeVisible()
  await expectSound(page, "agreement of blind labels")

  await main.getByRole("link", { name: /differ on 1 claim$/ }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Claims on which labels differ")
  const claims = main.getByRole("listitem").filter({ hasText: "“It lay in the harbour.”" })
  await expect(claims).toContainText("speculative")
  await expect(main.getByText("1–1 of 1 claims")).toBeVisible()
  await expectSound(page, "claims on which two differ")
  await claims.getByRole("link").click()
  await page.waitForURL(`**/documents/${id}?unit=${units[2]!.id}`)
  await expect(page.getByRole("complementary", { name: "Claim" })).toContainText("It lay in the harbour.")

  // A reviewer sees figures of what they labelled; of the fourth claim nothing is known.
  await second.goto(`${project}/agreement/second-opinion`)
  await expect(second.getByText("The model needs at least 3 people", { exact: false })).toBeVisible()
  const file = await page.request.get(`/api/v1${project}/agreement/file?labels=blind`)
  expect(await file.text()).toContain("all,labels,raw,0.666667,,,3,4,")
  await context.close()
})
