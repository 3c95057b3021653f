import { expect, test } from "vitest"
import type { Condition, ConditionCode } from "../../lib/domain/condition.ts"
import { type LeftOutClaim, leftOutGroups, leftOutReason } from "../../lib/domain/outgoing-claims.ts"

const condition = (code: ConditionCode, met: boolean): Condition => ({ code, met, sentence: `${code} ${met}` })
const conditions = [
  condition("enough-agree", true),
  condition("support-cited", false),
  condition("dissent", false),
  condition("flag-open", false),
]

test.each([
  ["open", "Nobody has labelled it yet."],
  ["in-review", "support-cited false"],
  ["contested", "dissent false"],
  ["blocked", "flag-open false"],
] as const)("a claim that is %s is left out because: %s", (state, why) => {
  expect(leftOutReason(state, conditions)).toBe(why)
})

test("a contested claim whose majority is too small says so", () => {
  const small = [condition("enough-agree", false), condition("dissent", true)]
  expect(leftOutReason("contested", small)).toBe("enough-agree false")
})

test("groups are the claims by reason, the most frequent first", () => {
  const left = ["a", "b", "b", "c", "b", "c"].map(
    (why, i): LeftOutClaim => ({ unitId: String(i), start: i, end: i + 1, quote: "", state: "in-review", why }),
  )
  const groups = leftOutGroups(left).map(({ why, claims }) => [why, claims.map(claim => claim.start)])
  expect(groups).toEqual([
    ["b", [1, 2, 4]],
    ["c", [3, 5]],
    ["a", [0]],
  ])
})
