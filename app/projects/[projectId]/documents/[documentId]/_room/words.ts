import type { Directness, Stance } from "../../../../../../lib/domain/citation.ts"
import type { FlagReason } from "../../../../../../lib/domain/flag.ts"

/** "needs-source" → "needs source": values are stored with hyphens. */
export const plainWords = (value: string): string => value.replaceAll("-", " ")
export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export const stanceWords: Record<Stance, string> = {
  supports: "supports",
  disputes: "disputes",
  mentions: "mentions only",
  repeats: "merely repeats another's word",
}
export const stanceSigns: Record<Stance, string> = { supports: "▲", disputes: "▼", mentions: "–", repeats: "↻" }
export const directnessWords: Record<Directness, string> = {
  "contemporaneous-record": "contemporaneous record",
  eyewitness: "eyewitness",
  recollection: "recollection",
  hearsay: "hearsay",
  "later-analysis": "later analysis",
}
export const reasonWords: Record<FlagReason, string> = {
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
export const cueWords: Record<string, string> = {
  hedge: "hedged",
  attribution: "attributed",
  "vague-source": "vague source",
  date: "date",
  damage: "damaged text",
}
