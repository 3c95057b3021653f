import { createHash } from "node:crypto"
import {
  deafen,
  enter,
  expect,
  join,
  newProject,
  openDialog,
  post,
  signIn,
  signInByForm,
  tabTo,
  test,
  type,
} from "./person.ts"

const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "", again: false }

test.use({ refusals: [0, 401, 403, 404, 409] })

test("a project is created and a Cyrillic file added to it by keyboard; the same text again is noticed", async ({
  page,
}) => {
  const text = "Маршал был арестован 22 мая 1937 года. Говорят, что писем никто не видел."
  const bytes = Buffer.from([...text].map(sign => windows1251(sign)))
  await signIn(page, "owner@example.org")
  await page.goto("/projects")
  await type(page, page.getByLabel("Name"), "Made by keyboard")
  await page.keyboard.press("Enter")
  await page.waitForURL(/projects\/[0-9a-f-]{36}$/)
  const project = page.url()
  await enter(page, page.getByRole("link", { name: "Add a document" }))
  await page.waitForURL("**/documents/new")
  const chooser = page.waitForEvent("filechooser")
  await tabTo(page, page.getByLabel("File"))
  await page.keyboard.press("Enter")
  await (await chooser).setFiles({ name: "Допрос_маршала.txt", mimeType: "text/plain", buffer: bytes })
  await expect(page.getByLabel("Title")).toHaveValue("Допрос маршала")
  await expect(page.getByText("Found out from the file: Windows-1251 (Cyrillic).", { exact: false })).toBeVisible()
  await expect(page.getByRole("figure")).toContainText(text)
  await page.getByLabel("Encoding").selectOption("windows-1252")
  await expect(page.getByRole("figure")).not.toContainText("Маршал")
  await page.getByLabel("Encoding").selectOption("")
  await expect(page.getByRole("figure")).toContainText(text)
  await enter(page, page.getByRole("button", { name: "Add the document" }))
  await expect(page.locator(".raw-text")).toContainText("Маршал был арестован")
  const sha256 = createHash("sha256").update(text).digest("hex")
  await expect(page.getByText(`SHA-256 of the text: ${sha256}`)).toBeVisible()

  await page.goto(`${project}/documents/new`)
  await type(page, page.getByLabel("Title"), "Once more")
  await type(page, page.getByLabel("Or paste the text"), text)
  await enter(page, page.getByRole("button", { name: "Add the document" }))
  await expect(page.getByRole("link", { name: "Open “Допрос маршала” on another page" })).toBeVisible()
  await expect(page.getByLabel("Or paste the text")).toHaveValue(text)
  await enter(page, page.getByRole("button", { name: "Add it again anyway" }))
  await page.waitForURL(/documents\/[0-9a-f-]{36}$/)
  await page.goto(project)
  await expect(page.getByText(sha256)).toHaveCount(2)
})

test("a form pressed twice makes one project, also when the first answer was lost", async ({ page }) => {
  await signIn(page, "owner@example.org")
  await page.goto("/projects")
  const name = `Pressed twice ${crypto.randomUUID()}`
  await page.getByLabel("Name").fill(name)
  await page.route("**/api/v1/projects", async route => {
    await route.fetch()
    await route.abort()
  })
  await page.getByRole("button", { name: "Create the project" }).dblclick()
  await expect(page.getByText("What you typed is kept", { exact: false })).toBeVisible()
  await page.unroute("**/api/v1/projects")
  // It tries again by itself; whoever presses as well makes no second one.
  await page
    .getByRole("button", { name: "Create the project" })
    .dblclick({ timeout: 1_000 })
    .catch(() => {})
  await page.waitForURL(/projects\/[0-9a-f-]{36}$/)
  await page.goto("/projects")
  await expect(page.getByRole("link", { name })).toHaveCount(1)
})

test("somebody invited in one browser joins in another, and a changed role counts at the next request", async ({
  page,
  second,
}) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "With a guest")
  await page.goto(`${project}/members`)
  await enter(page, page.getByRole("button", { name: "Invite somebody" }))
  await enter(page, page.getByRole("button", { name: "Make the link" }))
  const link = await page.getByLabel("Link").inputValue()
  await page.keyboard.press("Escape")
  await expect(page.getByRole("alertdialog")).toContainText("Close without copying the link?")
  await enter(page, page.getByRole("button", { name: "Close", exact: true }))
  await expect(openDialog(page)).toHaveCount(0)

  await deafen(second)
  await second.goto(link)
  await type(second, second.getByLabel("Name"), "Guest Reviewer")
  await type(second, second.getByLabel("E-mail address"), `guest-${crypto.randomUUID()}@example.org`)
  await type(second, second.getByLabel("Password"), "seven quiet lamps")
  await enter(second, second.getByRole("button", { name: "Create an account and join With a guest" }))
  await second.waitForURL(`**${project}`)
  await enter(second, second.getByRole("link", { name: "Sources" }))
  await expect(second.getByRole("button", { name: "Add a source" })).toBeVisible()

  await page.reload()
  const role = page.getByLabel("Role of Guest Reviewer")
  await tabTo(page, role)
  await role.press("ArrowUp")
  await enter(page, page.getByRole("button", { name: "Save the role of Guest Reviewer" }))
  await expect(page.getByText("Guest Reviewer is now a reader.")).toBeVisible()
  await enter(second, second.getByRole("button", { name: "Add a source" }))
  await type(second, second.getByLabel("Title", { exact: true }), "Too late")
  await enter(second, openDialog(second).getByRole("button", { name: "Add the source" }))
  await expect(second.getByText("Your role in this project does not allow this.", { exact: false })).toBeVisible()
  await expect(second.getByLabel("Title", { exact: true })).toHaveValue("Too late")
  await second.goto(`${project}/sources`)
  await expect(second.getByRole("button", { name: "Add a source" })).toHaveCount(0)
})

test("two owners who change the policy at once both keep their words", async ({ page, second }) => {
  await signIn(page, "owner@example.org")
  await signIn(second, "editor@example.org")
  const project = await newProject(page, "Two owners")
  await join(page, second, project, "owner")
  await deafen(second)
  await page.goto(`${project}/policy`)
  await second.goto(`${project}/policy`)
  await type(page, page.getByLabel("Reviewers who must agree on “documented”"), "3")
  await page.keyboard.press("Enter")
  await expect(page.getByText("Version 2 is saved.", { exact: false })).toBeVisible()
  await type(second, second.getByLabel("Reviewers who must agree on “documented”"), "4")
  await second.keyboard.press("Enter")
  const versions = second.getByRole("region", { name: "in the meantime" })
  const reviewers = versions.getByRole("group", { name: "Reviewers who must agree on “documented”" })
  await expect(reviewers).toContainText("Changed in both.")
  await reviewers.getByRole("radio", { name: "Yours" }).focus()
  await second.keyboard.press("Space")
  await enter(second, versions.getByRole("button", { name: "Save what is chosen" }))
  await expect(second.getByText("Version 3 is saved.", { exact: false })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel("Reviewers who must agree on “documented”")).toHaveValue("4")
})

test("a source is added, corrected against somebody else's correction, and deleted", async ({ page, second }) => {
  await signIn(page, "owner@example.org")
  await signIn(second, "editor@example.org")
  const project = await newProject(page, "A bibliography")
  await join(page, second, project, "editor")
  await page.goto(`${project}/sources`)
  await enter(page, page.getByRole("button", { name: "Add a source" }))
  await type(page, page.getByLabel("Title", { exact: true }), "Minutes")
  await page.keyboard.press("Enter")
  await enter(page, page.getByRole("main").getByRole("link", { name: "Minutes" }))
  await page.waitForURL("**/sources/*-*")
  await second.goto(page.url())
  for (const browser of [second, page]) await enter(browser, browser.getByRole("button", { name: "Edit the record" }))
  for (const [browser, title] of [
    [second, "Minutes of the board"],
    [page, "Minutes of the court"],
  ] as const) {
    await type(browser, browser.getByLabel("Title", { exact: true }), title)
    await browser.keyboard.press("Enter")
    if (browser === second) await expect(browser.getByRole("heading", { level: 1 })).toHaveText(title)
  }
  const versions = page.getByRole("region", { name: "in the meantime" })
  const title = versions.getByRole("group", { name: "Title" })
  await expect(title).toContainText("Changed in both.")
  await title.getByRole("radio", { name: "Yours" }).focus()
  await page.keyboard.press("Space")
  await enter(page, versions.getByRole("button", { name: "Save what is chosen" }))
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Minutes of the court")
  await enter(page, page.getByRole("button", { name: "Delete the source" }))
  await enter(page, page.getByRole("button", { name: "Delete it" }))
  await expect(page.getByText("No sources yet")).toBeVisible()
})

test("a flag is answered from the list", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "With a flag")
  const documentId = crypto.randomUUID()
  const text = "The train carried a printing press."
  await post(page, `${project}/documents`, { id: documentId, title: "A text", text, ...blank })
  await post(page, `/documents/${documentId}/flags`, {
    id: crypto.randomUUID(),
    start: 4,
    end: 9,
    quote: "train",
    reason: "needs-source",
    note: "Which one?",
    blocking: true,
  })
  await page.goto(`${project}/flags`)
  await enter(page, page.getByRole("button", { name: "Answer the flag on “train”" }))
  await enter(page, page.getByRole("button", { name: "Answer and close the flag" }))
  await expect(page.getByText("Say how the flag was dealt with.").first()).toBeVisible()
  await type(page, page.getByLabel("How it was dealt with"), "The armoured one.")
  await enter(page, page.getByRole("button", { name: "Answer and close the flag" }))
  await expect(page.getByText("No open flags")).toBeVisible()
  await page.goto(`${project}/flags?status=answered`)
  await expect(page.getByText("The armoured one.")).toBeVisible()
})

test("an ended session is out at its next request, keeps what was typed, and comes back to its page", async ({
  page,
  second,
}) => {
  await signInByForm(page, "reviewer-3@example.org")
  await signInByForm(second, "reviewer-3@example.org")
  const project = await newProject(second, "Typed in a session that ends")
  await second.goto(project)
  await enter(second, second.getByRole("main").getByRole("button", { name: "Edit" }))
  await type(second, second.getByLabel("What it is about"), "Written before the end")
  await page.goto("/account")
  await enter(page, page.getByRole("button", { name: "End all other sessions" }))
  await expect(page.getByText("All other sessions are ended.")).toBeVisible()

  await enter(second, second.getByRole("button", { name: "Save" }))
  await enter(second, second.getByRole("button", { name: "Sign in again" }))
  await type(second, second.getByLabel("Password"), "apparatus-demo")
  await second.keyboard.press("Enter")
  await expect(second.getByText("You are signed in again.", { exact: false })).toBeVisible()
  await expect(second.getByLabel("What it is about")).toHaveValue("Written before the end")
  await enter(second, second.getByRole("button", { name: "Save" }))
  await expect(second.getByText("Written before the end")).toBeVisible()

  await page.reload()
  await enter(page, page.getByRole("button", { name: "End all other sessions" }))
  await expect(page.getByText("All other sessions are ended.")).toBeVisible()
  await enter(second, second.getByRole("link", { name: "Activity" }))
  await second.waitForURL(url => url.pathname === "/sign-in" && url.searchParams.get("next") === `${project}/activity`)
  await enter(second, second.getByRole("button", { name: /^Leila Haddad/ }))
  await second.waitForURL(`**${project}/activity`)
})

const windows1251 = (sign: string): number => {
  const code = sign.charCodeAt(0)
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
}
