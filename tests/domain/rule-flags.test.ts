import fc from "fast-check"
import { expect, test } from "vitest"
import type { ClaimFacts } from "../../lib/domain/claim-facts.ts"
import { ruleSentence } from "../../lib/domain/flag-words.ts"
import { type Downgrade, detailOf, findingOf, ruleFindings } from "../../lib/domain/rule-flags.ts"
import { verdictOf } from "../../lib/domain/verdict.ts"
import { claimFacts, factsOf } from "./facts.ts"
import { policies, policyOf } from "./policies.ts"

const policy = policyOf({ annotations: 2 })
const hedge = [{ kind: "hedge", strength: 2 }] as const
const findings = (facts: ClaimFacts, more: { hedged?: boolean; downgraded?: readonly Downgrade[] } = {}) =>
  ruleFindings(
    { facts, verdict: verdictOf(facts, policy), cues: more.hedged ? hedge : [], downgraded: more.downgraded ?? [] },
    policy,
  )
const names = (id: string) => id.toUpperCase()
const told = (...given: Parameters<typeof findings>) => findings(...given).map(found => ruleSentence(found, names))

test.each<[string, string, Partial<ClaimFacts>, string[]]>([
  ["", "", {}, []],
  ["documented documented", "supports:a supports:b", {}, []],
  ["documented disputed", "supports:a disputes:b", {}, ["reviewers-disagree"]],
  ["documented documented disputed", "supports:a supports:b", {}, []],
  ["documented disputed", "supports:a", { adjudication: "disputed" }, []],
  ["documented", "", {}, ["documented-without-evidence"]],
  ["documented", "repeats:a disputes:b", {}, ["documented-without-evidence"]],
  ["documented", "", { adjudication: "speculative" }, []],
  ["documented documented", "supports:a", {}, ["one-witness"]],
  ["documented documented", "supports:b<a supports:c<a", {}, ["one-witness"]],
  ["documented", "supports:a", {}, []],
  ["speculative speculative", "supports:a", {}, []],
  ["", "supports:a", { adjudication: "documented" }, ["one-witness"]],
  ["", "", { contradictions: 1 }, ["contradiction-confirmed"]],
  ["", "supports:a supports:b", { contradictions: 1, adjudication: "documented" }, []],
])("of “%s” on “%s” rules find what there is to find", (labels, citations, more, rules) => {
  expect(findings(factsOf(labels, citations, more)).map(({ rule }) => rule)).toEqual(rules)
})

test("a hedge on the main assertion is held against “documented” alone", () => {
  const hedged = (labels: string, more: Partial<ClaimFacts> = {}) =>
    findings(factsOf(labels, "supports:a supports:b", more), { hedged: true }).map(({ rule }) => rule)
  expect(hedged("documented")).toEqual(["hedged-documented"])
  expect(hedged("speculative")).toEqual([])
  expect(hedged("documented", { adjudication: "speculative" })).toEqual([])
  expect(hedged("", { adjudication: "documented" })).toEqual(["hedged-documented"])
  const facts = factsOf("documented", "supports:a supports:b")
  const aside = [{ kind: "hedge", strength: 1 }] as const
  expect(ruleFindings({ facts, verdict: verdictOf(facts, policy), cues: aside, downgraded: [] }, policy)).toEqual([])
})

test("each finding is a sentence that says what was found", () => {
  expect(told(factsOf("documented disputed disputed! speculative", "supports:a disputes:b"))).toEqual([
    "Reviewers disagree, and the policy does not decide: 1 documented, 2 disputed and 1 speculative.",
  ])
  expect(told(factsOf("documented", ""))).toEqual([
    "One person says documented, but the evidence for that is missing. “Documented” needs a supporting citation; it has none.",
  ])
  expect(told(factsOf("documented documented", "supports:b<a supports:c<a"))).toEqual([
    "It stands as documented on 2 sources that are one witness: they derive from one another or share an origin.",
  ])
  expect(told(factsOf("documented", "supports:a supports:b"), { hedged: true })).toEqual([
    "The text itself hedges this claim, and one person says documented.",
  ])
  const downgraded = [
    { sourceId: "b", from: "A", to: "D" },
    { sourceId: "a", from: "B", to: "C" },
    { sourceId: "b", from: "A", to: "D" },
  ] as const
  expect(told(factsOf("speculative"), { downgraded })).toEqual([
    "Since somebody last judged this claim, “A” was downgraded from B to C and “B” was downgraded from A to D.",
  ])
  expect(ruleSentence({ rule: "anchor-lost", version: 3 }, names)).toContain("version 3")
})

test("the order of people and citations says nothing, each rule finds once, and what is kept of it gives it again", () => {
  fc.assert(
    fc.property(claimFacts, policies, fc.boolean(), (facts, any, hedged) => {
      const find = (of: ClaimFacts) =>
        ruleFindings({ facts: of, verdict: verdictOf(of, any), cues: hedged ? hedge : [], downgraded: [] }, any)
      const found = find(facts)
      const turned = { ...facts, annotations: facts.annotations.toReversed(), citations: facts.citations.toReversed() }
      expect(find(turned)).toEqual(found)
      expect(new Set(found.map(({ rule }) => rule)).size).toBe(found.length)
      for (const one of found) expect(findingOf(one.rule, JSON.parse(JSON.stringify(detailOf(one))))).toEqual(one)
    }),
  )
})

test("whoever decides answers that reviewers disagree, that evidence is missing and that claims contradict one another", () => {
  fc.assert(
    fc.property(claimFacts, policies, (facts, any) => {
      const decided = { ...facts, adjudication: facts.adjudication ?? ("speculative" as const) }
      const rules = ruleFindings(
        { facts: decided, verdict: verdictOf(decided, any), cues: [], downgraded: [] },
        any,
      ).map(({ rule }) => rule)
      for (const rule of ["reviewers-disagree", "documented-without-evidence", "contradiction-confirmed"] as const)
        expect(rules).not.toContain(rule)
    }),
  )
})
