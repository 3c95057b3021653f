import type { Page } from "@playwright/test"
import { enter, expect, expectSound, join, newProject, patiently, post, signIn, test } from "./person.ts"

test.use({ refusals: [0, 409, 422] })
test.slow()

const text = "The ship sank in 1912. It was raised in 1920. The crew was never found."
const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: true }

const rationale = (words: string) => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
})

/** A project with one document of three claims on which two reviewers disagree; the second has a source that supports it. */
async function contested(page: Page, second: Page, third: Page) {
  await Promise.all([
    signIn(page, "owner@example.org"),
    signIn(second, "reviewer-1@example.org"),
    signIn(third, "reviewer-2@example.org"),
  ])
  const project = await newProject(page, `Contested ${crypto.randomUUID()}`)
  await join(page, second, project, "reviewer")
  await join(page, third, project, "reviewer")
  const id = crypto.randomUUID()
  await post(page, `${project}/documents`, { id, title: "Log book", text, ...blank })
  const sourceId = crypto.randomUUID()
  const csl = { type: "book", title: "Lloyd's register" }
  await post(page, `${project}/sources`, { id: sourceId, kind: "archival-record", csl, archive: null })
  const room = await page.request.get(`/api/v1/documents/${id}`)
  const { units } = (await room.json()) as { units: { id: string; kind: string }[] }
  const claims = units.filter(({ kind }) => kind === "claim").map(unit => unit.id)
  const label = (who: Page, unitId: string, said: string, why: string) =>
    post(who, `/documents/${id}/annotation`, {
      unitId,
      id: crypto.randomUUID(),
      label: said,
      confidence: "moderate",
      rationale: rationale(why),
      seen: null,
    })
  for (const unitId of claims) {
    await label(second, unitId, "speculative", "Nobody saw the ship go down that night.")
    await label(third, unitId, "disputed", "The harbour master saw the ship go down, the mate denies it.")
  }
  await post(third, `/documents/${id}/citations`, {
    unitId: claims[1],
    id: crypto.randomUUID(),
    sourceId,
    stance: "supports",
    locatorLabel: "page",
    locator: "12",
    quotation: "Raised on 4 May 1920.",
    note: "",
    rank: null,
    directness: null,
  })
  return { project, claims, documentId: id }
}

const reason = (page: Page) => page.getByRole("textbox", { name: "Reason" })
const chosen = (page: Page, name: string) => page.getByRole("radio", { name, exact: false })
const waitFor = (page: Page, claim: string | undefined) => page.waitForURL(`**/contested/${claim}*`)

test("by the keyboard alone an editor takes a label, decides against all, and sends back a claim that a reviewer answers", async ({
  page,
  second,
  browser,
}) => {
  const context = patiently(await browser.newContext())
  const third = await context.newPage()
  const { project, claims } = await contested(page, second, third)
  expect(claims).toHaveLength(3)

  await page.goto(`${project}/contested`)
  await expect(page.getByText("3 claims", { exact: true })).toBeVisible()
  await expectSound(page, "what is contested")
  await page.keyboard.press("j")
  await page.keyboard.press("Enter")
  await waitFor(page, claims[0])
  await expect(page.getByText("1 of 3")).toBeVisible()
  await expect(page.getByRole("region", { name: "Amara Okafor" })).toContainText("Nobody saw the ship go down")
  await expectSound(page, "a claim to be decided")

  await page.keyboard.press("t")
  await expect(chosen(page, "Take one annotator’s label")).toBeChecked()
  const first = await page
    .getByRole("radio", { name: /^(Documented|Disputed|Speculative)/, checked: true })
    .inputValue()
  await page.keyboard.press("t")
  await expect(page.getByRole("radio", { name: /^(Documented|Disputed|Speculative)/, checked: true })).not.toHaveValue(
    first,
  )
  await expect(reason(page)).toHaveValue(/^With /)
  await page.keyboard.press("Control+Enter")

  await waitFor(page, claims[1])
  await expect(page.getByText("1 of 2")).toBeVisible()
  await page.keyboard.press("a")
  await expect(chosen(page, "Documented")).toBeChecked()
  await page.keyboard.press("Control+Enter")
  await expect(page.getByText("Give the reason for the decision", { exact: false }).first()).toBeVisible()
  await page.keyboard.press("r")
  await page.keyboard.type("The register names the day, a, 1 and n. Both overlooked it.")
  await page.keyboard.press("Control+Enter")

  await waitFor(page, claims[2])
  await expect(page.getByText("1 of 1")).toBeVisible()
  await page.keyboard.press("1")
  await expect(
    page.getByText("“Documented” needs a supporting citation; it has none. A decision needs that too."),
  ).toBeVisible()
  await page.keyboard.press("q")
  await page.keyboard.type("Who looked for the crew?")
  await page.keyboard.press("Control+Enter")
  await expect(page.getByText("Sent back to 2 people with your question.")).toBeVisible()
  await expect(page.getByText("waiting for", { exact: false }).first()).toBeVisible()
  await page.goto(`${project}/contested`)
  await expect(page.getByText("Nothing is contested now")).toBeVisible()
  await expect(page.getByRole("link", { name: "1 waits for answers" })).toBeVisible()

  await second.goto(`${project}/work`)
  await expectSound(second, "a question to a reviewer")
  await enter(second, second.getByRole("link", { name: "Who looked for the crew?" }))
  const thread = second.getByRole("region", { name: "Discussion" }).getByRole("article")
  await expect(thread).toContainText("A question to")
  await second.keyboard.press("m")
  await expect(thread.getByRole("textbox", { name: "Reply" })).toBeFocused()
  await second.keyboard.type("The coast guard, for two days.")
  await second.keyboard.press("Control+Enter")
  await expect(thread).toContainText("for two days")
  await expect(page.getByText("Nothing is contested now")).toBeVisible()
  await third.goto(`${project}/work`)
  await enter(third, third.getByRole("link", { name: "Who looked for the crew?" }))
  await expect(third.getByRole("region", { name: "Discussion" }).getByRole("article")).toContainText("for two days")
  await third.keyboard.press("m")
  await expect(third.getByRole("textbox", { name: "Reply" })).toBeFocused()
  await third.keyboard.type("And the harbour master.")
  await third.keyboard.press("Control+Enter")
  await expect(third.getByRole("region", { name: "Discussion" }).getByRole("article")).toContainText("harbour master")

  // It comes back by itself.
  await expect(page.getByText("answered", { exact: true })).toBeVisible()
  await page.keyboard.press("j")
  await page.keyboard.press("Enter")
  await waitFor(page, claims[2])
  await page.keyboard.press("d")
  await expect(chosen(page, "Disputed is the finding")).toBeChecked()
  await page.keyboard.press("r")
  await page.keyboard.type("Both looked, neither found anything, and they contradict one another.")
  await page.keyboard.press("Control+Enter")
  await expect(page.getByText("Decided. The annotators are told.").first()).toBeVisible()
  await expect(page.getByRole("region", { name: "Decisions" })).toContainText("disputed as the finding")

  await second.goto("/inbox")
  const told = second.getByRole("listitem").filter({ hasText: "Your label, speculative, is kept as dissent." })
  await expect(told.first()).toContainText("neither found anything")
  await expectSound(second, "inbox with decisions")
  await enter(second, told.first().getByRole("link"))
  await waitFor(second, claims[2])
  await expect(second.getByText("Editors decide contested claims.", { exact: false })).toBeVisible()
  await expectSound(second, "a decision, for a reviewer")
  await context.close()
})

test("an undo is offered for the decision that was made last, and only while one is among what is contested", async ({
  page,
  second,
  browser,
}) => {
  const context = patiently(await browser.newContext())
  const third = await context.newPage()
  const { project, claims, documentId } = await contested(page, second, third)
  await page.goto(`${project}/contested/${claims[0]}`)
  const offer = page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Undo" })
  const decide = async (next: string | undefined) => {
    await page.keyboard.press("t")
    await expect(reason(page)).toHaveValue(/^With /)
    await page.keyboard.press("Control+Enter")
    await waitFor(page, next)
    await expect(reason(page)).toHaveValue("")
  }
  await decide(claims[1])
  await expect(offer).toBeVisible()
  await decide(claims[2])
  await expect(page.getByText("1 of 1")).toBeVisible()
  await expect(offer, "of two decisions, only the last can be taken back next").toHaveCount(1)
  // Somewhere else the same editor does one thing more in the text.
  const span = { start: 0, end: 3, quote: "The", reason: "needs-source", note: "", blocking: false }
  const flag = { id: crypto.randomUUID(), ...span }
  await post(page, `/documents/${documentId}/flags`, flag)
  await offer.click()
  await expect(page.getByText("Undone.").first()).toBeVisible()
  await expect(page.getByText("2 of 2")).toBeVisible()
  await expect(offer).toHaveCount(0)

  // The page hears its keys again, and not the notice.
  await page.keyboard.press("p")
  await waitFor(page, claims[1])
  await decide(claims[2])
  await expect(page.getByText("1 of 1")).toBeVisible()
  await expect(offer).toBeVisible()
  await page.keyboard.press("u")
  await expect(page.getByText("2 of 2")).toBeVisible()
  await expect(offer, "what is undone already is not offered").toHaveCount(0)

  await page.keyboard.press("p")
  await waitFor(page, claims[1])
  await decide(claims[2])
  await expect(offer).toBeVisible()
  await page.getByRole("link", { name: "Overview" }).first().click()
  await page.waitForURL(`**${project}/overview`)
  await expect(offer, "elsewhere one may do something else in the text").toHaveCount(0)
  await context.close()
})
