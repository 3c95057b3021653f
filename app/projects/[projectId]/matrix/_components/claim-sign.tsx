import { claimSign, claimStateWords, type MatrixClaim } from "../../../../../lib/domain/evidence-matrix.ts"

const colours = {
  documented: "text-documented",
  disputed: "text-disputed",
  speculative: "text-speculative",
} as const

/** A claim's state for the eye: the circle of its label, a diamond while it is contested, a dot before that. */
export function ClaimSign({ claim }: { claim: Pick<MatrixClaim, "state" | "verdict"> }) {
  const { state, verdict } = claim
  const colour = state === "contested" ? "text-contested" : verdict ? colours[verdict] : "text-soft"
  return (
    <span aria-hidden="true" title={claimStateWords(claim)} className={`w-3 shrink-0 text-center text-xs ${colour}`}>
      {claimSign(claim)}
    </span>
  )
}
