import type { Span } from "./unit.ts"

export interface Candidate<U extends Span> {
  readonly unit: U
  readonly quote: string
  /** How many of the words of the two they share, from 0 to 1 (Dice's coefficient of their words). */
  readonly likeness: number
}

/**
 * Passages of a text that share words with a quote, the most alike first, at most `most`. They are shown for a person to
 * choose from: likeness never decides.
 */
export function placeCandidates<U extends Span>(
  text: string,
  units: readonly U[],
  quote: string,
  most: number,
): Candidate<U>[] {
  const wanted = wordCounts(quote)
  const size = total(wanted)
  const found = units.flatMap((unit): Candidate<U>[] => {
    const says = text.slice(unit.start, unit.end)
    const words = wordCounts(says)
    let shared = 0
    for (const [word, count] of words) shared += Math.min(count, wanted.get(word) ?? 0)
    const likeness = (2 * shared) / Math.max(1, size + total(words))
    return likeness > 0 ? [{ unit, quote: says, likeness }] : []
  })
  return found.sort((a, b) => b.likeness - a.likeness || a.unit.start - b.unit.start).slice(0, most)
}

function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)
