import { AxeBuilder } from "@axe-core/playwright"
import { type BrowserContext, test as base, expect, type Locator, type Page } from "@playwright/test"
import { demoPassword } from "../../lib/domain/demo.ts"

interface Fixtures {
  page: Page
  /** Another browser, in which somebody else is, or nobody. */
  second: Page
  /** Statuses of answers that the test asks for on purpose, 0 for none at all; the browser logs each as an error. */
  refusals: number[]
}

/** A test whose pages fail it when a browser logs an error; a violation of the content security policy is one. */
export const test = base.extend<Fixtures>({
  refusals: [[], { option: true }],
  context: async ({ context }, use) => use(patiently(context)),
  page: async ({ page, refusals }, use) => {
    const errors = errorsOf(page, refusals)
    await use(page)
    expect(errors, "errors in the browser's console").toEqual([])
  },
  second: async ({ browser, refusals }, use) => {
    const context = patiently(await browser.newContext())
    const page = await context.newPage()
    const errors = errorsOf(page, refusals)
    await use(page)
    expect(errors, "errors in the second browser's console").toEqual([])
    await context.close()
  },
})

function errorsOf(page: Page, refusals: readonly number[]): string[] {
  const errors: string[] = []
  const expected = (text: string) =>
    refusals.some(status =>
      text.startsWith(
        status === 0
          ? "Failed to load resource: net::ERR_"
          : `Failed to load resource: the server responded with a status of ${status} `,
      ),
    )
  page.on("console", message => {
    if (message.type() === "error" && !expected(message.text()))
      errors.push(`${message.text()} (${message.location().url})`)
  })
  page.on("pageerror", error => errors.push(error.message))
  return errors
}

export { expect }

/** The same browser, whose pages are there only when what can be pressed on them answers: a script is faster than that. */
export const patiently = (context: BrowserContext): BrowserContext => context.on("page", patient)

function patient(page: Page): void {
  const [goto, reload, goBack] = [page.goto.bind(page), page.reload.bind(page), page.goBack.bind(page)]
  const answering = async <T>(gone: Promise<T>) => {
    const response = await gone
    // On a clock, since a page that was just loaded again need not draw frames.
    await page.waitForFunction(areAnswering, undefined, { polling: 50 })
    await idle(page)
    return response
  }
  page.goto = (...where) => answering(goto(...where))
  page.reload = (...how) => answering(reload(...how))
  page.goBack = (...how) => answering(goBack(...how))
}

/** Whether React has taken over every button but those in a text, which the editor draws itself; a page that is not ours has none. */
function areAnswering(): boolean {
  const ours = document.querySelector('script[src*="/_next/"]') !== null
  const buttons = [...document.querySelectorAll("button:not(.ProseMirror *)")]
  return !ours || buttons.every(button => Object.keys(button).some(key => key.startsWith("__reactProps$")))
}

/** Waits until the browser has nothing else to do: keys are listened to in effects, which run by then. */
const idle = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>(done => requestIdleCallback(() => done(), { timeout: 1_000 })))

const sessions = new Map<string, Awaited<ReturnType<BrowserContext["cookies"]>>>()

/**
 * Let the browser be this person's, with a session that their tests share while nobody ends it. The page stays where it
 * is.
 */
export async function signIn(page: Page, email: string): Promise<void> {
  const session = sessions.get(email)
  if (session) {
    await page.context().addCookies(session)
    if ((await page.request.get("/api/v1/projects")).ok()) return
  }
  const other = await page.context().newPage()
  await signInByForm(other, email)
  sessions.set(email, await page.context().cookies())
  await other.close()
}

/** Sign in with the form, for a session of one's own. */
export async function signInByForm(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in")
  await page.getByLabel("E-mail address").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(demoPassword)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.waitForURL("**/projects")
}

/** What axe finds wrong with the page as it stands: nothing. What is fading, and the title of a page gone to, are waited for. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/./)
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < Number.POSITIVE_INFINITY)
    return Promise.allSettled(ending.map(({ finished }) => finished)).then(() => {})
  })
  // Without frames axe may sum up in the page itself, and needs no new one for it each time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
      resultTypes: ["violations"],
    })
    .analyze()
  const where = ({ target, failureSummary }: (typeof violations)[number]["nodes"][number]) =>
    `${target.join(" ")} (${failureSummary})`
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(where).join(", ")}`)).toEqual([])
}

/** What axe finds, and whether anything sticks out sideways: wide and light, then narrow and dark. */
export async function expectSound(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme] of [
    [1440, "light"],
    [390, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    await drawn(page)
    await test.step(`${name}, ${width} px, ${colorScheme}`, async () => {
      await expectAccessible(page)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(over, "pixels that stick out sideways").toBeLessThanOrEqual(0)
    })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" })
}

/** Waits until the page was drawn anew. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise<void>(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))))

/** The dialog that is open; a notice that passes has the same role and is none. */
export const openDialog = (page: Page): Locator => page.getByRole("dialog").and(page.locator(":not([aria-modal])"))

/** Press the Tab key until the focus is on it. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let presses = 0; presses < 120; presses++) {
    if (await wanted.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press("Tab")
  }
  throw new Error(`The Tab key does not lead to ${wanted}.`)
}

/** Go to a button or link with the Tab key and press Enter. */
export async function enter(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press("Enter")
}

/** Go to a field with the Tab key and type in place of what is there. */
export async function type(page: Page, wanted: Locator, words: string): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press("ControlOrMeta+a")
  await page.keyboard.insertText(words)
}

/** Send what the application's own pages would send, as whoever is signed in on the page. */
export async function post(page: Page, path: string, words: object): Promise<Record<string, unknown>> {
  const response = await page.request.post(`/api/v1${path}`, { data: { requestId: crypto.randomUUID(), ...words } })
  const answer = await response.text()
  expect(response.status(), `${path}: ${answer}`).toBe(200)
  return (JSON.parse(answer) ?? {}) as Record<string, unknown>
}

/** What the API answers whoever is signed in on the page. */
export async function read<T>(page: Page, path: string): Promise<T> {
  const response = await page.request.get(`/api/v1${path}`)
  expect(response.status(), path).toBe(200)
  return (await response.json()) as T
}

/** Keep what others do from the page, as a network does that lets requests through and no streams. */
export async function deafen(page: Page): Promise<void> {
  await page.context().route("**/api/v1/live?**", route => route.abort())
}

/** A project of one's own; answers its path. */
export async function newProject(page: Page, name: string): Promise<string> {
  const id = crypto.randomUUID()
  await post(page, "/projects", { id, name, description: "" })
  return `/projects/${id}`
}

/** Let whoever is on the second page into the project. */
export async function join(owner: Page, second: Page, project: string, role: string): Promise<void> {
  const { path } = await post(owner, `${project}/invitations`, { id: crypto.randomUUID(), role, note: "" })
  await post(second, "/invitation/accept", { secret: String(path).split("/").at(-1) })
}

/** Lets requests to this address wait until they are let go, and everything after that pass. */
export async function hold(page: Page, address: string | RegExp): Promise<() => Promise<void>> {
  let letGo = () => {}
  const gone = new Promise<void>(go => {
    letGo = go
  })
  const under: Promise<void>[] = []
  await page.route(address, route => {
    // Whoever asked may have given it up meanwhile.
    const done = gone.then(() => route.continue()).catch(() => {})
    under.push(done)
    return done
  })
  return async () => {
    letGo()
    await Promise.all(under)
    await page.unroute(address)
  }
}
