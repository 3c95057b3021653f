import type { Span } from "./unit.ts"

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
  "other",
] as const
export type FlagReason = (typeof flagReasons)[number]

export const flagStatuses = ["open", "answered", "withdrawn"] as const
export type FlagStatus = (typeof flagStatuses)[number]

/** Whether two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
