import type { Label } from "./label.ts"
import { type ClaimState, claimStates } from "./verdict.ts"

/** Which claims an export is asked for by where they stand: those in one state, all that somebody labelled, or every one. */
export const exportStates = [...claimStates, "labelled", "every"] as const
export type ExportState = (typeof exportStates)[number]

/** What such claims are called together. */
export const claimsAskedFor: Readonly<Record<ExportState, string>> = {
  vetted: "vetted claims",
  blocked: "blocked claims",
  contested: "contested claims",
  "in-review": "claims in review",
  open: "claims that nobody labelled",
  labelled: "labelled claims",
  every: "all claims",
}

export function isAskedFor(asked: ExportState, state: ClaimState): boolean {
  if (asked === "every") return true
  return asked === "labelled" ? state !== "open" : state === asked
}

interface Standing {
  readonly state: ClaimState
  /** Whether what others said of it is hidden from whoever asks. */
  readonly veiled: boolean
}

/** Whether a claim can go out: one that is vetted or, if others are asked for, any of which nothing is hidden. */
export const canGoOut = (asked: ExportState = "vetted", { state, veiled }: Standing): boolean =>
  asked === "vetted" ? state === "vetted" : !veiled

/** What stands in the place of a label where a claim has no verdict. */
export const undecided = "undecided"

/** A verdict in a word. */
export const verdictWord = (label: Label | null): Label | typeof undecided => label ?? undecided

/** Where a claim stands that has no verdict, in a sentence. */
export const noVerdictSentences: Readonly<Record<ClaimState, string>> = {
  open: "Nobody has labelled it yet.",
  "in-review": "It is in review: too few reviewers say the same, or its evidence is not there.",
  contested: "It is contested: reviewers or sources contradict one another.",
  blocked: "An open flag blocks it.",
  vetted: "",
}
