import { classAt, UPPER } from "./characters.ts"
import { finiteWords } from "./finite-words.ts"
import type { LexicalWord } from "./lexicon.ts"
import { type ScannedWords, scanWords } from "./scan-words.ts"

/** The words of a unit, in order, as the rules read them. */
export interface UnitWords extends ScannedWords {
  /** Each word in lower case, ё written as е, apostrophes straight. */
  readonly words: readonly string[]
  /** What each word may be, as bits of `word-class.ts`. */
  readonly classes: readonly number[]
  /** What may be found at any of its words, as bits of `openings.ts`. */
  readonly opening: number
  /** 1 for each word that is probably a finite verb. */
  readonly finite: Uint8Array
  /** The first and the last finite verb; -1 when there is none. */
  readonly firstFinite: number
  readonly lastFinite: number
}

/** Whether the letter at `at` stands for a first name: a capital with a stop, and a capital behind it. */
function isInitial(text: string, at: number, end: number): boolean {
  if ((classAt(text, at) & UPPER) === 0 || text.charCodeAt(at + 1) !== 0x2e) return false
  const next = text.charCodeAt(at + 2) === 0x20 ? at + 3 : at + 2
  return next < end && (classAt(text, next) & UPPER) !== 0
}

/** Reads the words of `text` in `[start, end)`. Positions are in the whole text. */
export function wordsOf(text: string, start: number, end: number): UnitWords {
  const { lexical, starts, ends, digits, humped } = scanWords(text, start, end)
  const words: string[] = []
  const classes: number[] = []
  let opening = 0
  for (let at = 0; at < lexical.length; at++) {
    const { form, bits, opens } = lexical[at] as LexicalWord
    words.push(form)
    classes.push(form.length === 1 && isInitial(text, starts[at] as number, end) ? 0 : bits)
    opening |= opens
  }
  const finite = finiteWords(text, words, starts, ends, classes)
  const firstFinite = finite.indexOf(1)
  const lastFinite = finite.lastIndexOf(1)
  return { lexical, words, starts, ends, digits, humped, opening, classes, finite, firstFinite, lastFinite }
}
