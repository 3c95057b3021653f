import fc from "fast-check"
import { expect, test } from "vitest"
import { ticksBetween } from "../../app/projects/[projectId]/overview/_components/day-ticks.tsx"
import { spreadOut } from "../../app/projects/[projectId]/overview/_components/spread-out.ts"
import { isoDay } from "../../lib/domain/progress-series.ts"

test("words that would cover each other are moved apart, others stay", () => {
  expect(spreadOut([10, 60, 100], 16, 0, 120)).toEqual([10, 60, 100])
  expect(spreadOut([50, 50, 52], 16, 0, 120)).toEqual([50, 66, 82])
  expect(spreadOut([119, 118], 16, 0, 120)).toEqual([120, 104])
})

test("words keep their order and their distance, inside as long as there is room", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 }), wanted => {
      const places = spreadOut(wanted, 16, 0, 300)
      for (const [a, at] of wanted.entries())
        for (const [b, other] of wanted.entries())
          if (at < other) expect(places[b]! - places[a]!).toBeGreaterThanOrEqual(16)
      for (const place of places) {
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThanOrEqual(300)
      }
    }),
  )
})

test("an axis of time names days, or the first days of months, and never too many", () => {
  expect(ticksBetween(20_786, 20_786, 6).map(isoDay)).toEqual(["2026-11-29"])
  expect(ticksBetween(20_700, 20_786, 4).map(isoDay)).toEqual(["2026-10-01", "2026-11-01"])
  fc.assert(
    fc.property(
      fc.integer({ min: 15_000, max: 25_000 }),
      fc.integer({ min: 0, max: 8_000 }),
      fc.integer({ min: 2, max: 12 }),
      (from, span, most) => {
        const ticks = ticksBetween(from, from + span, most)
        expect(ticks.length).toBeLessThanOrEqual(most + 1)
        expect([...ticks].sort((a, b) => a - b)).toEqual(ticks)
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(from)
          expect(tick).toBeLessThanOrEqual(from + span)
        }
      },
    ),
  )
})
