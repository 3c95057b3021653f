import fc from "fast-check"
import { expect, test } from "vitest"
import type { ClaimFacts } from "../../lib/domain/claim-facts.ts"
import { countLacks, type LackKind, lackKinds, lacksOf, lacksUnder } from "../../lib/domain/claim-lacks.ts"
import { verdictOf } from "../../lib/domain/verdict.ts"
import { claimFacts, factsOf } from "./facts.ts"
import { type PolicyWords, policies, policyOf } from "./policies.ts"

const lacks = (words: string, citations = "", policy: PolicyWords = {}, more: Partial<ClaimFacts> = {}) => {
  const [facts, rules] = [factsOf(words, citations, more), policyOf(policy)]
  return lacksOf(verdictOf(facts, rules).state, facts, rules).join(" ")
}

test.each([
  ["", "", {}, {}, "label"],
  ["", "", {}, { blockingFlags: 1 }, "label flag-open"],
  ["documented documented", "supports", {}, {}, ""],
  ["documented documented", "supports", {}, { blockingFlags: 2 }, "flag-open"],
  ["documented", "supports", {}, {}, "enough-agree"],
  ["documented documented", "", {}, {}, "enough-agree support-cited"],
  ["documented speculative", "supports", {}, {}, "enough-agree dissent"],
  ["speculative! speculative!", "", {}, {}, "enough-agree gap-named"],
  ["documented documented", "supports", { documented: { grade: "B" } }, {}, "enough-agree source-ungraded"],
  ["documented documented", "supports:file@D", { documented: { grade: "B" } }, {}, "enough-agree support-graded"],
  ["documented documented", "supports", { documented: { credibility: 2 } }, {}, "enough-agree citation-unrated"],
  ["documented documented", "supports", { documented: { independent: 2 } }, {}, "enough-agree support-independent"],
  ["documented documented", "supports", {}, { contradictions: 1 }, "contradiction"],
] as const)("“%s” with “%s” under %j and %j lacks “%s”", (words, citations, policy, more, expected) => {
  expect(lacks(words, citations, policy, more)).toBe(expected)
})

test("under any policy, what lacks nothing is vetted and what is vetted lacks nothing", () => {
  fc.assert(
    fc.property(claimFacts, policies, (facts, policy) => {
      const { state } = verdictOf(facts, policy)
      expect(lacksOf(state, facts, policy).length === 0).toBe(state === "vetted")
    }),
  )
})

test("for many claims at once it is the same as for each", () => {
  fc.assert(
    fc.property(fc.array(claimFacts, { maxLength: 12 }), policies, (claims, policy) => {
      const lacks = lacksUnder(policy)
      for (const facts of claims) {
        const { state } = verdictOf(facts, policy)
        expect(lacks(state, facts)).toEqual(lacksOf(state, facts, policy))
      }
    }),
  )
})

test("each lack is counted once a claim, and once more where it is alone", () => {
  const list = fc.array(fc.subarray([...lackKinds], { minLength: 1, maxLength: 4 }), { maxLength: 40 })
  fc.assert(
    fc.property(list, claims => {
      const counts = countLacks(claims)
      for (const { kind, claims: many, alone } of counts) {
        expect(many).toBe(claims.filter(one => one.includes(kind)).length)
        expect(alone).toBe(claims.filter(one => one.length === 1 && one[0] === kind).length)
      }
      expect(counts.map(({ kind }) => kind).sort()).toEqual([...new Set(claims.flat<LackKind[][]>())].sort())
      expect(counts.map(({ claims: many }) => many)).toEqual(
        counts.map(({ claims: many }) => many).sort((a, b) => b - a),
      )
    }),
  )
})
