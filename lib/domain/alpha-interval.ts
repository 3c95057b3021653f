import { drawnNumbers } from "./drawn-numbers.ts"
import { addTogether, alphaFrom, type Scale, sizeOf } from "./krippendorff-alpha.ts"
import type { RatingCounts } from "./rating-table.ts"

/** How often the things are drawn again. */
export const bootstrapSamples = 1_000
/** The share of samples without variation above which there is no interval, because it would be one of the others alone. */
const mostUndefined = 0.05

/** Where alpha would lie in 95 of 100 such collections; null, with why, where that can't be said. */
export type Interval =
  | { readonly low: number; readonly high: number; readonly why: null }
  | { readonly low: null; readonly high: null; readonly why: "undefined" | "one-thing" | "unsteady" }

export const noIntervalSentence: Readonly<Record<NonNullable<Interval["why"]>, string>> = {
  undefined: "There is no interval, since alpha is undefined.",
  "one-thing": "There is no interval: it would need more than one thing that two people rated.",
  unsteady: "There is no interval: almost all ratings are the same, and in many samples all of them.",
}

const none = (why: NonNullable<Interval["why"]>): Interval => ({ low: null, high: null, why })

/**
 * The bootstrap interval of Krippendorff's alpha by percentiles (Efron and Tibshirani 1993, chapter 13): as many things
 * as two people rated are drawn from them with replacement, a thousand times. The same ratings give the same interval, in
 * whatever order they come. A step is a sample.
 */
export function* alphaInterval(ratings: RatingCounts, scale: Scale): Generator<void, Interval> {
  const { categories } = ratings
  const { rows, patternOf } = patternsOf(ratings)
  const things = patternOf.length
  if (things === 0) return none("undefined")
  const patterns = rows.map(row => {
    const together = new Float64Array(categories ** 2)
    addTogether(together, ratings, row, 1 / (sizeOf(ratings, row) - 1))
    return together
  })
  const draw = drawnNumbers(20_260_101)
  const times = new Uint32Array(patterns.length)
  const sum = new Float64Array(categories ** 2)
  const sample = () => {
    sum.fill(0)
    for (const [at, together] of patterns.entries()) {
      const often = times[at]!
      if (often > 0) for (let cell = 0; cell < sum.length; cell++) sum[cell]! += together[cell]! * often
    }
    return alphaFrom(sum, categories, scale)
  }
  for (const pattern of patternOf) times[pattern]! += 1
  if (sample() === null) return none("undefined")
  if (things === 1) return none("one-thing")
  const found: number[] = []
  for (let round = 0; round < bootstrapSamples; round++) {
    times.fill(0)
    for (let at = 0; at < things; at++) times[patternOf[draw(things)]!]! += 1
    const alpha = sample()
    if (alpha !== null) found.push(alpha)
    yield
  }
  if (found.length < bootstrapSamples * (1 - mostUndefined)) return none("unsteady")
  const sorted = Float64Array.from(found).sort()
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975), why: null }
}

/**
 * The things that two people rated, as numbers of their patterns, with a row that shows each pattern. Things rated alike
 * are one pattern, and patterns are in order, so that the order of things and raters can't matter.
 */
function patternsOf({ categories, counts }: RatingCounts): {
  readonly rows: readonly number[]
  readonly patternOf: Uint32Array
} {
  const things = new Map<string, { row: number; often: number }>()
  for (let row = 0; row < counts.length; row += categories) {
    const pattern = counts.subarray(row, row + categories)
    if (pattern.reduce((sum, count) => sum + count, 0) <= 1) continue
    const key = pattern.join(" ")
    const known = things.get(key)
    if (known) known.often += 1
    else things.set(key, { row, often: 1 })
  }
  const sorted = [...things].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pattern]) => pattern)
  const patternOf = new Uint32Array(sorted.reduce((sum, { often }) => sum + often, 0))
  let at = 0
  for (const [number, { often }] of sorted.entries()) {
    patternOf.fill(number, at, at + often)
    at += often
  }
  return { rows: sorted.map(({ row }) => row), patternOf }
}

/** The value below which a share of sorted values lies, with what lies between two neighbours in proportion. */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const before = Math.floor(place)
  const low = sorted[before]!
  return low + ((sorted[before + 1] ?? low) - low) * (place - before)
}
