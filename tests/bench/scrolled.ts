import type { Page } from "@playwright/test"

const frames = 60

/** Scrolls the grid by so many pixels a frame and says how long frames take, and how many came late at 60 a second. */
export async function scrolled(page: Page, left: number, top: number): Promise<string> {
  const spent = await page.getByRole("grid").evaluate(
    (grid, [x, y, count]) =>
      new Promise<number[]>(done => {
        const scroller = grid.parentElement!
        scroller.scrollTo(0, 0)
        const found: number[] = []
        let last = performance.now()
        const step = () => {
          const now = performance.now()
          found.push(now - last)
          last = now
          scroller.scrollBy(x!, y!)
          if (found.length <= count!) requestAnimationFrame(step)
          else done(found.slice(1).sort((a, b) => a - b))
        }
        requestAnimationFrame(step)
      }),
    [left, top, frames],
  )
  const at = (share: number) => spent[Math.min(spent.length - 1, Math.floor(spent.length * share))]!.toFixed(0)
  const late = spent.filter(frame => frame > 25).length
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, ${late} of ${frames} late`
}
