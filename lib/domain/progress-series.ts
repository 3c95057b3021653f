import { civilDay, dayNumber } from "./day-number.ts"

/** What was new on a day, which is counted from 1 January 1970 in UTC. */
export interface DayCount {
  readonly day: number
  /** Claims of documents that were added. */
  readonly claims: number
  /** Labels that somebody gave to a claim for the first time. */
  readonly labels: number
  /** Claims that got their first label. */
  readonly labelled: number
  /** Claims whose verdict stands by what was last said on that day, and those of them that are vetted. */
  readonly settled: number
  readonly vetted: number
}

/** A stretch of days, both included, with what was there at its end and how many labels were given in it. */
export interface ProgressPoint {
  readonly from: number
  readonly to: number
  readonly labels: number
  readonly claims: number
  readonly labelled: number
  readonly settled: number
  readonly vetted: number
}

export const paces = ["day", "week", "month"] as const
/** How long the stretches are in which progress is counted. */
export type Pace = (typeof paces)[number]

/** How many stretches a plot has at most. */
export const mostPoints = 400
/** From how many stretches on the next longer ones are easier to read. */
const comfortable = 62

/** The pace at which the days from `first` to `last` are shown: `asked`, or the finest that reads well; never too many points. */
export function paceOf(first: number, last: number, asked?: Pace): Pace {
  const fits = (pace: Pace, most: number) => stretchesBetween(first, last, pace) <= most
  const from = asked ? paces.indexOf(asked) : 0
  return paces.slice(from).find(pace => fits(pace, asked ? mostPoints : comfortable)) ?? "month"
}

function stretchesBetween(first: number, last: number, pace: Pace): number {
  if (pace === "day") return last - first + 1
  if (pace === "week") return (monday(last) - monday(first)) / 7 + 1
  const [a, b] = [civilDay(first), civilDay(last)]
  return (b.year - a.year) * 12 + b.month - a.month + 1
}

/**
 * The progress from the first day on which something was new to `today`, a point for each stretch. Stretches follow each
 * other without a gap; weeks begin on Monday; the last one ends today. A day after `today`, by another server's clock,
 * counts as today.
 */
export function progressSeries(days: readonly DayCount[], today: number, pace: Pace): readonly ProgressPoint[] {
  const sorted = [...days].sort((a, b) => a.day - b.day)
  const first = sorted[0]?.day
  if (first === undefined) return []
  const end = Math.max(first, today)
  const points: ProgressPoint[] = []
  const sum = { claims: 0, labelled: 0, settled: 0, vetted: 0 }
  let at = 0
  for (let from = startOf(Math.min(first, end), pace); from <= end; from = nextStart(from, pace)) {
    const to = Math.min(nextStart(from, pace) - 1, end)
    let labels = 0
    for (; at < sorted.length && (sorted[at]!.day <= to || to === end); at++) {
      const day = sorted[at]!
      labels += day.labels
      sum.claims += day.claims
      sum.labelled += day.labelled
      sum.settled += day.settled
      sum.vetted += day.vetted
    }
    points.push({ from, to, labels, ...sum })
  }
  return points
}

// 1 January 1970 was a Thursday.
const monday = (day: number) => Math.floor((day + 3) / 7) * 7 - 3

function startOf(day: number, pace: Pace): number {
  if (pace === "day") return day
  if (pace === "week") return monday(day)
  return dayNumber({ ...civilDay(day), day: 1 })
}

function nextStart(start: number, pace: Pace): number {
  if (pace === "day") return start + 1
  if (pace === "week") return start + 7
  const { year, month } = civilDay(start)
  return dayNumber(month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 })
}

/** The day as ISO 8601 has it. */
export function isoDay(day: number): string {
  const { year, month, day: date } = civilDay(day)
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`
}
