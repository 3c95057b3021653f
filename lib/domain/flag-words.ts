import type { FlagReason } from "./flag.ts"

/** The reasons of flags as people read them. */
export const flagReasonWords: Record<FlagReason, string> = {
  "needs-source": "needs a source",
  misquoted: "misquoted",
  mistranslated: "mistranslated",
  "out-of-context": "out of context",
  contradicts: "contradicts another passage",
  duplicate: "said twice",
  "text-damaged": "the text is damaged",
  "off-topic": "off topic",
  privacy: "privacy",
  other: "other",
}
