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

function wholeWord(word: string): LexicalWord {
  return wordAt(word, 0, word.length)
}

/** Where a word that a line's end broke goes on, in small letters, if the line break stands at `at`; 0 if it does not. */
function lineBreakEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at)
  if (code !== 0x0a && code !== 0x0d) return 0
  const next = at + (code === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1)
  return next < end && (table[text.charCodeAt(next)] as number) & small ? next : 0
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
    let bits = table[text.charCodeAt(at)] as number
    if ((bits & inWord) === 0) {
      at++
      continue
    }
    const from = at
    let before = 0
    let broken = false
    for (;;) {
      if (bits & digit) digits = true
      else if (bits & capital && before & small) humped = true
      before = bits
      at++
      if (at >= end) break
      const code = text.charCodeAt(at)
      bits = table[code] as number
      if (bits & goesOn) continue
      const resumed = code === 0x2d && before & small ? lineBreakEnd(text, at + 1, end) : 0
      if (resumed > 0) {
        broken = true
        at = resumed - 1
        bits = 0
        continue
      }
      const joins = code === 0x27 || code === 0x2019 || code === 0x2d
      if (!joins || at + 1 >= end || !((table[text.charCodeAt(at + 1)] as number) & inWord)) break
      bits = 0
    }
    lexical.push(broken ? wholeWord(text.slice(from, at).replace(/-\s+/g, "")) : wordAt(text, from, at))
    starts.push(from)
    ends.push(at)
  }
  return { lexical, starts, ends, digits, humped }
}
