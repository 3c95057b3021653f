/**
 * Reliability of a source on the Admiralty scale (NATO STANAG 2511). F says that nothing is known, not that it is bad;
 * A says what a source was like so far, not that it is right.
 */
export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const
export type Reliability = (typeof reliabilities)[number]

/** The scale's own wording. */
export const reliabilityWords: Readonly<Record<Reliability, string>> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
}

/** Credibility of what a source says about one claim, on the scale's other axis. 6 says that nothing is known. */
export const credibilities = [1, 2, 3, 4, 5, 6] as const
export type Credibility = (typeof credibilities)[number]

/** The scale's own wording. */
export const credibilityWords: Readonly<Record<Credibility, string>> = {
  1: "confirmed by other sources",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "truth cannot be judged",
}

/**
 * Whether a source graded `grade` is at least as reliable as `least`. What is unknown, F or ungraded, meets no demand,
 * and a demand of F would be none.
 */
export const atLeast = (grade: Reliability | null, least: Exclude<Reliability, "F">): boolean =>
  grade !== null && grade !== "F" && grade <= least

/** "B2": both axes as the scale writes them, one beside the other; "B" or "2" when only one was said, empty for none. */
export const admiralty = (reliability: Reliability | null, credibility: Credibility | null): string =>
  `${reliability ?? ""}${credibility ?? ""}`
