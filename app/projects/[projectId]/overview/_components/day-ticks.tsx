import { civilDay, dayNumber } from "../../../../../lib/domain/day-number.ts"

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

interface Props {
  /** Where a day stands. */
  readonly x: (day: number) => number
  readonly from: number
  readonly to: number
  readonly y: number
  readonly width: number
  /** How much of a day before its end it is named. */
  readonly before?: number
}

/** The axis of time: days, or the beginnings of months or years where there are too many of them. */
export function DayTicks({ x, from, to, y, width, before = 0 }: Props) {
  const days = ticksBetween(from, to, Math.max(2, Math.floor(width / 88)))
  return (
    <g>
      <line x1={x(from - 1)} x2={x(to)} y1={y} y2={y} className="axis" />
      {days.map((day, at) => (
        <g key={day}>
          <line x1={x(day - before)} x2={x(day - before)} y1={y} y2={y + 5} className="axis" />
          <text x={x(day - before)} y={y + 20} textAnchor="middle">
            {dayWords(day, at === 0 ? null : days[at - 1]!)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** At most `most` days to name, evenly apart: every few days, or first days of every few months. */
export function ticksBetween(from: number, to: number, most: number): readonly number[] {
  const days = to - from + 1
  for (const step of [1, 2, 7, 14])
    if (Math.ceil(days / step) <= most) return evenly(Math.ceil(days / step), at => to - at * step).reverse()
  const [a, b] = [civilDay(from), civilDay(to)]
  const between = (b.year - a.year) * 12 + b.month - a.month
  const step = [1, 2, 3, 6, 12].find(months => between / months <= most) ?? 12 * Math.ceil(between / 12 / most)
  const starts = evenly(between + 2, at => monthStart(a.year, a.month + at)).filter(day => day >= from && day <= to)
  return starts.filter(day => (civilDay(day).year * 12 + civilDay(day).month - 1) % step === 0)
}

const evenly = (count: number, of: (at: number) => number) => Array.from({ length: count }, (_, at) => of(at))

const monthStart = (year: number, month: number) =>
  dayNumber({ year: year + Math.floor((month - 1) / 12), month: ((month - 1) % 12) + 1, day: 1 })

/** "3 Mar", with the year at the first day and where it changes. */
function dayWords(day: number, before: number | null): string {
  const { year, month, day: date } = civilDay(day)
  const words = `${date} ${months[month - 1]}`
  return before === null || civilDay(before).year !== year ? `${words} ${year}` : words
}
