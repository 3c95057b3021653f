import { classAt, DIGIT, EXTEND, LOWER, UPPER } from "./characters.ts"
import { type LexicalWord, wordAt } from "./lexicon.ts"

/** Words in order, with where they stand. */
export interface ScannedWords {
  readonly lexical: readonly LexicalWord[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Whether any word holds a digit, so that dates need looking for. */
  readonly digits: boolean
  /** Whether a capital follows a small letter inside a word, so that glued words need looking for. */
  readonly humped: boolean
}

/** The words of `text` in `[start, end)`: runs of letters and digits with inner apostrophes and hyphens. */
export function scanWords(text: string, start: number, end: number): ScannedWords {
  const lexical: LexicalWord[] = []
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
      const joins = code === 0x27 || code === 0x2019 || code === 0x2d
      if (!joins || at + 1 >= end || !(classAt(text, at + 1) & (UPPER | LOWER | DIGIT))) break
      bits = 0
    }
    lexical.push(wordAt(text, from, at))
    starts.push(from)
    ends.push(at)
  }
  return { lexical, starts, ends, digits, humped }
}
