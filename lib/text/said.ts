import { sentenceOpeners } from "./abbreviations.ts"
import { classAt, UPPER } from "./characters.ts"
import { leadWords, negations, smallWords } from "./same-words.ts"
import { isNumberWord, readRight, spelled } from "./spelling.ts"
import { wordsOf } from "./unit-words.ts"

/** What a word does in a claim: what it counts, dates, names or denies must not differ between two that say the same. */
export type WordRole = "number" | "date" | "name" | "negation" | "small" | "word"

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

const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|январ[яье]|феврал[яье]|март[ае]?|апрел[яье]|ма[йяе]|июн[яье]|июл[яье]|август[ае]?|сентябр[яье]|октябр[яье]|ноябр[яье]|декабр[яье])$/
const weekdays =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье)$/

const numerals = new Map(
  `two three four five six seven eight nine ten eleven twelve|два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать`
    .split("|")
    .flatMap(list => list.split(" ").map((word, at) => [word, String(at + 2)] as const)),
)

const contracted = new Map(
  `cannot can not|cant can not|wont will not|dont do not|doesnt does not|didnt did not|isnt is not|arent are not|wasnt was not|werent were not|
   wouldnt would not|couldnt could not|shouldnt should not|hasnt has not|havent have not|hadnt had not|mustnt must not|neednt need not`
    .split("|")
    .map(line => {
      const [whole, ...parts] = line.trim().split(" ")
      return [whole as string, parts] as const
    }),
)

/** Reads what a quote says. The work is linear in its length. */
export function readSaid(quote: string): Said {
  const text = mayHoldMarks.test(quote) ? quote.replace(marks, found => " ".repeat(found.length)) : quote
  const found = wordsOf(text, 0, text.length)
  const words: SaidWord[] = []
  found.words.forEach((word, at) => {
    const start = found.starts[at] as number
    const end = found.ends[at] as number
    const bare = word.includes("'") || word.includes("-") ? word.replace(/['-]/g, "") : word
    const parts = contracted.get(bare)
    if (parts) {
      for (const form of parts) words.push({ form, role: form === "not" ? "negation" : "word", start, end })
      return
    }
    const last = words[words.length - 1]
    if (last && isGrouped(text, last, bare, start)) {
      words[words.length - 1] = { form: last.form + bare, role: "number", start: last.start, end }
      return
    }
    const reading = readingOf(bare)
    const signs = signsAround(text, start, end, found.starts[at + 1] ?? text.length)
    const capital = (classAt(text, start) & UPPER) !== 0
    const role = !capital ? reading.role : words.length === 0 ? reading.asFirst : reading.asCapital
    words.push({ form: signs ? reading.form + signs : reading.form, role, start, end })
  })
  return {
    quote,
    words: found.digits ? words.map((word, at) => (isDay(words, at) ? { ...word, role: "date" } : word)) : words,
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

interface WordReading {
  readonly form: string
  readonly role: WordRole
  readonly asCapital: WordRole
  /** Its role with a capital at the head of a unit, where every word has one. */
  readonly asFirst: WordRole
}

const readings = new Map<string, WordReading>()
/** Words whose reading is remembered; a text has fewer that come again. */
const mostReadings = 20_000

function readingOf(bare: string): WordReading {
  const known = readings.get(bare)
  if (known) return known
  const right = readRight(bare)
  const form = numerals.get(right) ?? spelled(right)
  const role = roleOf(form, false)
  const asCapital = roleOf(form, true)
  const opens = asCapital === "name" && (sentenceOpeners.has(form) || leadWords.has(form))
  const reading = { form, role, asCapital, asFirst: opens ? role : asCapital }
  if (readings.size >= mostReadings) readings.clear()
  readings.set(bare, reading)
  return reading
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
  if (next === end + 1 && text.charCodeAt(end) === 0x20 && text.charCodeAt(start) > 0x39) return ""
  const after = /[?%$€£₽°№+]/.exec(text.slice(end, Math.min(next, end + 12)))
  const code = text.charCodeAt(start)
  if (code < 0x30 || code > 0x39) return after ? after[0] : ""
  const minus = /(?:^|[\s(])[-−–]$/.test(text.slice(Math.max(0, start - 2), start))
  return `${after ? after[0] : ""}${minus ? "-" : ""}`
}

function roleOf(form: string, capital: boolean): WordRole {
  if (/\d/.test(form)) return /^[12]\d{3}$/.test(form) ? "date" : "number"
  if (negations.has(form)) return "negation"
  if (months.test(form) && (capital || (form !== "may" && form !== "march"))) return "date"
  if (weekdays.test(form)) return "date"
  if (isNumberWord(form)) return "number"
  if (capital) return "name"
  return smallWords.has(form) ? "small" : "word"
}
