import { diffArrays } from "diff"
import { wordsOf } from "./words-of.ts"

/** A stretch of one of two texts: the same in both, or only in this one. */
export interface DiffPart {
  readonly text: string
  readonly same: boolean
}

/** A stretch of a text on its way to another one: in both, taken out on the way, or put in. */
export interface ChangePart {
  readonly text: string
  readonly what: "same" | "out" | "in"
}

/** So many differences are looked for; texts that differ in more are told apart as wholes. */
export const mostEdits = 1_500

/**
 * Compares two texts word by word, in any script. The parts of each side joined give that side's text,
 * and the parts that are the same give the same text on both sides.
 */
export function textDiff(left: string, right: string): { left: DiffPart[]; right: DiffPart[] } {
  const sides = { left: [] as DiffPart[], right: [] as DiffPart[] }
  for (const { text, what } of textChange(left, right)) {
    const part = { text, same: what === "same" }
    if (what !== "in") sides.left.push(part)
    if (what !== "out") sides.right.push(part)
  }
  return sides
}

/** What was taken out of a text and put into it to make it another one, in order. */
export function textChange(before: string, after: string): ChangePart[] {
  const found = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostEdits })
  if (!found) return wholeChange(before, after)
  return found.map(({ value, added, removed }) => ({
    text: value.join(""),
    what: added ? "in" : removed ? "out" : "same",
  }))
}

/** The same for what is no text but one choice of several: it stays, or all of it makes room for another one. */
export function wholeChange(before: string, after: string): ChangePart[] {
  if (before === after) return [{ text: after, what: "same" }]
  const parts: ChangePart[] = [
    { text: before, what: "out" },
    { text: after, what: "in" },
  ]
  return parts.filter(({ text }) => text !== "")
}
