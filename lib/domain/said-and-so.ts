import type { Bearing } from "./citation.ts"
import type { ClaimFacts } from "./claim-facts.ts"

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

/** The facts on both questions; there are none on whether it was said while nobody judged that apart. */
export const factsOnBoth = (facts: ClaimFacts): { readonly so: ClaimFacts; readonly said: ClaimFacts | null } => ({
  so: factsOn("so", facts),
  said: facts.annotations.some(({ said }) => said) ? factsOn("said", facts) : null,
})
