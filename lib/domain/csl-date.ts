import { type EdtfDate, type EdtfEnd, parseEdtf } from "./edtf-date.ts"
import { edtfWords } from "./edtf-words.ts"
import type { CslDate } from "./source.ts"

const digits = (number: number, length: number) =>
  `${number < 0 ? "-" : ""}${String(Math.abs(number)).padStart(length, "0")}`

const point = (parts: readonly number[]) => parts.map((part, i) => digits(part, i === 0 ? 4 : 2)).join("-")

/**
 * A date of CSL-JSON as EDTF: its parts, or its words where they are a date of EDTF themselves. Null when it says no
 * date, or none that exists. "circa" becomes approximate.
 */
export function edtfOfCsl(date: CslDate): string | null {
  const dates = date["date-parts"] ?? []
  const mark = date.circa ? "~" : ""
  const text = dates.length > 0 ? dates.map(parts => point(parts) + mark).join("/") : (date.literal ?? "")
  return parseEdtf(text)?.edtf ?? null
}

/** A date as CSL-JSON has it. What parts cannot say (a decade, a season, an open end) stands in words. */
export function cslOfEdtf(date: EdtfDate): CslDate {
  const ends = date.from === date.to ? [date.from] : [date.from, date.to]
  const parts = ends.map(partsOf)
  const said = parts.filter(part => part !== null)
  if (said.length < parts.length) return { literal: edtfWords(date) }
  const approximate = ends.some(end => typeof end !== "string" && end.approximate)
  return { "date-parts": said, ...(approximate && { circa: true }) }
}

function partsOf(end: EdtfEnd): number[] | null {
  if (typeof end === "string" || end.uncertain || Math.abs(end.year) > 9_999) return null
  const { precision, year, month = 0, day = 0 } = end
  if (precision === "year") return [year]
  if (precision === "month") return [year, month]
  return precision === "day" ? [year, month, day] : null
}
