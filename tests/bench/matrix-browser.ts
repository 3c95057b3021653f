import { chromium } from "@playwright/test"
import { signInAs } from "./browser.ts"
import { matrixOwner } from "./matrix.ts"
import { scrolled } from "./scrolled.ts"

/** Lines of a table: what a person in front of a large matrix waits for, opening it and scrolling it both ways. */
export async function feelMatrix(address: string, executablePath: string): Promise<string[]> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    // The transpiler names functions with a helper that pages don't have.
    await page.addInitScript({ content: "globalThis.__name = what => what" })
    await signInAs(page, new URL(address).origin, matrixOwner.email, matrixOwner.password)
    const began = performance.now()
    await page.goto(address)
    await page.getByRole("rowheader").first().waitFor()
    const open = performance.now() - began
    const cells = await page.locator("td[aria-label]").count()
    return [
      line("open the matrix", `${open.toFixed(0)} ms, ${cells} cells drawn`),
      line("frames while scrolling down", await scrolled(page, 0, 132)),
      line("frames while scrolling sideways", await scrolled(page, 108, 0)),
      line("frames while scrolling down by windows", await scrolled(page, 0, 600)),
    ]
  } finally {
    await browser.close()
  }
}

const line = (name: string, figure: string) => `${`matrix of 2000 x 300: ${name}`.padEnd(60)} ${figure}`
