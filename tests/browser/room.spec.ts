import type { Page } from "@playwright/test"
import { deafen, expect, expectAccessible, join, newProject, openDialog, post, signIn, test } from "./person.ts"

test.use({ refusals: [0, 401, 409] })

const text =
  "Skip to main content. The marshal was arrested on 22 May 1937. Sudoplatov later recalled that a suitcase stood by the door. " +
  "Presumably nobody was surprised. The tribunal met on 11 June 1937. Was there a record?"

/** A document of one's own project; answers its path. */
async function newDocument(page: Page, project: string, words = text): Promise<string> {
  const id = crypto.randomUUID()
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id, title: "A scraped page", text: words, ...blank })
  return `${project}/documents/${id}`
}

const card = (page: Page) => page.getByRole("complementary", { name: "Claim" })

async function openRoom(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.locator(".raw-text .claim").first()).toBeVisible()
  await settled(page)
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByText("Reading the card …")).toHaveCount(0)
}

async function go(page: Page, words: string): Promise<void> {
  await page.locator(".raw-text").getByRole("button", { name: words }).first().click()
  await expect(card(page).locator("blockquote").first()).toContainText(words)
  await settled(page)
}

for (const [width, height, colorScheme] of [
  [1440, 900, "light"],
  [390, 844, "dark"],
] as const)
  test(`the reading room is sound at ${width} pixels, ${colorScheme}`, async ({ page }) => {
    const sound = async () => {
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width, height })
    // What is out of sight takes over another scheme only when it comes into sight, so it is set before.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    await signIn(page, "editor@example.org")
    await page.goto("/projects")
    await page.getByRole("link", { name: "The marshals and their memoirists" }).click()
    await page.getByRole("link", { name: "The marshal and his memoirists" }).click()
    await expect(page.locator(".raw-text .claim").first()).toBeVisible()
    await settled(page)
    await sound()
    await page.locator("h1").click()
    await page.keyboard.press("/")
    await page.getByLabel("Words").fill("Krivitsky maintained")
    await page.keyboard.press("Enter")
    await expect(card(page).getByText("An editor decided: disputed.")).toBeVisible()
    await sound()
    await page.locator("h1").click()
    await page.keyboard.press("c")
    await expect(page.getByRole("dialog", { name: "Cite a source" })).toBeVisible()
    await sound()
  })

test("from the first claim to a reasoned label without a mouse", async ({ page }) => {
  await signIn(page, "owner@example.org")
  await openRoom(page, await newDocument(page, await newProject(page, "By keyboard")))
  await page.keyboard.press("j")
  await expect(card(page).locator("blockquote").first()).toContainText("Sudoplatov later recalled")
  await expect(page.locator(".raw-text [aria-current=true]")).toBeFocused()
  await expect(card(page).getByText("attributed to")).toContainText("Sudoplatov")
  await settled(page)
  await page.keyboard.press("3")
  await expect(card(page).getByText("“Speculative” needs a rationale", { exact: false }).first()).toBeVisible()
  await page.getByRole("button", { name: "Write the reason" }).focus()
  await page.keyboard.press("Enter")
  const rationale = page.getByRole("textbox", { name: "Rationale" })
  await rationale.focus()
  await page.keyboard.type("Missing: a second witness.")
  await page.keyboard.press("Control+Enter")
  await expect(page.getByRole("button", { name: "Change the reason" })).toBeVisible()
  await page.locator(".raw-text [aria-current=true]").focus()
  await page.keyboard.press("k")
  await expect(card(page).locator("blockquote").first()).toContainText("The marshal was arrested")
  await page.keyboard.press("/")
  await expect(page.getByLabel("Words")).toBeFocused()
  await page.keyboard.type("tribunal")
  await page.keyboard.press("Enter")
  await expect(card(page).locator("blockquote").first()).toContainText("The tribunal met")
  await settled(page)
  await page.keyboard.press("x")
  await expect(card(page).getByText("This passage is not a claim")).toBeVisible()
  await page.keyboard.press("u")
  await expect(card(page).getByText("This passage is not a claim")).toHaveCount(0)
  await expect(page.locator("#room-progress")).toContainText("0 of 4 claims vetted")
})

test("a flag reaches over two claims, marked word by word from the keyboard", async ({ page }) => {
  await signIn(page, "owner@example.org")
  await openRoom(page, await newDocument(page, await newProject(page, "Over two claims")))
  await page.keyboard.press("f")
  const longer = page.getByRole("button", { name: "End one word later" })
  await longer.focus()
  await page.keyboard.press("Enter")
  await page.keyboard.press("Enter")
  await expect(openDialog(page).locator("blockquote")).toHaveText(/on 22 May 1937\. Sudoplatov later$/)
  await page.getByLabel("Note").fill("Where does the one end?")
  await page.getByRole("button", { name: "Raise the flag" }).click()
  await expect(openDialog(page)).toHaveCount(0)
  await expect(card(page).getByText("Where does the one end?")).toBeVisible()
  await page.keyboard.press("j")
  await expect(card(page).locator("blockquote").first()).toContainText("Sudoplatov later recalled")
  await expect(card(page).getByText("Where does the one end?")).toBeVisible()
})

test("a label that can't get through is kept and saved later, once", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const path = await newDocument(page, await newProject(page, "Off the net"))
  await openRoom(page, path)
  await page.route("**/annotation", async route => {
    await route.fetch()
    await route.abort()
  })
  await page.keyboard.press("1")
  await expect(card(page).getByText("Your label “documented” is not saved.")).toBeVisible()
  await page.unroute("**/annotation")
  // It tries again by itself, too.
  await card(page)
    .getByRole("button", { name: "Save it now" })
    .click({ timeout: 1_000 })
    .catch(() => {})
  await expect(card(page).getByText("saved", { exact: true })).toBeVisible()
  await expect(card(page).getByText("not saved")).toHaveCount(0)
  await expect(card(page).getByText(/History:/)).toHaveCount(0)
})

test("an answer that comes late puts nothing back that is shown already", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "Answers that cross")
  const csl = { type: "book", title: "Secret history" }
  await post(page, `${project}/sources`, { id: crypto.randomUUID(), kind: "memoir", csl, archive: null })
  await openRoom(page, await newDocument(page, project))
  // The card that is read after the label is answered by the server at once and held on its way.
  let arrive = () => {}
  const held = new Promise<void>(done => {
    arrive = done
  })
  let late = () => {}
  const arrived = new Promise<void>(done => {
    late = done
  })
  let first = true
  await page.route(/\/claims\/[^/]+$/, async route => {
    const response = await route.fetch()
    if (first) {
      first = false
      await held
      await route.fulfill({ response })
      late()
    } else await route.fulfill({ response })
  })
  await page.keyboard.press("1")
  await page.keyboard.press("c")
  await page.getByRole("combobox", { name: "Source" }).fill("Secret")
  await page.getByRole("option", { name: /Secret history/ }).click()
  await page.getByRole("button", { name: "Cite it" }).click()
  await expect(card(page).getByText("Secret history", { exact: true })).toBeVisible()
  arrive()
  await arrived
  await page.unrouteAll({ behavior: "wait" })
  await expect(card(page).getByText("saved", { exact: true })).toBeVisible()
  await expect(card(page).getByText("Secret history", { exact: true })).toBeVisible()
})

test("two tabs label one claim: the later one sees both and chooses, and neither is lost", async ({
  page,
  context,
}) => {
  await signIn(page, "owner@example.org")
  const path = await newDocument(page, await newProject(page, "Two tabs"))
  await deafen(page)
  await openRoom(page, path)
  const other = await context.newPage()
  await openRoom(other, path)
  await other.keyboard.press("2")
  await expect(card(other).getByText("saved", { exact: true })).toBeVisible()
  await page.keyboard.press("1")
  const conflict = card(page).getByRole("region", { name: "You saved this claim elsewhere in the meantime." })
  await expect(conflict.getByRole("group", { name: "Label" })).toContainText("disputed")
  await conflict.getByRole("group", { name: "Label" }).getByRole("radio", { name: "Yours" }).check()
  await conflict.getByRole("button", { name: "Save what is chosen" }).click()
  await expect(conflict).toHaveCount(0)
  await expect(card(page).getByRole("button", { name: /Documented/ })).toHaveAttribute("aria-pressed", "true")
  await card(page).getByText("History: 1 earlier state").click()
  await expect(card(page).getByRole("listitem").filter({ hasText: "disputed" }).first()).toBeVisible()
})

test("a reason half written survives going elsewhere and a reload, and a dialog asks before it drops words", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  await openRoom(page, await newDocument(page, await newProject(page, "Half written")))
  await card(page).getByRole("button", { name: "Write the reason" }).click()
  await page.getByRole("textbox", { name: "Rationale" }).click()
  await page.keyboard.type("The register says so.")
  await go(page, "The tribunal met")
  await expect(page.getByRole("textbox", { name: "Rationale" })).toHaveCount(0)
  await go(page, "The marshal was arrested")
  await expect(page.getByRole("textbox", { name: "Rationale" })).toContainText("The register says so.")
  await page.reload()
  await expect(page.getByRole("textbox", { name: "Rationale" })).toContainText("The register says so.")
  await page.locator("h1").click()
  await page.keyboard.press("f")
  await page.getByLabel("Note").fill("Which register?")
  await page.keyboard.press("Escape")
  await expect(page.getByRole("alertdialog")).toContainText("Close without saving?")
  await page.getByRole("button", { name: "Keep writing" }).click()
  await expect(page.getByLabel("Note")).toHaveValue("Which register?")
  await page.getByRole("button", { name: "Raise the flag" }).click()
  await expect(openDialog(page)).toHaveCount(0)
  await expect(page.locator(".margin-note")).toContainText("Which register?")
})

test("an ended session costs nothing: signing in again over the form, and the citation is saved", async ({ page }) => {
  await signIn(page, "owner@example.org")
  await openRoom(page, await newDocument(page, await newProject(page, "Signed out meanwhile")))
  await page.keyboard.press("c")
  await page.getByRole("combobox", { name: "Source" }).fill("The register of the prison")
  await page.getByRole("option", { name: /New source/ }).click()
  await page.getByRole("button", { name: "Add the source" }).click()
  await page.getByLabel("Note").fill("Entry of that day.")
  await page.context().clearCookies()
  await page.getByRole("button", { name: "Cite it" }).click()
  await page.getByRole("button", { name: "Sign in again" }).click()
  await page.getByLabel("Password", { exact: true }).fill("apparatus-demo")
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await expect(page.getByText("You are signed in again.", { exact: false })).toBeVisible()
  await expect(page.getByLabel("Note")).toHaveValue("Entry of that day.")
  await page.getByRole("button", { name: "Cite it" }).click()
  await expect(openDialog(page)).toHaveCount(0)
  await expect(card(page).getByText("Entry of that day.")).toBeVisible()
})

test("what a reviewer said of a passage stays when an editor splits it, and can be said of the part", async ({
  page,
  second,
}) => {
  await signIn(page, "owner@example.org")
  await signIn(second, "reviewer-2@example.org")
  const project = await newProject(page, "Split under way")
  await join(page, second, project, "reviewer")
  const path = await newDocument(page, project, "The marshal was arrested in May and he was shot in June of that year.")
  await deafen(second)
  await openRoom(second, path)
  await second.keyboard.press("2")
  await expect(card(second).getByText("saved", { exact: true })).toBeVisible()
  await openRoom(page, path)
  await page.keyboard.press("s")
  await openDialog(page).getByRole("button", { name: "and" }).click()
  await page.getByRole("button", { name: "Split here" }).click()
  await expect(openDialog(page)).toHaveCount(0)
  await expect(card(page).getByRole("heading", { name: "Claim 1 of 2" })).toBeVisible()
  await second.keyboard.press("1")
  await expect(card(second).getByRole("heading", { name: "Claim 1 of 2" })).toBeVisible()
  await card(second).getByText("History: 1 earlier state").click()
  await card(second).getByRole("button", { name: "Say it here too" }).click()
  await expect(card(second).getByRole("button", { name: /Disputed/ })).toHaveAttribute("aria-pressed", "true")
})

test("a claim is divided into the sub-claims of its card with one key, and one undo brings it back", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const path = await newDocument(
    page,
    await newProject(page, "Sub-claims"),
    "Orlov left Odessa in May and settled in Vienna, where he died. It rained.",
  )
  await openRoom(page, path)
  const proposal = card(page).getByRole("region", { name: "Sub-claims" })
  await expect(proposal.getByRole("listitem")).toHaveText([
    "Orlov left Odessa in May",
    "[Orlov] and settled in Vienna,",
    "where he died.",
  ])
  await expect(proposal.getByText("This is a proposal")).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press("d")
  await expect(card(page).getByRole("heading", { name: "Claim 1 of 4" })).toBeVisible()
  await expect(page.locator(".raw-text").getByRole("button", { name: "Orlov left Odessa in May" })).toBeFocused()
  await expect(proposal).toHaveCount(0)
  await page.keyboard.press("j")
  await expect(card(page).getByText("Subject: Orlov")).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press("u")
  await expect(card(page).getByRole("heading", { name: "Claim 1 of 2" })).toBeVisible()
  await expect(proposal.getByRole("listitem")).toHaveCount(3)
})

test("a book of two thousand claims draws what is in sight, and a far claim when one goes there", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const book = Array.from({ length: 2_000 }, (_, at) => `Commander ${at} was arrested in the spring of 1937.`).join(" ")
  await openRoom(page, await newDocument(page, await newProject(page, "A book"), book))
  expect(await page.locator(".raw-text .unit").count()).toBeLessThan(200)
  await page.keyboard.press("/")
  await page.getByLabel("Words").fill("Commander 1790 ")
  await page.keyboard.press("Enter")
  const far = page.locator(".raw-text").getByRole("button", { name: "Commander 1790 was" })
  await expect(far).toBeInViewport()
  await expect(far).toBeFocused()
  await settled(page)
  await page.keyboard.press("3")
  await expect(far).toHaveClass(/speculative/)
})
