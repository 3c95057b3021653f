import { readFile } from "node:fs/promises"
import { emptyArchive, filesIn } from "../support/empty-archive.ts"
import { enter, expect, expectSound, newProject, openDialog, post, signIn, test } from "./person.ts"

const sample = "/projects/5a3b1c00-0000-4000-8000-000000000001"
const missing = "0".repeat(43)

test.use({ refusals: [404, 422] })
test.slow()

test("screens for people who are signed out are sound", async ({ page }) => {
  for (const path of [
    "/sign-in",
    `/invitation/${missing}`,
    `/setup/${missing}`,
    `/unsubscribe/${missing}`,
    "/vocab",
    // All of it is the same parts again, a hundred and fifty times.
    "/api?q=claim+label",
    "/problems",
    "/nowhere",
  ]) {
    await page.goto(path)
    await expectSound(page, path)
  }
})

test("an open invitation is sound", async ({ page, second }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "An invitation to look at")
  const { path } = await post(page, `${project}/invitations`, { id: crypto.randomUUID(), role: "reviewer", note: "" })
  await second.goto(String(path))
  await expect(second.getByRole("heading", { level: 1 })).toHaveText("Join An invitation to look at")
  await expectSound(second, "invitation, signed out")
  await page.goto(String(path))
  await expectSound(page, "invitation, for a member")
})

test("bringing in a project is sound, from the file to the project", async ({ page }) => {
  await signIn(page, "owner@example.org")
  await page.goto("/projects")
  const archive = Buffer.from(emptyArchive())
  const choose = (buffer: Buffer) =>
    page.getByLabel("Archive").setInputFiles({ name: "elsewhere.zip", mimeType: "application/zip", buffer })
  await choose(archive.subarray(0, 900))
  await enter(page, page.getByRole("button", { name: "Look into it" }))
  await expect(page.getByRole("main").getByRole("alert")).toContainText("This file is not an archive of a project.")
  await expect(page.getByText("elsewhere.zip")).toBeVisible()
  await expectSound(page, "an archive that is none")
  await enter(page, page.getByRole("button", { name: "Take it out" }))
  await choose(archive)
  await enter(page, page.getByRole("button", { name: "Look into it" }))
  const found = page.getByRole("region", { name: "Elsewhere" })
  await expect(found).toBeFocused()
  await found.getByText("1 person in it").click()
  await expect(found).toContainText("Owner elsewhere")
  await expectSound(page, "what is in an archive")
  await enter(page, found.getByRole("button", { name: "Bring it in" }))
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Elsewhere")
  await expect(page.getByText("Brought in from an archive on")).toBeVisible()
  await expectSound(page, "a project that was brought in")
  const project = new URL(page.url()).pathname
  await page.goto(`${project}/members`)
  await expect(page.getByText("brought in from an archive, has no account here")).toBeVisible()
  await expectSound(page, "members who were brought in")
  await page.goto(`${project}/export`)
  const arriving = page.waitForEvent("download")
  await enter(page, page.getByRole("link", { name: "Download the project’s archive" }))
  const files = filesIn(await readFile(await (await arriving).path()))
  const { "manifest.json": _manifest, ...rest } = filesIn(archive)
  // The database orders the fields of JSON in its own way, which the file that was made for this does not know.
  const rows = (bytes: Uint8Array) => {
    const lines = Buffer.from(bytes).toString().split("\n").filter(Boolean)
    return lines.map(line => JSON.parse(line))
  }
  for (const [name, bytes] of Object.entries(rest)) expect(rows(files[name]!), name).toEqual(rows(bytes))
})

test("every screen of a project is sound", async ({ page }) => {
  await signIn(page, "owner@example.org")
  await page.goto("/projects")
  await expectSound(page, "projects")
  for (const part of [
    "",
    "/overview",
    "/claims",
    "/queue",
    "/work",
    "/norming",
    "/agreement",
    "/agreement/claims",
    "/agreement/second-opinion",
    "/flags",
    "/contested",
    "/contested",
    "/reopened",
    "/sources",
    "/sources/import",
    "/citation-style",
    "/bibliography",
    "/matrix",
    "/export",
    "/members",
    "/policy",
    "/activity",
    "/log",
  ]) {
    await page.goto(sample + part)
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1)
    await expectSound(page, part)
  }
  await page.goto(`${sample}/activity?kind=labels`)
  const [folded] = await page.locator("main summary").all()
  await folded!.click()
  await expect(page.getByRole("term").filter({ hasText: "Label" }).first()).toBeVisible()
  await expectSound(page, "a change with what was before and after")
  await page.getByRole("link", { name: /^“/ }).first().click()
  await page.getByRole("link", { name: "History of this passage" }).click()
  await page.waitForURL("**/claims/*/history")
  await expectSound(page, "the history of a claim")
  await page.getByRole("link", { name: "History of the document" }).click()
  await page.waitForURL(/documents\/[^/]+\/history$/)
  await expectSound(page, "the history of a document")
  await page.goto(`${sample}/sources`)
  await page.getByRole("row").getByRole("link").first().click()
  await page.waitForURL("**/sources/*")
  await expectSound(page, "a source")
  await page.goto("/inbox?show=all")
  await expectSound(page, "inbox")
  await page.goto("/account")
  await expectSound(page, "account")
})

test("every screen of an empty project is sound and says how to begin", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const empty = await newProject(page, "Nothing in here yet")
  for (const [part, words] of [
    ["", "No documents yet"],
    ["/overview", "No claims yet"],
    ["/claims", "No claims yet"],
    ["/queue", "No claims yet"],
    ["/work", "No documents yet"],
    ["/flags", "No open flags"],
    ["/contested", "Nothing is contested now"],
    ["/reopened", "Every verdict stands"],
    ["/sources", "No sources yet"],
    ["/bibliography", "Nothing is cited yet"],
    ["/matrix", "No evidence yet"],
    ["/agreement", "No labels yet"],
    ["/agreement/claims", "No claims match"],
    ["/agreement/second-opinion", "Too little to go by"],
    ["/export", "Nothing to export yet"],
    ["/webhooks", "No webhooks yet"],
  ] as const) {
    await page.goto(empty + part)
    await expect(page.getByText(words)).toBeVisible()
    await expectSound(page, words)
  }
})

test("a webhook, its log and a message are sound", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "Followed from elsewhere")
  const id = crypto.randomUUID()
  // Names under .invalid lead nowhere (RFC 6761).
  const words = { address: "https://hooks.invalid/in?key=a-long-key-of-a-receiver", events: ["flag.raised"] }
  await post(page, `${project}/webhooks`, { id, ...words })
  await page.goto(`${project}/webhooks/${id}`)
  await page.getByRole("button", { name: "Send a test message" }).click()
  await expect(page.getByText(/There is no server of this name|took longer than/)).toBeVisible()
  await expectSound(page, "a webhook and its log")
  await page.getByRole("link", { name: "webhook.test" }).click()
  await expect(page.getByRole("heading", { name: "Sendings" })).toBeVisible()
  await expectSound(page, "a message to a webhook")
  await post(page, `${project}/webhooks/${id}/pause`, {})
  await page.goto(`${project}/webhooks`)
  await expect(page.getByText("Somebody paused it.")).toBeVisible()
  await expectSound(page, "webhooks, one of them paused")
  await page.getByRole("link", { name: words.address }).click()
  await page.getByRole("button", { name: "Resume" }).click()
  await expect(page.getByRole("alertdialog")).toBeVisible()
  await expectSound(page, "resuming a webhook")
})

test("a refused form and its errors are sound", async ({ page }) => {
  await signIn(page, "owner@example.org")
  await page.goto(`${sample}/documents/new`)
  await page.getByRole("button", { name: "Add the document" }).click()
  await expect(page.getByText("Give the document a title.")).toBeVisible()
  await expectSound(page, "new document, without a title")
  await page.getByLabel("Title").fill("Empty")
  await page.getByRole("button", { name: "Add the document" }).click()
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Paste or upload a text")
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused()
  await expectSound(page, "new document, without a text")
})

test("dialogs and menus are sound, and give the focus back", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const openers: [path: string, opener: string | RegExp][] = [
    ["", "Edit"],
    ["", /^Edit “/],
    ["/sources", "Add a source"],
    ["/flags", /^Answer the flag/],
    ["/work", "Assign claims"],
    ["/queue", /^Skip/],
    ["/members", "Invite somebody"],
    ["/webhooks", "Add a webhook"],
    ["/members", "Remove Paul Ferrand"],
  ]
  for (const [path, name] of openers) {
    await page.goto(sample + path)
    // Where there is room for it, the flag at hand goes beside the list as soon as the page is alive.
    if (path === "/flags") await expect(page.getByRole("complementary", { name: "Preview" })).toBeVisible()
    const opener = page
      .getByRole("main")
      .getByRole("button", { name, exact: typeof name === "string" })
      .first()
    await opener.click()
    const dialog = openDialog(page).or(page.getByRole("alertdialog"))
    await expect(dialog).toBeVisible()
    await expectSound(page, `${path} ${name}`)
    await page.keyboard.press("Escape")
    await expect(dialog).toHaveCount(0)
    // The preview went when the window became narrow, and its row has the focus then.
    await expect(path === "/flags" ? page.locator("tr[tabindex='0']") : opener).toBeFocused()
  }
  const account = page.getByRole("button", { name: "VL, account of Vera Lindqvist" })
  await account.click()
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible()
  await expectSound(page, "account menu")
})

test("typed words are not dropped by Escape without asking", async ({ page }) => {
  await signIn(page, "owner@example.org")
  await page.goto(sample)
  await page.getByRole("main").getByRole("button", { name: "Edit", exact: true }).click()
  await page.getByLabel("What it is about").fill("Something longer")
  await page.keyboard.press("Escape")
  await expect(page.getByRole("alertdialog")).toContainText("Close without saving?")
  await expectSound(page, "the question before closing")
  await page.keyboard.press("Escape")
  await expect(page.getByLabel("What it is about")).toHaveValue("Something longer")
  await page.keyboard.press("Escape")
  await page.getByRole("button", { name: "Discard it" }).click()
  await expect(openDialog(page)).toHaveCount(0)
})

/** Every page of a project that needs no id of a part of it. */
const partsOfProject = [
  "",
  "/overview",
  "/claims",
  "/queue",
  "/work",
  "/flags",
  "/sources",
  "/sources/import",
  "/bibliography",
  "/citation-style",
  "/matrix",
  "/agreement",
  "/agreement/claims",
  "/agreement/second-opinion",
  "/export",
  "/reopened",
  "/members",
  "/policy",
  "/activity",
  "/log",
  "/documents/new",
]

test("a stranger and a visitor find nothing of a project", async ({ page, second }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "Closed to strangers")
  await signIn(second, "reviewer-1@example.org")
  for (const part of partsOfProject) {
    const response = await second.goto(project + part)
    expect(response?.status(), part).toBe(404)
    await expect(second.getByRole("heading", { level: 1 })).toHaveText("There is nothing here")
    expect(await second.content()).not.toContain("Closed to strangers")
  }
})

test("a reader is offered nothing that a reader may not do", async ({ page }) => {
  await signIn(page, "reader@example.org")
  const refused = /^(Edit|Add|Answer|Withdraw|Invite|Remove|Save|Delete)/
  for (const part of partsOfProject) {
    await page.goto(sample + part)
    const main = page.getByRole("main")
    await expect(main.getByRole("button", { name: refused })).toHaveCount(0)
    await expect(main.getByRole("link", { name: refused })).toHaveCount(0)
  }
  await expect(page.getByText("Ask an owner to change your role.", { exact: false })).toBeVisible()
})

test("with reduced motion a change of theme is whole at once", async ({ page }) => {
  await signIn(page, "owner@example.org")
  await page.goto("/projects")
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" })
  await expect(page.getByRole("main")).toBeVisible()
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" })
  const frames = await page.evaluate(async () => {
    const colours = () =>
      [...document.querySelectorAll("main *")].map(element => getComputedStyle(element).color).join()
    const seen: string[] = []
    for (let frame = 0; frame < 20; frame++) {
      seen.push(colours())
      await new Promise(requestAnimationFrame)
    }
    return new Set(seen).size
  })
  expect(frames, "states of the colours that were seen").toBe(1)
})
