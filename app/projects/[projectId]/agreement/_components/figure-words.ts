import { type Interval, noIntervalSentence } from "../../../../../lib/domain/alpha-interval.ts"
import { type Figure, undefinedWords } from "../../../../../lib/domain/figure.ts"

/** A coefficient to three digits, with a minus sign of the width of a digit; why there is none in a word or two. */
export const coefficientWords = (figure: Figure): string =>
  figure.value === null ? undefinedWords[figure.why] : threeDigits(figure.value)

/** The same beside another figure that says why there is none. */
export const shortWords = (figure: Figure): string => (figure.value === null ? "undefined" : threeDigits(figure.value))

export const shareWords = (figure: Figure): string =>
  figure.value === null ? "no pairs" : `${percent(figure.value)} %`

export const threeDigits = (value: number): string => value.toFixed(3).replace("-", "−")

/** A share in percent without a digit too many, and never 100 or 0 where it is not quite. */
export function percent(share: number): string {
  const whole = Math.round(share * 100)
  if ((whole === 100 && share < 1) || (whole === 0 && share > 0)) return (share * 100).toFixed(1)
  return String(whole)
}

export const intervalWords = (interval: Interval): string =>
  interval.why === null
    ? `95 % interval ${threeDigits(interval.low)} to ${threeDigits(interval.high)}`
    : noIntervalSentence[interval.why]

const counted = new Intl.NumberFormat("en-GB")
export const countWords = (count: number): string => counted.format(count)

/** What the figure rests on: "412 of 900". */
export const basisWords = ({ used, of }: { used: number; of: number }): string =>
  `${countWords(used)} of ${countWords(of)}`

/** How Krippendorff reads an alpha (2004, chapter 11); the lower end of the interval is what can be relied on. */
export function readingWords(alpha: Figure, interval: Interval): string {
  if (alpha.value === null) return ""
  if (alpha.value < 0)
    return "Less than chance: people disagree in a regular way, as if they meant different things by a label."
  if (interval.why !== null) return "Without an interval nobody can tell how far it would hold for other claims."
  const safe = interval.low
  if (safe >= 0.8) return "Reliable: even the lower end of the interval is at 0.800 or more."
  if (safe >= 0.667) return "Enough for tentative conclusions: the interval begins above 0.667 and below 0.800."
  if (alpha.value >= 0.667) return "Uncertain: the figure is above 0.667, but the interval begins below it."
  return "A poor ground for conclusions: below 0.667."
}
