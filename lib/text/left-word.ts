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

/** Every word that some list knows, so that one look-up tells a plain word. */
const known = new WordSet(
  [
    leaningAbbreviations,
    numberAbbreviations,
    endingAbbreviations,
    closingAbbreviations,
    ambiguousAbbreviations,
    capitalAbbreviations,
    measureAbbreviations,
    dateAbbreviations,
    ["am", "pm"],
  ].flatMap(list => [...list]),
)

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
  let small = start
  while (small < stop && classAt(text, small) & LOWER) small++
  if (small === stop && stop - start > 1 && !known.holds(text, start, stop)) return "plain"
  if (small < start + 2 && isCapitalised(text, start, stop) && !known.has(text.slice(start, stop).toLowerCase()))
    return "plain"
  if (areDigits(text, start, stop)) return stop === start ? "none" : "digits"
  const raw = text.slice(start, stop)
  if (/^\d+\p{L}{1,2}$/u.test(raw)) return "digits"
  const word = raw.toLowerCase()
  if (/^[пдк]$/.test(word) && /\sт\. ?$/.test(text.slice(Math.max(unitStart, start - 4), start))) return "closing"
  if (/^(?:a\.m|p\.m|а\.м|п\.п)$/.test(word) || (/^(?:am|pm)$/.test(word) && isDigitAt(text, start - 2))) return "clock"
  if (word.includes(".") && leaningAbbreviations.has(word)) return "leaning"
  if (closingAbbreviations.has(word)) return "closing"
  if (measureAbbreviations.has(raw) && followsNumber(text, start)) return "measure"
  if (dateAbbreviations.has(raw) && followsNumber(text, start)) return "year"
  if (/^\p{L}{1,4}(?:\.\p{L}{1,3})+$/u.test(raw) && !/^\p{Ll}{3,4}\.\p{Lu}/u.test(raw)) return "acronym"
  const tail = word.slice(word.search(/[^.]*$/))
  const rawTail = raw.slice(raw.length - tail.length)
  if (tail.length === 1 && /\p{L}/u.test(tail)) {
    if (rawTail !== tail) {
      return raw === "I" && followsSmallWord(text, start, unitStart) ? "plain" : "initial"
    }
    return numberAbbreviations.has(tail) || endingAbbreviations.has(tail) ? "ending" : "initial"
  }
  if (ambiguousAbbreviations.has(tail)) return "ambiguous"
  if (leaningAbbreviations.has(tail) || leaningAbbreviations.has(word)) return "leaning"
  if (numberAbbreviations.has(tail)) return "number-abbreviation"
  if (endingAbbreviations.has(tail)) return "ending"
  if (capitalAbbreviations.has(tail) && rawTail !== tail) return "ending"
  return "plain"
}

/** Whether `[start, stop)` is a capital and small letters after it, at least one. */
function isCapitalised(text: string, start: number, stop: number): boolean {
  if (stop - start < 2 || !(classAt(text, start) & UPPER)) return false
  for (let at = start + 1; at < stop; at++) if (!(classAt(text, at) & LOWER)) return false
  return true
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
