import type { Label } from "./label.ts"
import type { ClaimState } from "./verdict.ts"

/** What a claim counts as on a strip: its label once it is vetted, and its state before. */
export const standings = ["documented", "disputed", "speculative", "blocked", "contested", "in-review", "open"] as const
export type Standing = (typeof standings)[number]
export type StandingCounts = Readonly<Record<Standing, number>>

export const standingWords: Readonly<Record<Standing, string>> = {
  documented: "documented",
  disputed: "disputed",
  speculative: "speculative",
  blocked: "blocked by a flag",
  contested: "contested",
  "in-review": "in review",
  open: "open",
}

/** The state, and the verdict where one is asked for, by which the claims of a standing are listed. */
export const standingFilter: Readonly<Record<Standing, { readonly state: ClaimState; readonly verdict?: Label }>> = {
  documented: { state: "vetted", verdict: "documented" },
  disputed: { state: "vetted", verdict: "disputed" },
  speculative: { state: "vetted", verdict: "speculative" },
  blocked: { state: "blocked" },
  contested: { state: "contested" },
  "in-review": { state: "in-review" },
  open: { state: "open" },
}

/** A stretch of a document's claims, in the order of the text. */
export interface StripSegment {
  /** Its first and last claim, counted from 1. */
  readonly first: number
  readonly last: number
  /** Where the claim begins that most needs work, the first of them: contested, blocked, in review, open, or any. */
  readonly start: number
  readonly counts: StandingCounts
}

/** How many pieces a strip has at most. */
export const mostSegments = 100

/** "Claims 12 to 20: 2 contested, 7 open": a piece of a strip for somebody who does not see it. */
export function segmentSentence({ first, last, counts }: StripSegment): string {
  const which = first === last ? `Claim ${first}` : `Claims ${first} to ${last}`
  const said = standings.filter(standing => counts[standing] > 0)
  if (first === last) return `${which}: ${said.map(standing => standingWords[standing]).join("")}`
  return `${which}: ${said.map(standing => `${counts[standing]} ${standingWords[standing]}`).join(", ")}`
}

/** The counts of several stretches together. */
export function standingSums(all: readonly StandingCounts[]): StandingCounts {
  const sums = { documented: 0, disputed: 0, speculative: 0, blocked: 0, contested: 0, "in-review": 0, open: 0 }
  for (const counts of all) for (const standing of standings) sums[standing] += counts[standing]
  return sums
}

export const countedClaims = (counts: StandingCounts): number =>
  standings.reduce((sum, standing) => sum + counts[standing], 0)
