/** A day of the Gregorian calendar, extended backwards as in ISO 8601; the year 0 is 1 BC. */
export interface CivilDay {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

const leap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** How many days a month has; `month` is 1 to 12. */
export const daysOfMonth = (year: number, month: number): number =>
  month === 2 && leap(year) ? 29 : (lengths[month - 1] ?? 0)

/**
 * The day's number: whole days since 1 January 1970, negative before. Years are counted from March, so that the leap
 * day comes last; 400 of them have 146,097 days.
 */
export function dayNumber({ year, month, day }: CivilDay): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The day that has this number. */
export function civilDay(number: number): CivilDay {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const past = dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor(past / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/**
 * The months of the calendar from one day to another that is not before it, rounded down and up to whole ones. The last
 * day of a month completes one that began on a day that it does not have.
 */
export function monthsBetween(from: number, to: number): { readonly down: number; readonly up: number } {
  const [a, b] = [civilDay(from), civilDay(to)]
  const months = (b.year - a.year) * 12 + b.month - a.month
  const lastDay = daysOfMonth(b.year, b.month)
  const due = Math.min(a.day, lastDay)
  return { down: b.day < due ? months - 1 : months, up: b.day > due ? months + 1 : months }
}
