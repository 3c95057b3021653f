import type { ClaimFacts } from "./claim-facts.ts"
import { disputingSources, inTheWay } from "./in-the-way.ts"
import type { Label } from "./label.ts"
import { decisionLacks } from "./label-conditions.ts"
import type { Policy } from "./policy.ts"
import { isSplit, tallyOf, winnerOf } from "./tally.ts"

/** Where a claim stands. "blocked" has a verdict and an open flag that blocks it; "vetted" has one and none. */
export const claimStates = ["open", "in-review", "contested", "blocked", "vetted"] as const
export type ClaimState = (typeof claimStates)[number]

export interface Verdict {
  readonly state: ClaimState
  readonly label: Label | null
  readonly by: "policy" | "adjudication" | null
}

/**
 * The project's answer for a claim. An adjudication overrides the count while its label has the evidence that it
 * needs, and is in review while it has not; otherwise the label wins that enough people gave with its conditions met,
 * if the policy's agreement holds and no other evidence is in its way. The order of reviewers and citations does not
 * matter.
 */
export function verdictOf(facts: ClaimFacts, policy: Policy): Verdict {
  const decided = facts.adjudication
  if (decided && !decisionLacks(decided, facts.citations, policy)) return standing(decided, "adjudication", facts)
  if (decided) return without("in-review")
  if (facts.annotations.length === 0) return without("open")
  const tally = tallyOf(facts, policy)
  const winner = winnerOf(tally, policy)
  if (winner && inTheWay(winner, facts, policy).length === 0) return standing(winner, "policy", facts)
  const split = policy.contested.votes && isSplit(tally)
  return without(winner || split || disputingSources(facts, policy) > 0 ? "contested" : "in-review")
}

const standing = (label: Label, by: "policy" | "adjudication", facts: ClaimFacts): Verdict => ({
  state: facts.blockingFlags > 0 ? "blocked" : "vetted",
  label,
  by,
})

const without = (state: "open" | "in-review" | "contested"): Verdict => ({ state, label: null, by: null })
