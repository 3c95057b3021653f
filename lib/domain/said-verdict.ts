import type { Bearing } from "./citation.ts"
import type { ClaimFacts } from "./claim-facts.ts"
import type { Policy } from "./policy.ts"
import { type Verdict, verdictOf } from "./verdict.ts"

/** The two questions of a claim that tells what somebody said. */
export const bearingQuestions: Readonly<Record<Bearing, string>> = {
  said: "Was it said?",
  so: "Is it so?",
}

/**
 * The facts on one of the two questions, each with the labels and the evidence on it. What was given to the whole claim
 * answers whether it is so, and so does an editor's decision.
 */
export const factsOn = (question: Bearing, facts: ClaimFacts): ClaimFacts => {
  const citations = facts.citations.filter(({ bearsOn }) => bearsOn === question)
  if (question === "so") return { ...facts, citations }
  const annotations = facts.annotations.flatMap(one => (one.said ? [{ ...one, label: one.said }] : []))
  return { ...facts, citations, annotations, adjudication: null, contradictions: 0 }
}

/** The verdict on whether it was said, by the rules of every verdict; null while nobody judged that apart. */
export const saidVerdict = (facts: ClaimFacts, policy: Policy): Verdict | null =>
  facts.annotations.some(({ said }) => said) ? verdictOf(factsOn("said", facts), policy) : null
