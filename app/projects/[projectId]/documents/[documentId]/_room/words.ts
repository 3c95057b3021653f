import type { Bearing, Directness } from "../../../../../../lib/domain/citation.ts"

/** "needs-source" → "needs source": values are stored with hyphens. */
export const plainWords = (value: string): string => value.replaceAll("-", " ")
export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

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
