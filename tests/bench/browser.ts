import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test"
import { demoPassword } from "../../lib/domain/demo.ts"

/** Times in milliseconds as a person in front of a browser has them, at one size of a text. */
export interface Felt {
  readonly claims: number
  /** From the address to the first claim that can be pressed. */
  readonly open: number
  readonly largestPaint: number
  /** The same text as bare paragraphs, without an application: the baseline of opening. */
  readonly barePage: number
  /** The longest task that kept the page from answering while it opened, and while labels were given. */
  readonly longestOpening: number
  readonly longestLabelling: number
  /** From the key to the painted label. */
  readonly paint: readonly number[]
  /** From the key to the server's answer. */
  readonly roundTrip: readonly number[]
  /** The slowest of twenty frames but one while scrolling by a window's height each. */
  readonly frame: number
  readonly scriptKilobytes: number
}

interface Watched {
  longest(): number
}
declare global {
  interface Window {
    watched: Watched
    largest: number
  }
}

const labels = 12

/** Open rooms of these sizes in a fresh browser, and give labels from the keyboard. */
export async function feel(origin: string, executablePath: string, sizes: readonly number[]): Promise<Felt[]> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] })
  try {
    const felt: Felt[] = []
    for (const claims of sizes) felt.push(await feelOne(browser, origin, claims))
    return felt
  } finally {
    await browser.close()
  }
}

async function feelOne(browser: Browser, origin: string, claims: number): Promise<Felt> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const words = Array.from({ length: claims }, (_, at) => sentence(at))
  const path = await prepared(context, origin, words.join(" "))
  const barePage = await bare(context, words)
  // A context of its own has nothing in its cache, as on the first visit.
  const visit = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await visit.addCookies(await context.cookies())
  const page = await visit.newPage()
  // The transpiler names functions with a helper that pages don't have.
  await page.addInitScript({ content: "globalThis.__name = what => what" })
  await watch(page)
  const sizes = await scriptSizes(page)
  const began = performance.now()
  await page.goto(origin + path)
  await page.locator(".raw-text .claim").first().waitFor()
  const open = performance.now() - began
  await page.getByText("Reading the card …").waitFor({ state: "detached" })
  const largestPaint = await page.evaluate(() => window.largest)
  const longestOpening = await page.evaluate(() => window.watched.longest())
  const scriptKilobytes = sizes() / 1024
  const given = await give(page)
  const longestLabelling = await page.evaluate(() => window.watched.longest())
  const frame = await scrolled(page)
  await context.close()
  await visit.close()
  return { claims, open, largestPaint, barePage, longestOpening, longestLabelling, ...given, frame, scriptKilobytes }
}

const names = ["Tukhachevsky", "Blyukher", "Yakir", "Uborevich", "Primakov", "Gamarnik", "Kork"]
const sentence = (at: number) =>
  `${names[at % names.length]} number ${at} was arrested on ${1 + (at % 28)} May ${1930 + (at % 9)} in Kuibyshev.`

/** Sign in with the form. */
export async function signInAs(page: Page, origin: string, email: string, password: string): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel("E-mail address").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.waitForURL("**/projects")
}

async function prepared(context: BrowserContext, origin: string, text: string): Promise<string> {
  const page = await context.newPage()
  await signInAs(page, origin, "owner@example.org", demoPassword)
  const [projectId, id] = [crypto.randomUUID(), crypto.randomUUID()]
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  const send = (path: string, words: object) =>
    page.evaluate(
      async ([address, body]) => {
        const headers = { "Content-Type": "application/json" }
        const answer = await fetch(`/api/v1${address}`, { method: "POST", headers, body: body! })
        if (!answer.ok) throw new Error(await answer.text())
        await answer.text()
      },
      [path, JSON.stringify({ requestId: crypto.randomUUID(), ...words })],
    )
  await send("/projects", { id: projectId, name: "Measured", description: "" })
  await send(`/projects/${projectId}/documents`, { id, title: "Measured", text, ...blank })
  await page.close()
  return `/projects/${projectId}/documents/${id}`
}

/** How long a browser takes for the text alone. */
async function bare(context: BrowserContext, words: readonly string[]): Promise<number> {
  const page = await context.newPage()
  const paragraphs = Array.from(
    { length: Math.ceil(words.length / 15) },
    (_, at) => `<p>${words.slice(15 * at, 15 * at + 15).join(" ")}</p>`,
  )
  const began = performance.now()
  await page.setContent(`<!doctype html><title>Bare</title>${paragraphs.join("")}`)
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))))
  const spent = performance.now() - began
  await page.close()
  return spent
}

const watch = (page: Page) =>
  page.addInitScript(() => {
    let longest = 0
    window.largest = 0
    window.watched = {
      longest: () => {
        const was = longest
        longest = 0
        return was
      },
    }
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration)
    }).observe({ type: "longtask", buffered: true })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) window.largest = entry.startTime
    }).observe({ type: "largest-contentful-paint", buffered: true })
  })

/** Bytes of scripts as they came over the wire. */
async function scriptSizes(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page)
  await session.send("Network.enable")
  const kinds = new Map<string, string>()
  let bytes = 0
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type))
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) === "Script") bytes += encodedDataLength
  })
  return () => bytes
}

async function give(page: Page): Promise<Pick<Felt, "paint" | "roundTrip">> {
  const paint: number[] = []
  const roundTrip: number[] = []
  for (let at = 0; at < labels; at++) {
    await page.keyboard.press("j")
    await page.getByText("not given yet").waitFor()
    const answered = page.waitForResponse(answer => answer.url().endsWith("/annotation"))
    const [painted, told] = await Promise.all([
      page.evaluate(
        () =>
          new Promise<number>(done => {
            const began = performance.now()
            const seen = new MutationObserver(() => {
              if (!document.querySelector(".raw-text .current.documented")) return
              seen.disconnect()
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)))
            })
            const text = document.querySelector(".raw-text")!
            seen.observe(text, { subtree: true, childList: true, attributes: true })
            window.dispatchEvent(new KeyboardEvent("keydown", { key: "1", bubbles: true }))
          }),
      ),
      answered.then(answer => answer.finished().then(() => answer.request().timing().responseEnd)),
    ])
    paint.push(painted)
    roundTrip.push(told)
    await page.getByText("saved", { exact: true }).waitFor()
  }
  return { paint, roundTrip }
}

const scrolled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>(done => {
        const frames: number[] = []
        let last = performance.now()
        const step = () => {
          const now = performance.now()
          frames.push(now - last)
          last = now
          window.scrollBy(0, window.innerHeight)
          if (frames.length < 20) requestAnimationFrame(step)
          else done(frames.sort((a, b) => a - b)[18]!)
        }
        requestAnimationFrame(step)
      }),
  )
