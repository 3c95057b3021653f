import type { Bearing, Directness, Stance } from "../../../../../../lib/domain/citation.ts"

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
export const bearingWords: Record<Bearing, string> = {
  so: "Whether it is so",
  said: "Whether it was said by the one it is ascribed to",
}
export const directnessWords: Record<Directness, string> = {
  "contemporaneous-record": "contemporaneous record",
  eyewitness: "eyewitness",
  recollection: "recollection",
  hearsay: "hearsay",
  "later-analysis": "later analysis",
}
