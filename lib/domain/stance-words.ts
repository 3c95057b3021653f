import type { Stance } from "./citation.ts"

/** What a source does to a claim, as the verb of a sentence. */
export const stanceWords: Readonly<Record<Stance, string>> = {
  supports: "supports",
  disputes: "disputes",
  mentions: "mentions only",
  repeats: "merely repeats another's word",
}

/** The sign that stands for a stance wherever there is no room for words or no colour. */
export const stanceSigns: Readonly<Record<Stance, string>> = {
  supports: "▲",
  disputes: "▼",
  mentions: "–",
  repeats: "↻",
}
