import type { ClaimFacts } from "./claim-facts.ts"
import type { Policy } from "./policy.ts"
import { type Verdict, verdictOf } from "./verdict.ts"

/** The two questions of a claim that tells what somebody said: was it said, and is it so? */
export const judgements = ["said", "so"] as const
export type Judgement = (typeof judgements)[number]

export const judgementWords: Readonly<Record<Judgement, string>> = {
  said: "Was it said?",
  so: "Is it so?",
}

/**
 * The two verdicts of a claim with an attribution, each by the rules and on the evidence of every verdict; null for a
 * claim on which nobody judged the two apart. A label that was given to the whole answers whether it is so and says
 * nothing about whether it was said, and so does an editor's decision.
 */
export function saidVerdicts(facts: ClaimFacts, policy: Policy): Readonly<Record<Judgement, Verdict>> | null {
  if (!facts.annotations.some(({ said, so }) => said || so)) return null
  return { said: verdictOf(factsOf("said", facts), policy), so: verdictOf(factsOf("so", facts), policy) }
}

/** The facts with the labels that answer one of the two questions, for its verdict and its conditions. */
export const factsOf = (judgement: Judgement, facts: ClaimFacts): ClaimFacts =>
  judgement === "so"
    ? { ...facts, annotations: facts.annotations.map(one => ({ ...one, label: one.so ?? one.label })) }
    : {
        ...facts,
        annotations: facts.annotations.flatMap(one => (one.said ? [{ ...one, label: one.said }] : [])),
        adjudication: null,
        contradictions: 0,
      }
