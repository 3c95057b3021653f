import type { Span } from "./unit.ts"

/** Why a person flags a passage. */
export const flagReasons = [
  "needs-source",
  "misquoted",
  "mistranslated",
  "out-of-context",
  "contradicts",
  "duplicate",
  "text-damaged",
  "off-topic",
  "privacy",
  "living-person",
  "sensitive",
  "other",
] as const
export type FlagReason = (typeof flagReasons)[number]

/** What rules flag a claim for. Their flags never block a verdict: machines only suggest. */
export const flagRules = [
  "reviewers-disagree",
  "documented-without-evidence",
  "one-witness",
  "hedged-documented",
  "source-downgraded",
  "contradiction-confirmed",
  "anchor-lost",
] as const
export type FlagRule = (typeof flagRules)[number]

export const isFlagRule = (reason: string): reason is FlagRule => (flagRules as readonly string[]).includes(reason)

/** Where a flag stands. "settled" is a rule's flag whose condition does not hold any more; it opens anew when it does. */
export const flagStatuses = ["open", "answered", "withdrawn", "settled"] as const
export type FlagStatus = (typeof flagStatuses)[number]

/** Whether two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
