import { mergeTokens } from "./merge-tokens.ts"
import { wordsOf } from "./words-of.ts"

/** What two people made of one text, in one text; `clash` says that both changed the same words. */
export interface MergedText {
  readonly text: string
  readonly clash: boolean
}

/** Merges two versions of a text word by word. Where both changed the same words, theirs stand before mine. */
export function mergeTexts(base: string, theirs: string, mine: string): MergedText {
  const { tokens, clash } = mergeTokens(wordsOf(base), wordsOf(theirs), wordsOf(mine), parted)
  return { text: tokens.join(""), clash }
}

/** Merges two versions of a list with one entry a line, an entry being changed as a whole. */
export function mergeLines(base: string, theirs: string, mine: string): MergedText {
  const { tokens, clash } = mergeTokens(linesOf(base), linesOf(theirs), linesOf(mine))
  return { text: tokens.join("\n"), clash }
}

const linesOf = (text: string) => (text === "" ? [] : text.split("\n"))
const parted = (last: string, first: string) => (/\s$/.test(last) || /^\s/.test(first) ? [] : [" "])
