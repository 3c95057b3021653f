import fc from "fast-check"
import { expect, test } from "vitest"
import { civilDay } from "../../lib/domain/day-number.ts"
import { type DayCount, isoDay, mostPoints, paceOf, paces, progressSeries } from "../../lib/domain/progress-series.ts"

const none = { claims: 0, labels: 0, labelled: 0, settled: 0, vetted: 0 }
// Monday, 5 January 1970.
const monday = 4
const on = (day: number, counts: Partial<DayCount>): DayCount => ({ day, ...none, ...counts })

test("sums grow from day to day, and labels are counted where they were given", () => {
  const days = [on(10, { claims: 9 }), on(12, { labels: 3, labelled: 2, settled: 1, vetted: 1 })]
  expect(progressSeries(days, 13, "day")).toEqual([
    { from: 10, to: 10, labels: 0, claims: 9, labelled: 0, settled: 0, vetted: 0 },
    { from: 11, to: 11, labels: 0, claims: 9, labelled: 0, settled: 0, vetted: 0 },
    { from: 12, to: 12, labels: 3, claims: 9, labelled: 2, settled: 1, vetted: 1 },
    { from: 13, to: 13, labels: 0, claims: 9, labelled: 2, settled: 1, vetted: 1 },
  ])
})

test("weeks begin on Monday, months on the first; the last stretch ends today", () => {
  const days = [on(monday - 1, { labels: 1 }), on(monday, { labels: 2 }), on(monday + 6, { labels: 4 })]
  const labels = progressSeries(days, monday + 8, "week").map(({ from, to, labels }) => [from, to, labels])
  expect(labels).toEqual([
    [monday - 7, monday - 1, 1],
    [monday, monday + 6, 6],
    [monday + 7, monday + 8, 0],
  ])
  const months = progressSeries([on(20, { labels: 1 })], 65, "month").map(({ from, to }) => [isoDay(from), isoDay(to)])
  expect(months).toEqual([
    ["1970-01-01", "1970-01-31"],
    ["1970-02-01", "1970-02-28"],
    ["1970-03-01", "1970-03-07"],
  ])
})

test("nothing is no curve", () => {
  expect(progressSeries([], 20_000, "day")).toEqual([])
})

const count = fc.integer({ min: 0, max: 50 })
const dayCount = fc.record({
  day: fc.integer({ min: 19_000, max: 20_500 }),
  claims: count,
  labels: count,
  labelled: count,
  settled: count,
  vetted: count,
})
const history = fc.array(dayCount, { minLength: 1, maxLength: 60 })
const sum = (days: readonly DayCount[], of: (day: DayCount) => number) => days.reduce((all, day) => all + of(day), 0)

test("whatever the pace: stretches follow each other up to today, sums never fall and end at what there is", () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 18_000, max: 21_000 }), fc.constantFrom(...paces), (days, today, pace) => {
      const points = progressSeries(days, today, pace)
      const first = Math.min(...days.map(({ day }) => day))
      expect(points[0]!.from).toBeLessThanOrEqual(first)
      expect(points.at(-1)!.to).toBe(Math.max(first, today))
      for (const [at, point] of points.entries()) {
        const before = points[at - 1]
        expect(point.to).toBeGreaterThanOrEqual(point.from)
        if (!before) continue
        expect(point.from).toBe(before.to + 1)
        for (const key of ["claims", "labelled", "settled", "vetted"] as const)
          expect(point[key]).toBeGreaterThanOrEqual(before[key])
      }
      expect(points.at(-1)).toMatchObject({
        claims: sum(days, day => day.claims),
        labelled: sum(days, day => day.labelled),
        settled: sum(days, day => day.settled),
        vetted: sum(days, day => day.vetted),
      })
      expect(points.reduce((all, { labels }) => all + labels, 0)).toBe(sum(days, day => day.labels))
    }),
  )
})

test("the pace that is asked for is taken unless its points were too many; else the finest that reads well", () => {
  expect([paceOf(0, 20), paceOf(0, 100), paceOf(0, 1_000)]).toEqual(["day", "week", "month"])
  expect([paceOf(0, 100, "day"), paceOf(0, 20, "month"), paceOf(0, 1_000, "day")]).toEqual(["day", "month", "week"])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_000 }), fc.constantFrom(...paces), (span, asked) => {
      const pace = paceOf(10_000, 10_000 + span, asked)
      const points = progressSeries([on(10_000, {})], 10_000 + span, pace)
      expect(points.length).toBeLessThanOrEqual(mostPoints)
      expect(paces.indexOf(pace)).toBeGreaterThanOrEqual(paces.indexOf(asked))
    }),
  )
})

test("a day is written as ISO 8601 has it", () => {
  expect([isoDay(0), isoDay(20_786)]).toEqual(["1970-01-01", "2026-11-29"])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), day => {
      const { year, month, day: date } = civilDay(day)
      expect(isoDay(day)).toBe(new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10))
    }),
  )
})
