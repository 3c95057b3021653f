import type { Credibility, Reliability } from "./grade.ts"

/** "B2": both axes as the scale writes them, one beside the other; one of them when only that was said, empty for none. */
export const admiralty = (reliability: Reliability | null, credibility: Credibility | null): string =>
  `${reliability ?? ""}${credibility ?? ""}`
