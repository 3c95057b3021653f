import fc from "fast-check"
import { stances } from "../../lib/domain/citation.ts"
import { confidences, type Label, labels } from "../../lib/domain/label.ts"
import type { Policy } from "../../lib/domain/policy.ts"
import type { ClaimFacts } from "../../lib/domain/verdict.ts"

/** Any policy that a project can have. */
export const policies: fc.Arbitrary<Policy> = fc.record({
  annotations: fc.integer({ min: 1, max: 4 }),
  agreement: fc.constantFrom("all", "majority"),
  supporting: fc.integer({ min: 1, max: 3 }),
  disputed: fc.constantFrom("cited", "reasoned"),
  adjudicateOwn: fc.boolean(),
})

const people = ["ann", "ben", "cleo", "dan", "eve", "finn"]

/** What a claim can rest on: at most one current annotation a person. */
export const claimFacts: fc.Arbitrary<ClaimFacts> = fc.record({
  annotations: fc.uniqueArray(
    fc.record({
      reviewerId: fc.constantFrom(...people),
      label: fc.constantFrom(...labels),
      confidence: fc.constantFrom(...confidences),
      reasoned: fc.boolean(),
    }),
    { selector: annotation => annotation.reviewerId, maxLength: people.length },
  ),
  citations: fc.array(fc.record({ stance: fc.constantFrom(...stances), sourceId: fc.constantFrom("memoir", "file") }), {
    maxLength: 5,
  }),
  blockingFlags: fc.nat(2),
  adjudication: fc.option(fc.constantFrom(...labels), { freq: 5 }),
})

/** `votes("documented disputed! disputed")`: one person each; "!" is a label without a rationale. */
export const votes = (words: string): ClaimFacts["annotations"] =>
  words.split(" ").map((word, i) => ({
    reviewerId: people[i]!,
    label: word.replace("!", "") as Label,
    confidence: "moderate",
    reasoned: !word.endsWith("!"),
  }))

/** `cited("supports disputes")`: a citation each. */
export const cited = (words: string): ClaimFacts["citations"] =>
  words
    .split(" ")
    .filter(Boolean)
    .map(stance => ({ stance, sourceId: "memoir" }) as ClaimFacts["citations"][number])
