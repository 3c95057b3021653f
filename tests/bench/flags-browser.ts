import { chromium, type Page } from "@playwright/test"
import { signInAs } from "./browser.ts"
import { flagsOwner } from "./flags.ts"
import { scrolled } from "./scrolled.ts"

/** Flags that are loaded before anything is felt, and keys that are pressed then. */
const [loaded, presses] = [10_000, 60]

/** Lines of a table: what a person in front of a long list of flags waits for, with the keyboard and scrolling. */
export async function feelDesk(address: string, executablePath: string): Promise<string[]> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    // The transpiler names functions with a helper that pages don't have.
    await page.addInitScript({ content: "globalThis.__name = what => what" })
    await signInAs(page, new URL(address).origin, flagsOwner.email, flagsOwner.password)
    const began = performance.now()
    await page.goto(address)
    await page.getByRole("grid").getByRole("row").first().waitFor()
    const open = performance.now() - began
    const all = await load(page)
    const rows = await page.locator("[data-flag]").count()
    const lines = [
      line("open the desk", `${open.toFixed(0)} ms`),
      line(`load ${loaded} flags by scrolling`, `${(all / 1000).toFixed(1)} s, ${rows} rows drawn`),
      line("frames while scrolling down", await scrolled(page, 0, 132)),
      line("frames while scrolling down by windows", await scrolled(page, 0, 600)),
    ]
    await page.getByRole("grid").getByRole("row").first().focus()
    lines.push(line("a key to the next flag", await pressed(page)))
    return lines
  } finally {
    await browser.close()
  }
}

const line = (name: string, figure: string) => `${`flag desk: ${name}`.padEnd(60)} ${figure}`

/** Scrolls to the end again and again until enough is loaded; answers the milliseconds that took. */
const load = (page: Page): Promise<number> =>
  page.getByRole("grid").evaluate(
    (grid, wanted) =>
      new Promise<number>(done => {
        const scroller = grid.parentElement!
        const began = performance.now()
        const step = () => {
          scroller.scrollTo(0, scroller.scrollHeight)
          const last = [...grid.querySelectorAll("[aria-rowindex]")].at(-1)
          if (Number(last?.getAttribute("aria-rowindex")) >= wanted) done(performance.now() - began)
          else setTimeout(step, 10)
        }
        step()
      }),
    loaded,
  )

/** Milliseconds from a press of j to the next flag having the focus, drawn. */
async function pressed(page: Page): Promise<string> {
  await page.evaluate(() => {
    const felt: number[] = []
    Object.assign(globalThis, { felt })
    let began = 0
    const press = () => {
      began = performance.now()
    }
    addEventListener("keydown", press, true)
    addEventListener("focusin", () => requestAnimationFrame(() => felt.push(performance.now() - began)))
  })
  const read = () => page.evaluate(() => (globalThis as { felt?: number[] }).felt!)
  for (let nth = 1; nth <= presses; nth++) {
    await page.keyboard.press("j")
    while ((await read()).length < nth) await page.waitForTimeout(5)
  }
  const spent = (await read()).sort((a, b) => a - b)
  const at = (share: number) => spent[Math.floor(spent.length * share)]!.toFixed(0)
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`
}
