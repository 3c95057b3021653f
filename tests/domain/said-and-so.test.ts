import fc from "fast-check"
import { expect, test } from "vitest"
import type { AnnotationFact, CitationFact, ClaimFacts } from "../../lib/domain/claim-facts.ts"
import { labels } from "../../lib/domain/label.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { factsOn, factsOnBoth } from "../../lib/domain/said-and-so.ts"
import { verdictOf } from "../../lib/domain/verdict.ts"
import { cited, claimFacts, factsOf, votes } from "./facts.ts"
import { policies } from "./policies.ts"

/** `apart("documented/disputed documented")`: said and so of one person each; without a stroke the label is of the whole. */
const apart = (words: string): readonly AnnotationFact[] => {
  const pairs = words.split(" ").map(word => word.split("/"))
  const own = votes(pairs.map(([said, so]) => so ?? said).join(" "))
  return own.map((one, at) => ({ ...one, said: pairs[at]![1] === undefined ? null : votes(pairs[at]![0]!)[0]!.label }))
}

const saidVerdict = (facts: ClaimFacts) => {
  const { said } = factsOnBoth(facts)
  return said && verdictOf(said, defaultPolicy)
}

const onSaid = (citations: readonly CitationFact[]): readonly CitationFact[] =>
  citations.map(citation => ({ ...citation, bearsOn: "said" }))

test.each([
  ["documented", "supports", "", "none", null],
  ["documented/disputed documented/disputed", "supports", "", "documented", "disputed"],
  ["documented/disputed documented/disputed", "", "supports", null, "disputed"],
  ["documented/disputed disputed", "supports", "", null, "disputed"],
  ["documented/documented documented/documented", "supports", "", "documented", null],
  ["documented/documented documented/documented", "supports", "supports", "documented", "documented"],
  ["speculative/speculative speculative/speculative", "", "", "speculative", "speculative"],
] as const)("“%s” with “%s” on said and “%s” on so: said is %s, so is %s", (words, said, so, wasSaid, isSo) => {
  const facts = factsOf("", "", { annotations: apart(words), citations: [...onSaid(cited(said)), ...cited(so)] })
  const verdict = saidVerdict(facts)
  expect(verdict ? verdict.label : "none").toBe(wasSaid)
  expect(verdictOf(factsOn("so", facts), defaultPolicy).label).toBe(isSo)
})

test("a decision and a contradiction are about whether it is so", () => {
  const annotations = apart("documented/disputed documented/disputed")
  const more = {
    annotations,
    citations: onSaid(cited("supports")),
    adjudication: "speculative",
    contradictions: 1,
  } as const
  const facts = factsOf("", "", more)
  expect(saidVerdict(facts)).toEqual({ state: "vetted", label: "documented", by: "policy" })
  expect(verdictOf(factsOn("so", facts), defaultPolicy)).toMatchObject({ label: "speculative", by: "adjudication" })
})

test("what is judged and cited on “was it said” changes nothing about whether it is so", () => {
  const said = fc.array(fc.option(fc.constantFrom(...labels)), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(claimFacts, said, policies, (given, list, policy) => {
      const annotations = given.annotations.map((one, at) => ({ ...one, said: list[at] ?? null }))
      const facts = { ...given, annotations, citations: [...given.citations, ...onSaid(cited("supports disputes"))] }
      expect(verdictOf(factsOn("so", facts), policy)).toEqual(verdictOf(factsOn("so", given), policy))
      expect(factsOn("said", facts).annotations).toHaveLength(annotations.filter(one => one.said).length)
    }),
  )
})
