import type { Span } from "./unit.ts"

/** The ways in which an end of a span moves by one word. */
export type EdgeMove = "start-earlier" | "start-later" | "end-earlier" | "end-later"

/** How far a word is looked for, in UTF-16 code units; what is longer is passed in steps of this. */
const reach = 400

/**
 * `span` with one end moved to the next edge of a word of `text`, words being what white space parts. Null when there
 * is no word to move over, or nothing would be left.
 */
export function movedEdge(text: string, span: Span, move: EdgeMove): Span | null {
  const { start, end } = span
  const before = (at: number) => text.slice(Math.max(0, at - reach), at)
  const behind = (at: number) => text.slice(at, at + reach)
  const length = (words: string, pattern: RegExp) => words.match(pattern)?.[0].length ?? 0
  const moved = {
    "start-earlier": { start: start - length(before(start), /\S+\s*$/), end },
    "start-later": { start: start + length(behind(start), /^\S+\s+/), end },
    "end-earlier": { start, end: end - length(before(end), /\s+\S+$/) },
    "end-later": { start, end: end + length(behind(end), /^\s*\S+/) },
  }[move]
  const still = moved.start === start && moved.end === end
  return still || moved.start >= moved.end ? null : moved
}
