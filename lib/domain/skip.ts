/** Why somebody passes a claim over in the queue. Together they show where a text is hard. */
export const skipReasons = [
  "unclear",
  "no-sources",
  "outside-my-field",
  "language",
  "badly-cut",
  "too-near",
  "later",
  "other",
] as const
export type SkipReason = (typeof skipReasons)[number]

export const skipReasonWords: Readonly<Record<SkipReason, string>> = {
  unclear: "It is not clear what is claimed",
  "no-sources": "I can’t get at sources for it",
  "outside-my-field": "Outside of what I know",
  language: "I don’t read the language well enough",
  "badly-cut": "Badly cut: several claims in one, or half of one",
  "too-near": "I am too near to the matter to judge",
  later: "Not now",
  other: "Another reason",
}
