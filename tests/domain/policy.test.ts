import fc from "fast-check"
import { expect, test } from "vitest"
import { defaultPolicy, type EarlierPolicy, storedPolicy } from "../../lib/domain/policy.ts"
import { verdictOf } from "../../lib/domain/verdict.ts"
import { factsOf } from "./facts.ts"
import { policies, policyOf } from "./policies.ts"

const earlier: EarlierPolicy = {
  annotations: 2,
  agreement: "majority",
  supporting: 1,
  disputed: "reasoned",
  adjudicateOwn: true,
}

test("the default policy means what it meant before evidence was weighed", () => {
  expect(storedPolicy(earlier)).toEqual(defaultPolicy)
})

test.each([
  [{ annotations: 3 }, { annotations: 3 }],
  [{ agreement: "all" }, { agreement: "all" }],
  [{ supporting: 2 }, { supporting: 2 }],
  [{ supporting: 0 }, {}],
  [{ disputed: "cited" }, { disputed: "cited" }],
  [{ adjudicateOwn: false }, { adjudicateOwn: false }],
] as const)("a stored policy with %o is one with %o now", (words, now) => {
  expect(storedPolicy({ ...earlier, ...words })).toEqual(policyOf(now))
})

test.each([
  ["documented documented", "supports disputes", "documented"],
  ["documented documented", "supports@F6/other", "documented"],
  ["disputed disputed", "", "disputed"],
  ["documented documented speculative", "supports", "documented"],
])("under it “%s” with “%s” stays %s", (labels, citations, label) => {
  expect(verdictOf(factsOf(labels, citations), storedPolicy(earlier)).label).toBe(label)
})

test("a policy in the rules of now is read as it is", () => {
  fc.assert(
    fc.property(policies, policy => {
      expect(storedPolicy(policy)).toEqual(policy)
    }),
  )
})
