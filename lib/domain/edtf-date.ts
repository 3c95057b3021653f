import { dayNumber, daysOfMonth } from "./day-number.ts"

/** How exactly a date is said. */
export type EdtfPrecision = "century" | "decade" | "year" | "season" | "month" | "day"

/** One date as said. `first` and `last` are the numbers of the days (see day-number.ts) between which it lies. */
export interface EdtfPoint {
  readonly precision: EdtfPrecision
  /** The year, or the first one of the decade or century. 0 is 1 BC. */
  readonly year: number
  /** 1 to 12, or a season: 21 spring, 22 summer, 23 autumn, 24 winter. */
  readonly month?: number
  readonly day?: number
  readonly approximate: boolean
  readonly uncertain: boolean
  readonly first: number
  readonly last: number
}

/** An end of an interval may be open (it goes on, or reaches back without end) or not known. */
export type EdtfEnd = EdtfPoint | "open" | "unknown"

/** A date or an interval. A single date stands at both ends. */
export interface EdtfDate {
  readonly edtf: string
  readonly from: EdtfEnd
  readonly to: EdtfEnd
}

/** What to write in a field for a date. */
export const edtfHelp =
  "Write a date as 1937, 1937-05 or 1937-05-22; 194X for the 1940s, 1937~ for about 1937, 1937? when it is uncertain, 1936/1938 for a span of time, ../1940 for until 1940."

/** Years of more than six digits are refused: days could no longer be counted exactly far beyond that. */
const pattern =
  /^(?:(?<long>Y-?[1-9]\d{4,5})|(?<year>-?\d{4})(?:-(?<month>\d\d|XX)(?:-(?<day>\d\d|XX)(?:T(?<time>\d\d:\d\d:\d\d)(?:Z|[+-]\d\d(?::\d\d)?)?)?)?)?|(?<century>-?\d\d)XX|(?<decade>-?\d{3})X)(?<mark>[?~%]?)$/

/**
 * Reads a date of the Extended Date/Time Format, levels 0 and 1 (Library of Congress, 2019; ISO 8601-2): years, months
 * and days, seasons, unspecified digits, uncertain and approximate dates, intervals with open or unknown ends. A time
 * of day is read and passed over. Null when it is not one, or names a day that does not exist, or an interval ends
 * before it begins. An approximate date keeps the bounds of what is written: nothing says how wide "about" is.
 */
export function parseEdtf(text: string): EdtfDate | null {
  const edtf = text.trim()
  const ends = edtf.split("/")
  if (ends.length === 1) {
    const point = pointOf(edtf)
    return point && { edtf, from: point, to: point }
  }
  if (ends.length > 2) return null
  const [from, to] = ends.map(endOf)
  if (!from || !to || (typeof from === "string" && typeof to === "string")) return null
  if (typeof from !== "string" && typeof to !== "string" && to.last < from.first) return null
  return { edtf, from, to }
}

/** The first day that the date may be, as a day's number; null when nothing bounds it. */
export const earliestDay = ({ from }: EdtfDate): number | null => (typeof from === "string" ? null : from.first)

/** The last day that the date may be, as a day's number; null when nothing bounds it. */
export const latestDay = ({ to }: EdtfDate): number | null => (typeof to === "string" ? null : to.last)

const endOf = (text: string): EdtfEnd | null => (text === ".." ? "open" : text === "" ? "unknown" : pointOf(text))

function pointOf(text: string): EdtfPoint | null {
  const found = pattern.exec(text)?.groups
  if (!found) return null
  const { long, year, month, day, time, century, decade, mark } = found
  const marks = { approximate: mark === "~" || mark === "%", uncertain: mark === "?" || mark === "%" }
  if (century !== undefined) return { ...marks, ...spanOf("century", century, 100) }
  if (decade !== undefined) return { ...marks, ...spanOf("decade", decade, 10) }
  if (time !== undefined && (mark !== "" || !/^([01]\d|2[0-3])(:[0-5]\d){2}$/.test(time))) return null
  const number = Number(long?.slice(1) ?? year)
  const said = partOf(number, month, day)
  return said && { ...marks, year: number, ...said }
}

type Bounds = Pick<EdtfPoint, "first" | "last">
type Part = Pick<EdtfPoint, "precision" | "month" | "day"> & Bounds

/** The century or decade whose first digits are given; before the year 0 its digits count away from it. */
function spanOf(precision: "century" | "decade", digits: string, years: number) {
  const low = Number(digits.replace("-", "")) * years
  const year = digits.startsWith("-") ? -(low + years - 1) : low
  return { precision, year, ...daysOf(year, year + years - 1) }
}

const daysOf = (first: number, last: number): Bounds => ({
  first: dayNumber({ year: first, month: 1, day: 1 }),
  last: dayNumber({ year: last, month: 12, day: 31 }),
})

function partOf(year: number, monthText = "XX", dayText = "XX"): Part | null {
  if (monthText === "XX") return dayText === "XX" ? { precision: "year", ...daysOf(year, year) } : null
  const month = Number(monthText)
  if (month >= 21 && month <= 24) {
    return dayText === "XX" ? { precision: "season", month, ...seasonDays(year, month) } : null
  }
  const days = daysOfMonth(year, month)
  if (days === 0) return null
  if (dayText === "XX") {
    const [first, last] = [dayNumber({ year, month, day: 1 }), dayNumber({ year, month, day: days })]
    return { precision: "month", month, first, last }
  }
  const day = Number(dayText)
  if (day < 1 || day > days) return null
  const number = dayNumber({ year, month, day })
  return { precision: "day", month, day, first: number, last: number }
}

/** Seasons of the northern hemisphere, by the months or by the sun: the wider of both. */
const seasons = [
  [3, 1, 6, 21],
  [6, 1, 9, 23],
  [9, 1, 12, 22],
] as const

/** The winter of a year may be the one that it began with or the one that it ended with. */
function seasonDays(year: number, month: number): Bounds {
  const days = seasons[month - 21]
  if (!days)
    return {
      first: dayNumber({ year: year - 1, month: 12, day: 1 }),
      last: dayNumber({ year: year + 1, month: 3, day: 20 }),
    }
  const [startMonth, startDay, endMonth, endDay] = days
  return {
    first: dayNumber({ year, month: startMonth, day: startDay }),
    last: dayNumber({ year, month: endMonth, day: endDay }),
  }
}
