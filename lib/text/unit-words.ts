import { classAt, DIGIT, EXTEND, LOWER, UPPER } from "./characters.ts"
import { finiteWords } from "./finite-words.ts"
import { classOf } from "./word-class.ts"

/** The words of a unit: runs of letters and digits with inner apostrophes and hyphens, in order. */
export interface UnitWords {
  /** Each word in lower case, ё written as е, apostrophes straight. */
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Whether any word holds a digit, so that dates need looking for. */
  readonly digits: boolean
  /** Whether a capital follows a small letter inside a word, so that glued words need looking for. */
  readonly humped: boolean
  /** What each word may be, as bits of `word-class.ts`. */
  readonly classes: readonly number[]
  /** 1 for each word that is probably a finite verb. */
  readonly finite: Uint8Array
  /** The first and the last finite verb; -1 when there is none. */
  readonly firstFinite: number
  readonly lastFinite: number
}

/** Where the word goes on, in small letters, after the line break that stands at `at`; 0 if there is none. */
function lineBreakEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at)
  if (code !== 0x0a && code !== 0x0d) return 0
  const next = at + (code === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1)
  return next < end && classAt(text, next) & LOWER ? next : 0
}

/** Reads the words of `text` in `[start, end)`. Positions are in the whole text. */
export function wordsOf(text: string, start: number, end: number): UnitWords {
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let digits = false
  let humped = false
  let at = start
  while (at < end) {
    let bits = classAt(text, at)
    if ((bits & (UPPER | LOWER | DIGIT)) === 0) {
      at++
      continue
    }
    const from = at
    let plain = true
    let broken = false
    let before = 0
    for (;;) {
      if (bits & DIGIT) digits = true
      else if (bits & UPPER && before & LOWER) humped = true
      before = bits
      at++
      if (at >= end) break
      bits = classAt(text, at)
      if (bits & (UPPER | LOWER | DIGIT | EXTEND)) continue
      const code = text.charCodeAt(at)
      const resumed = code === 0x2d && before & LOWER ? lineBreakEnd(text, at + 1, end) : 0
      if (resumed > 0) {
        // A word that the end of a line broke.
        broken = true
        at = resumed - 1
        bits = 0
        continue
      }
      const joins = code === 0x27 || code === 0x2019 || code === 0x2d
      if (!joins || at + 1 >= end || !(classAt(text, at + 1) & (UPPER | LOWER | DIGIT))) break
      if (code === 0x2019) plain = false
      bits = 0
    }
    let word = text.slice(from, at).toLowerCase()
    if (broken) word = word.replace(/-\s+/g, "")
    if (!plain) word = word.replaceAll("’", "'")
    if (word.includes("ё")) word = word.replaceAll("ё", "е")
    words.push(word)
    starts.push(from)
    ends.push(at)
  }
  const classes = words.map(classOf)
  const finite = finiteWords(text, words, starts, ends, classes)
  const firstFinite = finite.indexOf(1)
  const lastFinite = finite.lastIndexOf(1)
  return { words, starts, ends, digits, humped, classes, finite, firstFinite, lastFinite }
}
