import { classes, DIGIT, EXTEND, LOWER, UPPER } from "./characters.ts"
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

// Local names are constants to the compiler.
const table = classes
const capital = UPPER
const small = LOWER
const digit = DIGIT
const inWord = UPPER | LOWER | DIGIT
const goesOn = inWord | EXTEND

/** The words of `text` in `[start, end)`: runs of letters and digits with inner apostrophes and hyphens. */
export function scanWords(text: string, start: number, end: number): ScannedWords {
  const lexical: LexicalWord[] = []
  const starts: number[] = []
  const ends: number[] = []
  let digits = false
  let humped = false
  let at = start
  while (at < end) {
    let bits = table[text.charCodeAt(at)] as number
    if ((bits & inWord) === 0) {
      at++
      continue
    }
    const from = at
    let before = 0
    for (;;) {
      if (bits & digit) digits = true
      else if (bits & capital && before & small) humped = true
      before = bits
      at++
      if (at >= end) break
      const code = text.charCodeAt(at)
      bits = table[code] as number
      if (bits & goesOn) continue
      const joins = code === 0x27 || code === 0x2019 || code === 0x2d
      if (!joins || at + 1 >= end || !((table[text.charCodeAt(at + 1)] as number) & inWord)) break
      bits = 0
    }
    lexical.push(wordAt(text, from, at))
    starts.push(from)
    ends.push(at)
  }
  return { lexical, starts, ends, digits, humped }
}
