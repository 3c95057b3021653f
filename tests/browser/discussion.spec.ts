import type { Page } from "@playwright/test"
import { enter, expect, expectSound, join, newProject, openDialog, post, signIn, tabTo, test } from "./person.ts"

test.use({ refusals: [0, 403, 409] })
test.slow()

const text = "The ship sank in 1912. It was raised in 1920."

/** A project with Ann as its owner and the other person as a reviewer; answers the address of its one document. */
async function document(page: Page, second: Page, role = "reviewer") {
  await signIn(page, "owner@example.org")
  await signIn(second, "reviewer-1@example.org")
  const project = await newProject(page, `A discussion ${crypto.randomUUID()}`)
  await join(page, second, project, role)
  const id = crypto.randomUUID()
  const provenance = { title: "Log book", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  await post(page, `${project}/documents`, { id, ...provenance, text, again: true })
  return { project, document: `${project}/documents/${id}`, documentId: id }
}

const discussion = (page: Page) => page.getByRole("region", { name: "Discussion" })
const field = (page: Page, name: string) => discussion(page).getByRole("textbox", { name })

test("a mention reaches the other's inbox and leads to the thread; an answer, an edit, a deletion and the end follow", async ({
  page,
  second,
}) => {
  const place = await document(page, second)
  await page.goto(place.document)
  await expect(discussion(page).getByText("Nobody discussed this passage yet.")).toBeVisible()
  // By the keyboard alone.
  await page.keyboard.press("m")
  await expect(field(page, "Begin a discussion")).toBeFocused()
  await page.keyboard.type("Who says so, @ama")
  await expect(page.getByRole("option")).toHaveCount(1)
  await page.keyboard.press("Enter")
  await expect(field(page, "Begin a discussion")).toHaveValue(/^Who says so, @\S+ \S+ $/)
  await page.keyboard.type("? See https://example.org/register.")
  await expectSound(page, "a comment being written")
  await field(page, "Begin a discussion").press("Control+Enter")
  await expect(discussion(page).getByRole("article")).toContainText("Who says so, @")
  await expect(discussion(page).getByRole("article")).toBeFocused()
  const link = discussion(page).getByRole("link", { name: "https://example.org/register" })
  await expect(link).toHaveAttribute("rel", /nofollow/)

  await second.goto("/projects")
  await second.getByRole("link", { name: /^Inbox, \d+ unread$/ }).click()
  const notice = second
    .getByRole("listitem")
    .filter({ hasText: "mentioned you in the discussion of a passage in “Log book”" })
  await expect(notice.first()).toBeVisible()
  await expectSound(second, "inbox")
  await enter(second, notice.first().getByRole("link"))
  await second.waitForURL(`**${place.document}?unit=**`)
  const thread = discussion(second).getByRole("article")
  await expect(thread).toBeFocused()
  await expect(thread.getByText("new", { exact: true })).toBeVisible()

  await second.keyboard.press("m")
  await expect(field(second, "Reply")).toBeFocused()
  await second.keyboard.type("The register of 1913.")
  await field(second, "Reply").press("Control+Enter")
  await expect(thread.getByRole("listitem")).toHaveCount(2)
  await expectSound(second, "a discussion")

  // The first browser hears of it by itself.
  await expect(discussion(page).getByText("The register of 1913.")).toBeVisible()

  const own = thread.getByRole("listitem").nth(1)
  await own.getByRole("button", { name: "Edit" }).click()
  await field(second, "Your comment").fill("The register of 1914.")
  await own.getByRole("button", { name: "Save" }).click()
  await expect(own).toContainText("· edited")
  await expect(own).toContainText("The register of 1914.")
  await own.getByRole("button", { name: "Delete" }).click()
  await second.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click()
  await expect(own).toContainText("You deleted this.")

  // Who edits the project sees the trace.
  await page.reload()
  const theirs = discussion(page).getByRole("article").getByRole("listitem").nth(1)
  await expect(theirs).toContainText("Deleted by its author.")
  await theirs.getByRole("button", { name: /said before/ }).click()
  await expect(theirs).toContainText("The register of 1913.")
  await expect(theirs).toContainText("The register of 1914.")
  await expectSound(page, "a comment's trace")

  await discussion(page).getByRole("button", { name: "Resolve" }).click()
  await expect(discussion(page).getByText(/Resolved by/)).toBeVisible()
  await enter(page, discussion(page).getByRole("button", { name: "Reopen" }))
  await expect(discussion(page).getByRole("button", { name: "Resolve" })).toBeVisible()
})

test("what was being written survives a lost network, a reload and a lost answer, and is one comment", async ({
  page,
  second,
}) => {
  const place = await document(page, second)
  await page.goto(place.document)
  await expect(discussion(page).getByText("Nobody discussed this passage yet.")).toBeVisible()
  await field(page, "Begin a discussion").fill("A thought that must not be lost.")
  // The server stores it, and its answer is lost each time.
  await page.route("**/threads", async route => {
    await route.fetch()
    await route.abort()
  })
  await discussion(page).getByRole("button", { name: "Send" }).click()
  await expect(discussion(page).getByRole("alert")).toContainText("can't be reached")
  await page.unroute("**/threads")
  await page.reload()
  await expect(field(page, "Begin another discussion")).toHaveValue("A thought that must not be lost.")
  await discussion(page).getByRole("button", { name: "Send" }).click()
  await expect(field(page, "Begin another discussion")).toHaveValue("")
  await expect(discussion(page).getByText("A thought that must not be lost.")).toHaveCount(1)
})

test("two edits of one comment: the second is told, sees both and keeps its words", async ({
  page,
  second,
  context,
}) => {
  const place = await document(page, second)
  await page.goto(place.document)
  await field(page, "Begin a discussion").fill("First words.")
  await discussion(page).getByRole("button", { name: "Send" }).click()
  await expect(discussion(page).getByRole("article")).toContainText("First words.")
  const other = await context.newPage()
  await other.goto(place.document)
  for (const [tab, words] of [
    [page, "Words of the first tab."],
    [other, "Words of the other tab."],
  ] as const) {
    await discussion(tab).getByRole("button", { name: "Edit" }).click()
    await field(tab, "Your comment").fill(words)
  }
  await discussion(page).getByRole("button", { name: "Save" }).click()
  await expect(discussion(page).getByText("· edited")).toBeVisible()
  await discussion(other).getByRole("button", { name: "Save" }).click()
  await expect(discussion(other).getByRole("alert")).toContainText("in another window")
  await expect(discussion(other).getByRole("alert")).toContainText("Words of the")
  await expectSound(other, "two edits of one comment")
  await discussion(other).getByRole("button", { name: "Save mine over it" }).click()
  await expect(discussion(other).getByRole("article")).toContainText("Words of the other tab.")
})

test("flags and sources are discussed where they stand", async ({ page, second }) => {
  const place = await document(page, second)
  const quote = "The ship sank in 1912."
  const words = { start: 0, end: quote.length, quote, reason: "needs-source", note: "", blocking: false }
  await post(second, `/documents/${place.documentId}/flags`, { id: crypto.randomUUID(), ...words })
  await page.goto(`${place.project}/flags`)
  await page.getByRole("button", { name: /^Discuss: discussion of the flag on/ }).click()
  await page.getByRole("textbox", { name: "Begin a discussion" }).fill("Which ship?")
  await page.getByRole("button", { name: "Send" }).click()
  await expect(page.getByRole("article")).toContainText("Which ship?")
  await expectSound(page, "a flag's discussion")
  await second.goto(place.document)
  await expect(second.getByRole("article").filter({ hasText: "Which ship?" })).toBeVisible()

  const sourceId = crypto.randomUUID()
  const record = { kind: "archival-record", csl: { type: "book", title: "Lloyd's register" }, archive: null }
  await post(page, `${place.project}/sources`, { id: sourceId, ...record })
  await second.goto(`${place.project}/sources/${sourceId}`)
  await field(second, "Begin a discussion").fill("Is it the edition of 1913?")
  await discussion(second).getByRole("button", { name: "Send" }).click()
  await expect(discussion(second).getByRole("article")).toContainText("Is it the edition of 1913?")
  await expectSound(second, "a source's discussion")
  await page.goto(`${place.project}/sources/${sourceId}`)
  await expect(page.getByText("People discussed this source, so it stays")).toBeVisible()
})

test("a reader reads, and a reviewer whom blindness binds sees that the discussion opens later", async ({
  page,
  second,
}) => {
  const place = await document(page, second)
  await page.goto(place.document)
  await field(page, "Begin a discussion").fill("I think it is documented.")
  await discussion(page).getByRole("button", { name: "Send" }).click()
  await expect(discussion(page).getByRole("article")).toBeVisible()
  const seen = { blind: false, pseudonyms: false }
  await post(page, `${place.project}/blindness`, { blind: true, pseudonyms: false, seen })
  await second.goto(place.document)
  await expect(discussion(second).getByText("its discussion opens once you have given your label")).toBeVisible()
  await expect(discussion(second).getByRole("textbox")).toHaveCount(0)
  await expectSound(second, "a veiled discussion")
  await second.keyboard.press("3")
  await expect(discussion(second).getByText("I think it is documented.")).toBeVisible()
})

test("an account chooses its e-mails, and the inbox can be emptied by the keyboard", async ({ page, second }) => {
  const place = await document(page, second)
  await page.goto(place.document)
  await field(page, "Begin a discussion").fill("@ama")
  await page.getByRole("option").click()
  await discussion(page).getByRole("button", { name: "Send" }).click()
  await expect(discussion(page).getByRole("article")).toBeVisible()
  await second.goto("/inbox")
  const all = second.getByRole("button", { name: "Mark all as read" })
  await tabTo(second, all)
  await second.keyboard.press("Enter")
  await expect(second.getByText("Nothing unread")).toBeVisible()
  await expect(second.getByRole("link", { name: "Inbox", exact: true })).toBeVisible()
  await expectSound(second, "an empty inbox")
  await second.getByRole("link", { name: "Show what was read too" }).click()
  await expect(second.getByRole("listitem").filter({ hasText: "mentioned you" }).first()).toBeVisible()
  await second.goto("/account#mail")
  await expect(second.getByRole("heading", { name: "E-mail" })).toBeVisible()
  await second.goto("/unsubscribe/nothing")
  await expect(second.getByRole("heading", { level: 1 })).toHaveText("This link stops nothing")
  await expect(openDialog(second)).toHaveCount(0)
})
