/** Who rated what how. The ratings of the thing `t` stand from `starts[t]` up to `starts[t + 1]`. */
export interface RatingTable {
  readonly starts: Uint32Array
  /** The number of who gave each rating, from 0. */
  readonly raters: Uint32Array
  /** The number of its category, from 0, in the order of the categories where they have one. */
  readonly given: Uint8Array
  /** How many categories there are, whether somebody used them or not, and how many raters. */
  readonly categories: number
  readonly people: number
}

/** How often each thing was put into each category: one row of `categories` numbers for each thing. */
export interface RatingCounts {
  readonly categories: number
  readonly counts: Float64Array
}

export const thingsIn = ({ starts }: RatingTable): number => starts.length - 1

/** A table of ratings that are given as lists of pairs, one list for each thing. */
export function ratingTable(
  things: readonly (readonly (readonly [rater: number, category: number])[])[],
  categories: number,
  people: number,
): RatingTable {
  const starts = new Uint32Array(things.length + 1)
  for (const [at, ratings] of things.entries()) starts[at + 1] = starts[at]! + ratings.length
  const raters = Uint32Array.from(things.flatMap(ratings => ratings.map(([rater]) => rater)))
  const given = Uint8Array.from(things.flatMap(ratings => ratings.map(([, category]) => category)))
  return { starts, raters, given, categories, people }
}

/** The counts of the things with these numbers, of all when none are named. */
export function countsOf(table: RatingTable, things?: ArrayLike<number>): RatingCounts {
  const { starts, given, categories } = table
  const size = things?.length ?? thingsIn(table)
  const counts = new Float64Array(size * categories)
  for (let at = 0; at < size; at++) {
    const thing = things ? things[at]! : at
    for (let one = starts[thing]!; one < starts[thing + 1]!; one++) counts[at * categories + given[one]!]! += 1
  }
  return { categories, counts }
}

/** The counts of lists of categories by name, in the order of `categories`. */
export function countsOfLists<T>(things: readonly (readonly T[])[], categories: readonly T[]): RatingCounts {
  const counts = new Float64Array(things.length * categories.length)
  for (const [at, given] of things.entries())
    for (const one of given) counts[at * categories.length + categories.indexOf(one)]! += 1
  return { categories: categories.length, counts }
}
