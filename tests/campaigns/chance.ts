import { seededRandom } from "../chaos/seeded-random.ts"

/** Choices that a seed fixes. */
export interface Chance {
  /** A whole number from 0 on, below `end`. */
  readonly below: (end: number) => number
  readonly of: <T>(list: readonly T[]) => T
  /** Whether something happens that happens once in `times`. */
  readonly once: (times: number) => boolean
}

/** The choices for the file of this number: the same again for the same seed and number. */
export function chance(seed: number, number: number): Chance {
  const next = seededRandom((seed * 7_919 + number * 104_729 + 1) % 2 ** 31)
  // What comes first still looks like the seed.
  for (let at = 0; at < 8; at++) next()
  const below = (end: number) => Math.floor(next() * end)
  return { below, of: list => list[below(list.length)]!, once: times => below(times) === 0 }
}
