import { type Basis, defined, type Figure, undefinedFor } from "./figure.ts"
import { krippendorffAlpha } from "./krippendorff-alpha.ts"
import { countsOfLists, type RatingCounts } from "./rating-table.ts"

/**
 * How far ratings agree that several raters gave to the same things, each thing weighing alike. A thing is used when two
 * or more rated it. The chance-corrected figures are undefined where all ratings of such things are the same.
 */
export interface Agreement extends Basis {
  /** The share of pairs of ratings of one thing that are the same. */
  readonly raw: Figure
  /**
   * Fleiss' kappa (1971), generalised to things that not everybody rated as Gwet, Handbook of Inter-Rater Reliability
   * (2014), chapter 2 does: what one person alone rated still tells how often categories are used.
   */
  readonly fleiss: Figure
  /** Gwet's AC1 (2008) for any number of raters, with missing ratings (2014). */
  readonly ac1: Figure
  /** Krippendorff's alpha for categories without an order. */
  readonly alpha: Figure
}

/** Agreement on categories without an order. */
export function agreementOf(ratings: RatingCounts): Agreement {
  const { categories, counts } = ratings
  const of = counts.length / categories
  const shares = new Float64Array(categories)
  const paired = new Float64Array(categories)
  let [used, rated, agreeing] = [0, 0, 0]
  for (let row = 0; row < counts.length; row += categories) {
    let size = 0
    let squares = 0
    for (let at = 0; at < categories; at++) {
      const count = counts[row + at]!
      size += count
      squares += count * count
    }
    if (size === 0) continue
    rated += 1
    for (let at = 0; at < categories; at++) shares[at]! += counts[row + at]! / size
    if (size <= 1) continue
    used += 1
    agreeing += (squares - size) / (size * (size - 1))
    for (let at = 0; at < categories; at++) paired[at]! += counts[row + at]!
  }
  const basis = { used, of }
  const alpha = krippendorffAlpha(ratings, "nominal")
  if (used === 0) {
    const none = undefinedFor(rated === 0 ? "nothing-rated" : "no-pairs", basis)
    return { ...basis, raw: none, fleiss: none, ac1: none, alpha }
  }
  const raw = agreeing / used
  let sameByChance = 0
  let otherByChance = 0
  for (const share of shares) {
    sameByChance += (share / rated) ** 2
    otherByChance += (share / rated) * (1 - share / rated)
  }
  const varied = paired.filter(count => count > 0).length > 1
  const beyond = (chance: number) =>
    varied ? defined((raw - chance) / (1 - chance), basis) : undefinedFor("no-variation", basis)
  const ac1 = beyond(otherByChance / (categories - 1))
  return { ...basis, raw: defined(raw, basis), fleiss: beyond(sameByChance), ac1, alpha }
}

/** Agreement of labels by name, one list for each thing; lists may differ in length. */
export const agreementOfLists = <T>(things: readonly (readonly T[])[], categories: readonly T[]): Agreement =>
  agreementOf(countsOfLists(things, categories))
