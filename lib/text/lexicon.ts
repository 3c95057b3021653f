import { hashOf } from "./hash.ts"
import { classOf } from "./word-class.ts"
import { openingsOf } from "./word-openings.ts"
import { readingOf, type WordReading } from "./word-reading.ts"

/** A word as it is known wherever it stands. */
export class LexicalWord {
  /** In lower case, ё written as е, apostrophes straight. */
  readonly form: string
  /** FNV-1a of its form, 32 bits. */
  readonly hash: number
  /** What it may be, as bits of `word-class.ts`. */
  readonly bits: number
  /** What may be found at it, as bits of `openings.ts`. */
  readonly opens: number
  private read: WordReading | null = null

  constructor(form: string, hash: number) {
    this.form = form
    this.hash = hash
    this.bits = classOf(form)
    this.opens = openingsOf(form)
  }

  /** What it says, for comparing two units. */
  get reading(): WordReading {
    this.read ??= readingOf(this.form)
    return this.read
  }
}

/** Code units of the plain alphabets in lower case, ё as е, apostrophes straight; 0 where a string has to be asked. */
const small = ((): Uint16Array => {
  const table = new Uint16Array(0x10000)
  for (let code = 0; code < 0x530; code++) {
    const lower = String.fromCharCode(code).toLowerCase()
    // The capital İ becomes two code units, the capital Σ one of two by its place.
    if (lower.length === 1 && code !== 0x3a3) table[code] = lower.charCodeAt(0)
  }
  table[0x401] = 0x435
  table[0x451] = 0x435
  table[0x2019] = 0x27
  return table
})()

/** Words that are kept at a time; a text has fewer that come again. */
const mostWords = 30_000
/** Words that are longer are read anew each time. */
const longestKept = 40
const slots = 1 << 16

const table: (LexicalWord | undefined)[] = new Array(slots).fill(undefined)
let kept = 0

/**
 * The word that stands at `[start, end)` of the text. Words are kept while there is room, so that one that comes again
 * costs no string of its own.
 */
export function wordAt(text: string, start: number, end: number): LexicalWord {
  if (end - start > longestKept) return readWord(text.slice(start, end))
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) {
    const code = small[text.charCodeAt(at)] as number
    if (code === 0) return readWord(text.slice(start, end))
    hash = Math.imul(hash ^ code, 0x01000193)
  }
  let slot = (hash ^ (hash >>> 15)) & (slots - 1)
  for (let word = table[slot]; word !== undefined; word = table[slot]) {
    if (word.hash === hash && isWritten(word.form, text, start, end)) return word
    slot = (slot + 1) & (slots - 1)
  }
  if (kept === mostWords) {
    table.fill(undefined)
    kept = 0
    slot = (hash ^ (hash >>> 15)) & (slots - 1)
  }
  // Written out letter by letter: a slice would keep the whole text alive.
  let form = ""
  for (let at = start; at < end; at++) form += String.fromCharCode(small[text.charCodeAt(at)] as number)
  const word = new LexicalWord(form, hash)
  table[slot] = word
  kept++
  return word
}

function isWritten(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false
  for (let at = 0; at < form.length; at++) if (form.charCodeAt(at) !== small[text.charCodeAt(start + at)]) return false
  return true
}

function readWord(written: string): LexicalWord {
  const form = written.toLowerCase().replaceAll("’", "'").replaceAll("ё", "е")
  return new LexicalWord(form, hashOf(form))
}
