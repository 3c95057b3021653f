import {
  ambiguousAbbreviations,
  capitalAbbreviations,
  closingAbbreviations,
  dateAbbreviations,
  endingAbbreviations,
  leaningAbbreviations,
  measureAbbreviations,
  numberAbbreviations,
} from "./abbreviations.ts"
import { classAt, DIGIT, isDigitAt, LOWER, UPPER } from "./characters.ts"
import { reach } from "./word-at.ts"
import { WordSet } from "./word-set.ts"

/** What a stop stands after: the kind of word decides whether it can end a sentence. */
export type LeftWord =
  | "plain"
  | "initial"
  | "acronym"
  | "clock"
  | "year"
  | "leaning"
  | "ambiguous"
  | "number-abbreviation"
  | "ending"
  | "closing"
  | "measure"
  | "digits"
  | "none"

/** The kinds of a word that lists give it; the order of the questions below is their rank. */
const CLOSING = 1
const MEASURE = 2
const DATE = 4
const AMBIGUOUS = 8
const LEANING = 16
const NUMBER = 32
const ENDING = 64
const CAPITAL = 128

const kinds = new Map<string, number>()
for (const [bit, list] of [
  [CLOSING, closingAbbreviations],
  [MEASURE, measureAbbreviations],
  [DATE, dateAbbreviations],
  [AMBIGUOUS, ambiguousAbbreviations],
  [LEANING, leaningAbbreviations],
  [NUMBER, numberAbbreviations],
  [ENDING, endingAbbreviations],
  [CAPITAL, capitalAbbreviations],
] as const) {
  for (const word of list) kinds.set(word, (kinds.get(word) ?? 0) | bit)
}

/** Every word that some list knows, so that most words are told plain without a look-up. */
const known = new WordSet([...kinds.keys(), "am", "pm"])

/** What a rate is counted by, after its stroke: "4 м/с", "60 km/h". */
const perUnit = new Set("с сек ч час мин м м² м³ км см сут г кг л t s sec h hr min m km l kg".split(" "))

/** Start of the run of letters, digits, inner stops, hyphens and apostrophes that ends before `stop`. */
function wordStartBefore(text: string, stop: number, floor: number): number {
  let start = stop
  const limit = Math.max(floor, stop - reach)
  while (start > limit) {
    if (classAt(text, start - 1) & (UPPER | LOWER | DIGIT)) {
      start--
      continue
    }
    const code = text.charCodeAt(start - 1)
    if (code === 0x20 || (code !== 0xb0 && (start === stop || !isInner(code)))) break
    start--
  }
  return start
}

/** Whether a word goes on over this sign: . - ' ’ № , */
function isInner(code: number): boolean {
  return code === 0x2e || code === 0x2d || code === 0x27 || code === 0x2019 || code === 0x2116 || code === 0x2c
}

/** Names the kind of word that a full stop at `stop` stands after. Looks no further back than `unitStart`. */
export function leftWord(text: string, stop: number, unitStart: number): LeftWord {
  const start = wordStartBefore(text, stop, unitStart)
  if (start === stop) return "none"
  let all = 0
  for (let at = start; at < stop; at++) all |= classAt(text, at) & (UPPER | LOWER | DIGIT) || SIGN
  if (all === LOWER && stop - start > 1 && !known.holds(text, start, stop)) return "plain"
  if (!(all & (UPPER | LOWER))) return areDigits(text, start, stop) ? "digits" : "plain"
  const raw = text.slice(start, stop)
  if (text.charCodeAt(start - 1) === 0x2f && perUnit.has(raw) && classAt(text, start - 2) & LOWER) return "measure"
  if (all & DIGIT && !(all & SIGN) && /^\d+\p{L}{1,2}$/u.test(raw)) return "digits"
  const word = all & UPPER ? raw.toLowerCase() : raw
  if (all & SIGN) return signedWord(text, raw, word, start, unitStart)
  if (raw.length === 1) return singleLetter(text, raw, word, start, unitStart)
  if ((word === "am" || word === "pm") && isDigitAt(text, start - 2)) return "clock"
  return listedWord(text, raw, word, word, start)
}

/** Any character of a word that is neither letter nor digit. */
const SIGN = 0x100

function listedWord(text: string, raw: string, word: string, tail: string, start: number): LeftWord {
  const whole = kinds.get(word) ?? 0
  const kind = tail === word ? whole : (kinds.get(tail) ?? 0)
  if ((whole | kind) === 0) return "plain"
  if (whole & CLOSING) return "closing"
  if (whole & (MEASURE | DATE) && raw === word && followsNumber(text, start))
    return whole & MEASURE ? "measure" : "year"
  if (kind & AMBIGUOUS) return "ambiguous"
  if ((kind | whole) & LEANING) return "leaning"
  if (kind & NUMBER) return "number-abbreviation"
  if (kind & ENDING) return "ending"
  return kind & CAPITAL && !raw.endsWith(tail) ? "ending" : "plain"
}

function singleLetter(text: string, raw: string, word: string, start: number, unitStart: number): LeftWord {
  if (/^[пдк]$/.test(word) && /\sт\. ?$/.test(text.slice(Math.max(unitStart, start - 4), start))) return "closing"
  const kind = kinds.get(word) ?? 0
  if (kind & CLOSING) return "closing"
  if (kind & (MEASURE | DATE) && raw === word && followsNumber(text, start)) return kind & MEASURE ? "measure" : "year"
  if (raw !== word) return raw === "I" && followsSmallWord(text, start, unitStart) ? "plain" : "initial"
  return kind & (NUMBER | ENDING) ? "ending" : "initial"
}

/** A word with stops, hyphens or the like inside. */
function signedWord(text: string, raw: string, word: string, start: number, unitStart: number): LeftWord {
  if (/^(?:a\.m|p\.m|а\.м|п\.п)$/.test(word)) return "clock"
  if (word.includes(".") && leaningAbbreviations.has(word)) return "leaning"
  if (closingAbbreviations.has(word)) return "closing"
  if (/^\p{L}{1,4}(?:\.\p{L}{1,3})+$/u.test(raw) && !/^\p{Ll}{3,4}\.\p{Lu}/u.test(raw)) return "acronym"
  const tail = word.slice(word.lastIndexOf(".") + 1)
  const rawTail = raw.slice(raw.length - tail.length)
  if (tail.length === 1 && /\p{L}/u.test(tail))
    return singleLetter(text, rawTail, tail, raw.length - 1 + start, unitStart)
  return listedWord(text, raw, word, tail, start)
}

/** Whether `[start, stop)` holds nothing but digits, stops, commas and hyphens. */
function areDigits(text: string, start: number, stop: number): boolean {
  for (let at = start; at < stop; at++) {
    const code = text.charCodeAt(at)
    if ((code < 0x30 || code > 0x39) && code !== 0x2e && code !== 0x2c && code !== 0x2d) return false
  }
  return true
}

/** Whether a number stands before `start`, with or without a blank. */
function followsNumber(text: string, start: number): boolean {
  return isDigitAt(text, start - 1) || /[\dIVXLC%](?:-[а-я]{1,2}|,)? $/.test(text.slice(Math.max(0, start - 5), start))
}

/** Whether the word before the one at `start` is written small, as in "you and I." */
function followsSmallWord(text: string, start: number, unitStart: number): boolean {
  return /(?:^|\s)\p{Ll}+ $/u.test(text.slice(Math.max(unitStart, start - reach), start))
}
