import { classAt, DIGIT, isSpaceAt, LOWER, UPPER } from "./characters.ts"
import { stampLength } from "./time-stamp.ts"

/** How far a physical line is followed to either side, in UTF-16 code units; what is longer is no line of furniture. */
export const lineReach = 200

function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x0c || code === 0x2028 || code === 0x2029
}

/** Where the physical line that holds `at` begins; at most {@link lineReach} code units back. */
export function lineStart(text: string, at: number): number {
  let start = at
  const limit = Math.max(0, at - lineReach)
  while (start > limit && !isBreak(text.charCodeAt(start - 1))) start--
  while (start < at && isSpaceAt(text, start)) start++
  return start
}

/** Where the physical line that holds `at` ends without its outer white space; at most `reach` code units ahead. */
export function lineEnd(text: string, at: number, reach = lineReach): number {
  let end = at
  const limit = Math.min(text.length, at + reach)
  while (end < limit && !isBreak(text.charCodeAt(end))) end++
  while (end > at && isSpaceAt(text, end - 1)) end--
  return end
}

const pageNumber =
  /^(?:[-–—[(|*] ?)?(?:(?:page|pg\.?|p\.|seite|стр(?:аница|\.)?|с\.|лист|л\.) ?)?(?:\d{1,4}|[ivxlc]{1,7})(?:(?: of | из | ?\/ ?)\d{1,4})?(?: ?[-–—\])|*])?$/i
const numberedTitle = /^(?:\d{1,4}[.,]?\s+(?=\D)|.*\D\s+\d{1,4}$)/u
const crumbs = /\s(?:[»›>|·•→/]|::)\s\S/
const trailingStamp = /\d{4},? (?:at |в |- )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?$/
const counter = /^(?:#\d+|(?:\p{L}+ ){0,1}\p{L}+: \d[\d ]*)$/u
const handle = /^[\p{L}\d][\p{L}\d.-]*[_\d][\p{L}\d_.-]*$/u
const notice =
  /^(?:©|\(c\) ?\d|\[\/?(?:quote|spoiler|code|off|hide|offtop)(?:=[^\]]{1,60})?\]$|(?:цитата|quote|quoting) ?\([^()]{2,40}@[^()]{4,40}\)$|(?:цитата|quote|quoted|spoiler|спойлер|code|код|reply|ответить)\s?:?$|.{0,40}\S (?:wrote|writes|said|писала?|писал\(а\)|написала?|пишет|сказал\(а\)|сообщает):$)/iu

/** A link that stands alone and begins with a small letter, as no sentence of one word does. */
const buttonLine = /^(?:edit|edit source|reply|share|flag|править|править код|ответить|цитировать|пожаловаться)$/

/** Whether nothing but such a link stands between `at` and the end of the line. */
export function isButtonLine(text: string, at: number): boolean {
  const end = lineEnd(text, at, 20)
  return end - at < 16 && buttonLine.test(text.slice(at, end))
}

/**
 * Whether the physical line `[from, to)` is furniture by its form, whatever stands around it: a running header or page
 * number, columns set apart by wide gaps, a trail of links, a posting's date, counter or author, the notice that a quotation follows.
 */
export function isFurnitureLine(text: string, from: number, to: number): boolean {
  const length = to - from
  if (length === 0 || length >= 120) return false
  const first = text.charCodeAt(from)
  const last = text.charCodeAt(to - 1)
  let digits = false
  let signs = false
  let spaces = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x20) spaces++
    else if (code >= 0x30 && code <= 0x39) digits = true
    else if (
      code === 0x09 ||
      code === 0x5f ||
      code === 0x7c ||
      code === 0x3e ||
      code === 0x2f ||
      (code > 0x7e && crumb(code))
    )
      signs = true
  }
  if ((signs || spaces > 2) && hasWideGap(text, from, to)) return true
  const colon = last === 0x3a
  if (!digits && !signs && !colon && spaces > 0 && first !== 0xa9 && first !== 0x28) return false
  return hasFurnitureForm(text.slice(from, to), text, from, to, digits, last)
}

function crumb(code: number): boolean {
  return code === 0xbb || code === 0x203a || code === 0xb7 || code === 0x2022 || code === 0x2192 || code === 0xa9
}

function hasFurnitureForm(
  line: string,
  text: string,
  from: number,
  to: number,
  digits: boolean,
  last: number,
): boolean {
  const { length } = line
  if (length <= 24 && (pageNumber.test(line) || handle.test(line))) return true
  if (digits && isMostlyCapitals(text, from, to) && numberedTitle.test(line)) return true
  if (last === 0x2c || last === 0x3b) return false
  if (notice.test(line) || buttonLine.test(line) || (digits && length <= 40 && counter.test(line))) return true
  if (last === 0x2e || last === 0x3f || last === 0x21 || last === 0x2026) return false
  if (crumbs.test(line)) return true
  return digits && length <= 80 && (trailingStamp.test(line) || stampLength(text, from) === length)
}

/** Whether columns are set apart in `[from, to)` by three blanks, a tab or twice by two, other than after a sentence. */
export function hasWideGap(text: string, from: number, to: number): boolean {
  let pairs = 0
  for (let at = from + 1; at < to - 1; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x09 && code !== 0x20 && code !== 0xa0) continue
    let end = at + 1
    while (end < to && isSpaceAt(text, end)) end++
    if (code === 0x09 || end - at >= 3) {
      const before = text.charCodeAt(at - 1)
      const sentence = before === 0x2e || before === 0x21 || before === 0x3f
      if (!sentence || !(classAt(text, end) & (UPPER | LOWER))) return true
    } else if (end - at === 2) pairs += classAt(text, end) & (UPPER | DIGIT) ? 1 : 9
    at = end - 1
  }
  return pairs === 2 && (classAt(text, from) & UPPER) !== 0 && /\d/.test(text.slice(from, to))
}

/** Whether `[from, to)` is set in capitals: two words or more, at least eight letters, one small letter in ten at most. */
export function isMostlyCapitals(text: string, from: number, to: number): boolean {
  let capitals = 0
  let small = 0
  let words = 0
  for (let at = from; at < to; at++) {
    const bits = classAt(text, at)
    if (bits & UPPER) capitals++
    else if (bits & LOWER) small++
    if (bits & (UPPER | LOWER | DIGIT) && (at === from || isSpaceAt(text, at - 1))) words++
    if (small > 4) return false
  }
  return words >= 2 && capitals >= 8 && small * 10 <= capitals
}
