import { classAt, UPPER } from "./characters.ts"
import type { LexicalWord } from "./lexicon.ts"
import { scanWords } from "./scan-words.ts"
import type { WordRole } from "./word-reading.ts"

export interface SaidWord {
  /** In lower case, one spelling, without hyphens, apostrophes and what a scan made of small words. */
  readonly form: string
  readonly role: WordRole
  /** Where it stands in the quote, in UTF-16 code units. */
  readonly start: number
  readonly end: number
}

/** What a unit says, word by word. */
export interface Said {
  readonly quote: string
  readonly words: readonly SaidWord[]
}

/** Marks that a copy may have or lack: citation marks, superior figures, a list number at the head. */
const marks =
  /\[(?:\d{1,3}(?:[,–-] ?\d{1,3}){0,4}|[a-z]|note \d{1,2}|citation needed|источник не указан)\]|[¹²³⁴-⁹]+|^\(?\d{1,2}[.)]\s+(?=\p{L})/gu

const mayHoldMarks = /^[(\d]|\[|[¹²³⁴-⁹]/u

/** Reads what a quote says. The work is linear in its length. */
export function readSaid(quote: string): Said {
  const text = mayHoldMarks.test(quote) ? quote.replace(marks, found => " ".repeat(found.length)) : quote
  const { lexical, starts, ends, digits } = scanWords(text, 0, text.length)
  const words: SaidWord[] = []
  for (let at = 0; at < lexical.length; at++) {
    const reading = (lexical[at] as LexicalWord).reading
    const start = starts[at] as number
    const end = ends[at] as number
    if (reading.parts) {
      for (const form of reading.parts) words.push({ form, role: form === "not" ? "negation" : "word", start, end })
      continue
    }
    const last = words[words.length - 1]
    if (digits && last && isGrouped(text, last, reading.bare, start)) {
      words[words.length - 1] = { form: last.form + reading.bare, role: "number", start: last.start, end }
      continue
    }
    const signs = signsAround(text, start, end, starts[at + 1] ?? text.length)
    const capital = (classAt(text, start) & UPPER) !== 0
    const role = !capital ? reading.role : words.length === 0 ? reading.asFirst : reading.asCapital
    words.push({ form: signs ? reading.form + signs : reading.form, role, start, end })
  }
  if (!digits) return { quote, words }
  return {
    quote,
    words: words.map((word, at) => (isDay(words, at) ? { ...word, role: "date" } : word)),
  }
}

/** Whether a quote holds more than dates, figures and small words: "May 18.—" stands over many things, and says none. */
export const saysSomething = ({ words }: Said): boolean => words.some(({ role }) => role === "word" || role === "name")

/** Whether a number stands beside a month, and is its day. */
function isDay(words: readonly SaidWord[], at: number): boolean {
  const { role, form } = words[at] as SaidWord
  if (role !== "number" || !/^\d{1,2}(?:st|nd|rd|th|го|е)?$/.test(form)) return false
  return [words[at - 1], words[at + 1]].some(word => word?.role === "date" && !/^\d/.test(word.form))
}

/** Whether `bare` goes on with the number before it: "1,200" and "1 200" are 1200, as "19 18" is not 1918. */
function isGrouped(text: string, last: SaidWord, bare: string, start: number): boolean {
  if (bare.length !== 3 || last.role !== "number" || start !== last.end + 1) return false
  if (!/^\d{3}$/.test(bare) || !/^[, \u00a0\u202f]$/.test(text.charAt(last.end))) return false
  const head = text.slice(last.start, last.end)
  return /^[1-9]\d{0,2}(?:[, \u00a0\u202f]\d{3})*$/.test(head)
}

/** The signs that belong to what a number or a question says: minus, per cent, currency, question mark. */
function signsAround(text: string, start: number, end: number, next: number): string {
  const first = text.charCodeAt(start)
  if (next === end + 1 && text.charCodeAt(end) === 0x20 && first > 0x39) return ""
  const after = signIn(text, end, Math.min(next, end + 12))
  if (first < 0x30 || first > 0x39) return after
  const minus = /(?:^|[\s(])[-−–]$/.test(text.slice(Math.max(0, start - 2), start))
  return minus ? `${after}-` : after
}

const signs = "?%$€£₽°№+"

function signIn(text: string, start: number, end: number): string {
  for (let at = start; at < end; at++) if (signs.includes(text.charAt(at))) return text.charAt(at)
  return ""
}
