import { daysOfMonth } from "../../../../../lib/domain/day-number.ts"
import { monthNames } from "../../../../../lib/domain/month-names.ts"

const parts = (month: string) => month.split("-").map(Number) as [number, number]

/** "November 2026" for "2026-11". */
export function monthWords(month: string): string {
  const [year, number] = parts(month)
  return `${monthNames[number - 1]} ${year}`
}

/** The days of a month that are within a period, both included. */
export function monthWithin(month: string, { from = "", to }: { from?: string | undefined; to?: string | undefined }) {
  const [first, last] = [`${month}-01`, `${month}-${daysOfMonth(...parts(month))}`]
  return { from: from > first ? from : first, to: to !== undefined && to < last ? to : last }
}
