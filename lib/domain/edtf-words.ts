import type { EdtfDate, EdtfEnd, EdtfPoint } from "./edtf-date.ts"
import { monthNames } from "./month-names.ts"

const seasons = ["spring", "summer", "autumn", "winter"] as const

/** A date in words: "22 May 1937", "about 1937", "the 1940s", "1936 to 1938", "until 1940". */
export function edtfWords({ from, to }: EdtfDate): string {
  if (from === to) return endWords(from)
  if (from === "open") return `until ${endWords(to)}`
  if (to === "open") return `from ${endWords(from)} on`
  if (from === "unknown") return `until ${endWords(to)}, from when is not known`
  if (to === "unknown") return `from ${endWords(from)}, until when is not known`
  return `${endWords(from)} to ${endWords(to)}`
}

function endWords(end: EdtfEnd): string {
  if (typeof end === "string") return end
  const about = end.approximate ? "about " : ""
  const doubt = end.uncertain ? " (uncertain)" : ""
  return `${about}${pointWords(end)}${doubt}`
}

function pointWords({ precision, year, month = 0, day }: EdtfPoint): string {
  switch (precision) {
    case "century":
      return year < 0 ? `${yearWords(year)} to ${yearWords(year + 99)}` : `the years ${year} to ${year + 99}`
    case "decade":
      return year < 0 ? `${yearWords(year)} to ${yearWords(year + 9)}` : `the ${year}s`
    case "year":
      return yearWords(year)
    case "season":
      return `${seasons[month - 21]} ${yearWords(year)}`
    case "month":
      return `${monthNames[month - 1]} ${yearWords(year)}`
    case "day":
      return `${day} ${monthNames[month - 1]} ${yearWords(year)}`
  }
}

const yearWords = (year: number) => (year > 0 ? String(year) : `${1 - year} BC`)
