import type { Page } from "@playwright/test"
import { olderSplitter } from "./older-splitter.ts"
import { enter, expect, expectSound, join, newProject, post, signIn, tabTo, test } from "./person.ts"

test.use({ refusals: [403, 409] })

const text =
  "The marshal was arrested in May. He was shot in June. Was there a record? The tribunal met on one day. " +
  "Presumably nobody was surprised. Nobody kept the minutes."

/** A document that an older splitter had split, each two sentences as one; answers its path. */
async function olderDocument(page: Page, project: string, words = text): Promise<string> {
  const id = crypto.randomUUID()
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id, title: "An old page", text: words, ...blank })
  await olderSplitter(id)
  return `${project}/documents/${id}`
}

const hunks = (page: Page) => page.getByRole("region", { name: /place.? differs?$/ }).locator("ol > li:has(input)")

test("a document is split again by keyboard: what nobody touched is chosen, what somebody labelled is not", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const path = await olderDocument(page, await newProject(page, "Split by an older one"))
  await page.goto(path)
  await page.locator(".raw-text").getByRole("button", { name: "The marshal was arrested" }).first().click()
  await page.keyboard.press("2")
  await expect(page.getByText("saved", { exact: true })).toBeVisible()
  await enter(page, page.getByRole("link", { name: "Re-split the text …" }))
  await page.waitForURL("**/resplit")
  await expect(page.getByText("This text was split by version 1 of the splitter", { exact: false })).toBeVisible()
  await expect(page.getByRole("heading", { name: "3 places differ" })).toBeVisible()
  await expect(hunks(page).getByRole("checkbox").nth(0)).not.toBeChecked()
  await expect(hunks(page).getByRole("checkbox").nth(1)).toBeChecked()
  await expect(hunks(page).nth(0)).toContainText("1 label")
  await expect(hunks(page).nth(0)).toContainText("it counts for a new passage once it is given again there.")
  await expect(page.getByText("2 of 3 chosen")).toBeVisible()
  await expectSound(page, "the difference")
  await tabTo(page, hunks(page).getByRole("checkbox").nth(0))
  await page.keyboard.press("Space")
  await expect(page.getByText("3 of 3 chosen")).toBeVisible()
  await page.getByRole("button", { name: "Choose the untouched" }).click()
  await expect(page.getByText("2 of 3 chosen")).toBeVisible()
  await enter(page, page.getByRole("button", { name: "Split again" }))
  await page.waitForURL(/documents\/[0-9a-f-]{36}(\?.*)?$/)
  await expect(page.locator(".raw-text").getByRole("button", { name: "Nobody kept the minutes." })).toBeVisible()
  await page.goto(`${path}/resplit`)
  await expect(page.getByRole("heading", { name: "One place differs" })).toBeVisible()
  await page.goto(`${path}`)
  await expect(page.locator(".raw-text .claim").first()).toBeVisible()
  await page.keyboard.press("u")
  await expect(page.locator(".raw-text").getByRole("button", { name: "Nobody kept the minutes." })).toContainText(
    "Presumably nobody was surprised.",
  )
})

test("somebody's work meanwhile is told, marked, and taken off the choice; the rest of the choice stays", async ({
  page,
  second,
}) => {
  await signIn(page, "owner@example.org")
  await signIn(second, "reviewer-2@example.org")
  const project = await newProject(page, "Work meanwhile")
  await join(page, second, project, "reviewer")
  const path = await olderDocument(page, project)
  await page.goto(`${path}/resplit`)
  await hunks(page).getByRole("checkbox").nth(1).uncheck()
  await second.goto(path)
  await second.locator(".raw-text").getByRole("button", { name: "The marshal was arrested" }).first().click()
  await second.keyboard.press("2")
  await expect(second.getByText("saved", { exact: true })).toBeVisible()
  await page.getByRole("button", { name: "Split again" }).click()
  await expect(page.getByRole("main").getByRole("alert")).toContainText("worked on one of the chosen passages")
  await expect(hunks(page).nth(0)).toContainText("Somebody worked on this in the meantime.")
  for (const [at, chosen] of [false, false, true].entries())
    await expect(hunks(page).getByRole("checkbox").nth(at)).toBeChecked({ checked: chosen })
  await expectSound(page, "a difference that was overtaken")
  await page.getByRole("button", { name: "Split again" }).click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}(\?.*)?$/)
  await expect(page.locator(".raw-text").getByRole("button", { name: "Nobody kept the minutes." })).toBeVisible()
})

test("a document of today's splitter says that nothing would change; a reviewer is told whose work it is", async ({
  page,
  second,
}) => {
  await signIn(page, "owner@example.org")
  await signIn(second, "reviewer-1@example.org")
  const project = await newProject(page, "Of today's splitter")
  await join(page, second, project, "reviewer")
  const id = crypto.randomUUID()
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id, title: "A new page", text, ...blank })
  const path = `${project}/documents/${id}`
  await page.goto(`${path}/resplit`)
  await expect(page.getByText("Nothing would change.")).toBeVisible()
  await expectSound(page, "nothing would change")
  await second.goto(path)
  await expect(second.locator(".raw-text .claim").first()).toBeVisible()
  await expect(second.getByRole("link", { name: "Re-split the text …" })).toHaveCount(0)
  await second.goto(`${path}/resplit`)
  await expect(second.getByText("Ask an owner to change your role.", { exact: false })).toBeVisible()
})

test("thousands of places are shown page by page and chosen at once", async ({ page }) => {
  test.slow()
  await signIn(page, "owner@example.org")
  const book = Array.from({ length: 4_000 }, (_, at) => `Commander ${at} was arrested in 1937.`).join(" ")
  const path = await olderDocument(page, await newProject(page, "An old book"), book)
  await page.goto(`${path}/resplit`)
  await expect(page.getByRole("heading", { name: "2,000 places differ" })).toBeVisible()
  await expect(hunks(page)).toHaveCount(25)
  await page.getByRole("button", { name: "Next" }).click()
  await expect(page.getByText("26–50 of 2,000")).toBeVisible()
  await page.getByRole("button", { name: "Choose none" }).click()
  await expect(page.getByText("0 of 2,000 chosen")).toBeVisible()
  await page.getByRole("button", { name: "Choose all" }).click()
  await page.getByRole("button", { name: "Split again" }).click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}(\?.*)?$/, { timeout: 60_000 })
  await page.goto(`${path}/resplit`)
  await expect(page.getByText("Nothing would change.")).toBeVisible()
})
