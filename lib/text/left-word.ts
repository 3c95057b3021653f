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

/** Start of the run of letters, digits, inner stops, hyphens and apostrophes that ends before `stop`. */
function wordStartBefore(text: string, stop: number, floor: number): number {
  let start = stop
  const limit = Math.max(floor, stop - reach)
  while (start > limit) {
    const bits = classAt(text, start - 1)
    if (bits & (UPPER | LOWER | DIGIT)) start--
    else if (text[start - 1] === "°" || (start < stop && /[.\-'’№,]/.test(text[start - 1] as string))) start--
    else break
  }
  return start
}

/** Names the kind of word that a full stop at `stop` stands after. Looks no further back than `unitStart`. */
export function leftWord(text: string, stop: number, unitStart: number): LeftWord {
  const start = wordStartBefore(text, stop, unitStart)
  const raw = text.slice(start, stop)
  if (raw === "") return "none"
  if (/^[\d.,-]+$/.test(raw)) return "digits"
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

/** Whether a number stands before `start`, with or without a blank. */
function followsNumber(text: string, start: number): boolean {
  return isDigitAt(text, start - 1) || /[\dIVXLC%](?:-[а-я]{1,2}|,)? $/.test(text.slice(Math.max(0, start - 5), start))
}

/** Whether the word before the one at `start` is written small, as in "you and I." */
function followsSmallWord(text: string, start: number, unitStart: number): boolean {
  return /(?:^|\s)\p{Ll}+ $/u.test(text.slice(Math.max(unitStart, start - reach), start))
}
