import type { Tally } from "./score-annotated.ts"

const space = /\s+/g

/**
 * The places between the sentences of a text, counted in its characters that are not white space, so that trimming
 * doesn't matter. The text's own end is not among them. A sentence that is found again in the text is located there,
 * so that a segmenter that loses characters does not shift all that follows.
 */
export function innerBoundaries(text: string, sentences: readonly string[]): Set<number> {
  const places = new Set<number>()
  let cursor = 0
  let solid = 0
  for (const sentence of sentences) {
    const trimmed = sentence.trim()
    if (trimmed === "") continue
    const found = text.indexOf(trimmed, cursor)
    // Farther away it is likely another sentence of the same words.
    if (found >= 0 && found - cursor < 200) {
      solid += solidLength(text.slice(cursor, found)) + solidLength(trimmed)
      cursor = found + trimmed.length
    } else {
      solid += solidLength(trimmed)
      cursor = Math.min(text.length, cursor + sentence.length)
    }
    places.add(solid)
  }
  places.delete(solidLength(text))
  places.delete(0)
  return places
}

/** Compares found with true boundaries. */
export function boundaryTally(gold: ReadonlySet<number>, found: ReadonlySet<number>): Tally {
  let right = 0
  for (const place of found) if (gold.has(place)) right++
  return { right, extra: found.size - right, missed: gold.size - right }
}

/** The sum of tallies. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = { right: 0, extra: 0, missed: 0 }
  for (const { right, extra, missed } of tallies) {
    sum.right += right
    sum.extra += extra
    sum.missed += missed
  }
  return sum
}

/** Whether two lists of sentences are the same but for white space around each. */
export function areSameSentences(gold: readonly string[], found: readonly string[]): boolean {
  const left = trimmedOf(gold)
  const right = trimmedOf(found)
  return left.length === right.length && left.every((sentence, at) => sentence === right[at])
}

function trimmedOf(sentences: readonly string[]): string[] {
  return sentences.map(sentence => sentence.trim()).filter(sentence => sentence !== "")
}

function solidLength(text: string): number {
  return text.replace(space, "").length
}
