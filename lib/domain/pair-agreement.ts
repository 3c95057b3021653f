import { type Basis, defined, type Figure, undefinedFor } from "./figure.ts"
import { type RatingTable, thingsIn } from "./rating-table.ts"

/** How far two people agree on what both rated. */
export interface PairAgreement extends Basis {
  readonly raw: Figure
  /** Cohen's kappa (1960). */
  readonly kappa: Figure
  /** Gwet's AC1 (2008), which does not collapse where almost everything is in one category. */
  readonly ac1: Figure
}

/**
 * The agreement of two people from how often the first gave each category where the second gave each: a row for each
 * category of the first. `of` counts the things that either of them rated.
 */
export function agreementOfTwo(table: ArrayLike<number>, categories: number, of?: number): PairAgreement {
  const firsts = new Float64Array(categories)
  const seconds = new Float64Array(categories)
  let [used, same] = [0, 0]
  for (let first = 0; first < categories; first++)
    for (let second = 0; second < categories; second++) {
      const count = table[first * categories + second]!
      used += count
      if (first === second) same += count
      firsts[first]! += count
      seconds[second]! += count
    }
  const basis = { used, of: of ?? used }
  if (used === 0) {
    const none = undefinedFor("no-pairs", basis)
    return { ...basis, raw: none, kappa: none, ac1: none }
  }
  const raw = same / used
  let [byChance, byGuess, inUse] = [0, 0, 0]
  for (let at = 0; at < categories; at++) {
    byChance += (firsts[at]! / used) * (seconds[at]! / used)
    const share = (firsts[at]! + seconds[at]!) / (2 * used)
    byGuess += (share * (1 - share)) / (categories - 1)
    if (share > 0) inUse += 1
  }
  const beyond = (chance: number) =>
    inUse > 1 ? defined((raw - chance) / (1 - chance), basis) : undefinedFor("no-variation", basis)
  return { ...basis, raw: defined(raw, basis), kappa: beyond(byChance), ac1: beyond(byGuess) }
}

/** Two people by their numbers, the lower one first, with their agreement. */
export interface Pair extends PairAgreement {
  readonly first: number
  readonly second: number
}

/** All pairs of people who rated something together, those who share most first. Nobody rated a thing twice. A step is a thousand things. */
export function* pairsOf(table: RatingTable): Generator<void, readonly Pair[]> {
  const { starts, raters, given, categories, people } = table
  const tables = new Map<number, Uint32Array>()
  const rated = new Uint32Array(people)
  for (let thing = 0; thing < thingsIn(table); thing++) {
    if (thing % 1000 === 999) yield
    for (let one = starts[thing]!; one < starts[thing + 1]!; one++) {
      rated[raters[one]!]! += 1
      for (let other = one + 1; other < starts[thing + 1]!; other++) {
        const [first, second] = raters[one]! < raters[other]! ? [one, other] : [other, one]
        const key = raters[first]! * people + raters[second]!
        let cells = tables.get(key)
        if (!cells) {
          cells = new Uint32Array(categories ** 2)
          tables.set(key, cells)
        }
        cells[given[first]! * categories + given[second]!]! += 1
      }
    }
  }
  const pairs = [...tables].map(([key, cells]) => {
    const [first, second] = [Math.floor(key / people), key % people]
    const shared = cells.reduce((sum, count) => sum + count, 0)
    return { first, second, ...agreementOfTwo(cells, categories, rated[first]! + rated[second]! - shared) }
  })
  return pairs.sort((a, b) => b.used - a.used || a.first - b.first || a.second - b.second)
}
