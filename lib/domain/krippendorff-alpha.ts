import { type Basis, defined, type Figure, undefinedFor } from "./figure.ts"
import type { RatingCounts } from "./rating-table.ts"

/** Whether categories have no order, or the order in which they are numbered. */
export type Scale = "nominal" | "ordinal"

/**
 * Krippendorff's alpha, "Computing Krippendorff's Alpha-Reliability" (2011): 1 for perfect agreement, 0 for that of
 * chance, less than 0 for systematic disagreement. What only one person rated is left out. On an ordinal scale two
 * categories are as far apart as there are ratings between them; one in the middle that nobody used keeps its place.
 */
export function krippendorffAlpha(ratings: RatingCounts, scale: Scale): Figure {
  const { categories, counts } = ratings
  const together = new Float64Array(categories ** 2)
  let [used, rated] = [0, 0]
  for (let row = 0; row < counts.length; row += categories) {
    const size = sizeOf(ratings, row)
    if (size > 0) rated += 1
    if (size <= 1) continue
    used += 1
    addTogether(together, ratings, row, 1 / (size - 1))
  }
  const basis: Basis = { used, of: counts.length / categories }
  if (used === 0) return undefinedFor(rated === 0 ? "nothing-rated" : "no-pairs", basis)
  const value = alphaFrom(together, categories, scale)
  return value === null ? undefinedFor("no-variation", basis) : defined(value, basis)
}

/** How many ratings stand in a row of counts. */
export function sizeOf({ categories, counts }: RatingCounts, row: number): number {
  let size = 0
  for (let at = 0; at < categories; at++) size += counts[row + at]!
  return size
}

/** Adds the pairs of ratings of the thing in `row` to a matrix of coincidences, each with a weight. */
export function addTogether(
  together: Float64Array,
  { categories, counts }: RatingCounts,
  row: number,
  weight: number,
): void {
  for (let one = 0; one < categories; one++)
    for (let other = 0; other < categories; other++) {
      const [left, right] = [counts[row + one]!, counts[row + other]!]
      together[one * categories + other]! += left * (one === other ? right - 1 : right) * weight
    }
}

/** Alpha from a matrix of coincidences; null where all ratings are the same. */
export function alphaFrom(together: Float64Array, categories: number, scale: Scale): number | null {
  const totals = new Float64Array(categories)
  for (let one = 0; one < categories; one++)
    for (let other = 0; other < categories; other++) totals[one]! += together[one * categories + other]!
  let [all, observed, expected] = [0, 0, 0]
  for (let one = 0; one < categories; one++) {
    all += totals[one]!
    let between = 0
    for (let other = one + 1; other < categories; other++) {
      const ranks = between + (totals[one]! + totals[other]!) / 2
      const apart = scale === "nominal" ? 1 : ranks * ranks
      between += totals[other]!
      observed += together[one * categories + other]! * apart
      expected += totals[one]! * totals[other]! * apart
    }
  }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected
}
