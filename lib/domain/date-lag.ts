import { monthsBetween } from "./day-number.ts"
import { type EdtfDate, type EdtfEnd, earliestDay, latestDay } from "./edtf-date.ts"

/**
 * How long after what it tells of a source was made: at least and at most so many days, negative when it was made
 * before. Null where an open or unknown end leaves it without a bound.
 */
export interface DateLag {
  readonly least: Lapse | null
  readonly most: Lapse | null
  /** One of the dates is only about right, so the bounds are. */
  readonly approximate: boolean
  readonly uncertain: boolean
}

/** A stretch of time in days, and in whole months of the calendar, rounded down and up; negative when it runs back. */
export interface Lapse {
  readonly days: number
  readonly months: { readonly down: number; readonly up: number }
}

/** The lag between the time that a source tells of and the time when it was made, from the bounds of both dates. */
export function dateLag(tells: EdtfDate, created: EdtfDate): DateLag {
  const ends = [tells.from, tells.to, created.from, created.to]
  return {
    least: lapse(latestDay(tells), earliestDay(created)),
    most: lapse(earliestDay(tells), latestDay(created)),
    approximate: ends.some(end => isPoint(end) && end.approximate),
    uncertain: ends.some(end => isPoint(end) && end.uncertain),
  }
}

const isPoint = (end: EdtfEnd) => typeof end !== "string"

function lapse(from: number | null, to: number | null): Lapse | null {
  if (from === null || to === null) return null
  if (to >= from) return { days: to - from, months: monthsBetween(from, to) }
  const back = monthsBetween(to, from)
  return { days: to - from, months: { down: -back.up, up: -back.down } }
}

/** The lag as a phrase: "written 31 to 33 years after", "written about 2 months after", or that it is not known. */
export function lagWords({ least, most, approximate, uncertain }: DateLag): string {
  const span = spanWords(least, most)
  if (span === null) return "how long after is not known"
  const about = approximate ? "about " : ""
  const doubt = uncertain ? ", if the dates are right" : ""
  return `written ${about}${span}${doubt}`
}

function spanWords(least: Lapse | null, most: Lapse | null): string | null {
  if (!least && !most) return null
  if (!least) return most && most.days < 0 ? `at least ${amountOf(back(most), "down")} before` : atMost(most)
  if (!most) return least.days > 0 ? `at least ${amountOf(least, "down")} after` : notLongBefore(least)
  if (most.days < 0) return `${range(back(most), back(least))} before`
  if (least.days >= 0) return most.days === 0 ? "on the same day" : `${range(least, most)} after`
  if (most.days === 0) return `up to ${amountOf(back(least), "up")} before`
  const [before, after] = [amountOf(back(least), "up"), amountOf(most, "up")]
  return before === after ? `within ${after} of it` : `between ${before} before and ${after} after`
}

const atMost = (most: Lapse | null) =>
  most && most.days > 0 ? `at most ${amountOf(most, "up")} after` : "on the same day or before"

const notLongBefore = (least: Lapse) =>
  least.days === 0 ? "on the same day or later" : `at most ${amountOf(back(least), "up")} before, or later`

const back = ({ days, months }: Lapse): Lapse => ({ days: -days, months: { down: -months.up, up: -months.down } })

/** The unit in which a lapse is best said: days up to 60, months up to two years, else years. */
const unitOf = ({ days, months }: Lapse): Unit => (days <= 60 ? "day" : months.up < 24 ? "month" : "year")
type Unit = "day" | "month" | "year"
type Rounding = "down" | "up"

const count = ({ days, months }: Lapse, unit: Unit, rounding: Rounding): number => {
  if (unit === "day") return days
  if (unit === "month") return months[rounding]
  return rounding === "down" ? Math.floor(months.down / 12) : Math.ceil(months.up / 12)
}

const counted = (number: number, unit: Unit) => `${number} ${unit}${number === 1 ? "" : "s"}`

const amountOf = (lapse: Lapse, rounding: Rounding) => counted(count(lapse, unitOf(lapse), rounding), unitOf(lapse))

function range(least: Lapse, most: Lapse): string {
  const unit = unitOf(most)
  const [low, high] = [count(least, unit, "down"), count(most, unit, "up")]
  if (low === high) return counted(high, unit)
  return low === 0 ? `up to ${counted(high, unit)}` : `${low} to ${counted(high, unit)}`
}
