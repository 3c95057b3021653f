import { classAt, DIGIT, isDigitAt, LOWER, UPPER } from "./characters.ts"
import { lengthAt } from "./pattern-at.ts"

/** A month's name, told roughly: without one the patterns that hold months need no look. */
const anyMonthName =
  /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йяе]|июн|июл|авг|сен|окт|ноя|дек/iu
const monthName = new RegExp(anyMonthName.source, "iuy")
const roughly = /ca?\.|circa|about|around|approximately|около|примерно|ок\./iuy

/** Which letters may begin a month (1), a rough word (2), a Roman number (4), in both cases. */
const initials = ((): Uint8Array => {
  const marks = new Uint8Array(0x500)
  const mark = (letters: string, bit: number) => {
    for (const letter of letters) marks[letter.charCodeAt(0)] = (marks[letter.charCodeAt(0)] as number) | bit
  }
  mark("jfmasondJFMASONDяфмаисондЯФМАИСОНДſ", 1)
  mark("caCAопОП", 2)
  mark("IVX", 4)
  return marks
})()

/** How a date may begin: with one or two digits, with four, with six, with a month, with a Roman number or a day, roughly. */
export type DateOpening = "day" | "year" | "glued-years" | "month" | "century" | "rough-year"

/** Where dates of each kind may begin, in order. */
export function dateOpenings(body: string): Readonly<Record<DateOpening, readonly number[]>> {
  const openings = { day: [], year: [], "glued-years": [], month: [], century: [], "rough-year": [] } as Record<
    DateOpening,
    number[]
  >
  const months = anyMonthName.test(body)
  let inWord = false
  for (let at = 0; at < body.length; at++) {
    const bits = classAt(body, at)
    if ((bits & (UPPER | LOWER | DIGIT)) === 0) {
      inWord = false
      continue
    }
    if (inWord) continue
    inWord = true
    if (bits & DIGIT) {
      let end = at + 1
      while (isDigitAt(body, end)) end++
      const digits = end - at
      if (digits <= 2) openings.day.push(at)
      else if (digits === 4) openings.year.push(at)
      else if (digits === 6) openings["glued-years"].push(at)
      if (digits <= 2) openings.century.push(at)
      else if (digits === 4) openings["rough-year"].push(at)
      at = end - 1
      continue
    }
    const code = body.charCodeAt(at)
    const initial = code < initials.length ? (initials[code] as number) : 0
    if (initial & 1 && months && lengthAt(monthName, body, at) > 0) openings.month.push(at)
    else if (initial & 2 && lengthAt(roughly, body, at) > 0) openings["rough-year"].push(at)
    else if (initial & 4) openings.century.push(at)
  }
  return openings
}
