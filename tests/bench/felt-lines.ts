import type { Felt } from "./browser.ts"

/** Lines of a table: what a person in front of a browser waits for, and how many times the baseline's that is. */
export const feltLines = (felt: readonly Felt[]): string[] =>
  felt.flatMap(one => [
    line(one, "open the room", `${ms(one.open)}, ${times(one.open, one.barePage)} the bare text (${ms(one.barePage)})`),
    line(one, "largest contentful paint", ms(one.largestPaint)),
    line(one, "longest task while opening", ms(one.longestOpening)),
    line(one, "key to painted label", spread(one.paint)),
    line(one, "key to the server's answer", spread(one.roundTrip)),
    line(one, "longest task while labelling", one.longestLabelling ? ms(one.longestLabelling) : "under 50 ms"),
    line(one, "slow frame while scrolling", ms(one.frame)),
    line(one, "scripts on a first visit", `${one.scriptKilobytes.toFixed(0)} kB compressed`),
  ])

const line = ({ claims }: Felt, name: string, figure: string) => `${`${claims} claims: ${name}`.padEnd(46)} ${figure}`
const ms = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`
const times = (a: number, b: number) => `${(a / b).toFixed(1)} x`

function spread(figures: readonly number[]): string {
  const sorted = [...figures].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return `median ${ms(at(0.5))}, p95 ${ms(at(0.95))}`
}
