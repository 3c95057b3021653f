import fc from "fast-check"
import { expect, test } from "vitest"
import type { ClaimFacts } from "../../lib/domain/claim-facts.ts"
import type { Policy } from "../../lib/domain/policy.ts"
import { verdictOf } from "../../lib/domain/verdict.ts"
import { type JudgedClaim, verdictMoves } from "../../lib/domain/verdict-moves.ts"
import { claimFacts, factsOf } from "./facts.ts"
import { policies, policyOf } from "./policies.ts"

/** Claims with the verdicts that a policy gives them. */
const judged = (policy: Policy, list: readonly (readonly [ClaimFacts, ClaimFacts | null])[]): JudgedClaim[] =>
  list.map(([facts, saidFacts], at) => {
    const { state, label } = verdictOf(facts, policy)
    const said = saidFacts && verdictOf(saidFacts, policy).label
    return { id: `${at}`, state, verdict: label, said, facts, saidFacts }
  })

const moves = (before: Policy, after: Policy, list: readonly (readonly [ClaimFacts, ClaimFacts | null])[], most = 99) =>
  verdictMoves(judged(before, list), facts => verdictOf(facts, after), most)

const documented = factsOf("documented documented", "supports")
const blocked = factsOf("documented documented", "supports", { blockingFlags: 1 })
const split = factsOf("documented speculative", "supports")
const doubted = factsOf("documented documented", "supports disputes:file")
const alone = factsOf("speculative")
const [loose, strict] = [policyOf({}), policyOf({ annotations: 3 })]

test.each<[string, Policy, Policy, ClaimFacts[], string[]]>([
  ["nothing, of no claims", loose, strict, [], []],
  ["nothing, under the same policy", loose, loose, [documented, blocked, split], []],
  [
    "verdicts that fall, blocked ones too",
    loose,
    strict,
    [documented, blocked],
    ["Two documented claims would go back to review."],
  ],
  ["verdicts that come", strict, loose, [documented], ["One claim in review would become documented."]],
  [
    "no verdict, and nobody to wait for an editor",
    loose,
    policyOf({ contested: { votes: false } }),
    [split],
    ["One contested claim would be in review."],
  ],
  [
    "no verdict, and an editor waited for",
    policyOf({ contested: { votes: false } }),
    loose,
    [split],
    ["One claim in review would be contested."],
  ],
  [
    "a verdict that evidence is in the way of",
    loose,
    policyOf({ contested: { evidence: true } }),
    [doubted],
    ["One documented claim would go back to review as contested."],
  ],
  [
    "what falls before what comes",
    loose,
    policyOf({ documented: { supporting: 2 }, speculative: { annotations: 1 } }),
    [alone, documented],
    ["One documented claim would go back to review.", "One claim in review would become speculative."],
  ],
])("%s", (_, before, after, list, sentences) => {
  const told = moves(
    before,
    after,
    list.map(facts => [facts, null]),
  )
  expect(told.map(({ sentence }) => sentence)).toEqual(sentences)
})

test("whether it was said moves apart from whether it is so", () => {
  expect(moves(loose, strict, [[alone, documented]])).toEqual([
    {
      on: "said",
      from: "documented",
      to: "in-review",
      count: 1,
      unitIds: ["0"],
      sentence: "Was it said? One documented claim would go back to review.",
    },
  ])
})

test("no more ids are kept than asked for, and all are counted", () => {
  const three = [documented, documented, documented].map(facts => [facts, null] as const)
  expect(moves(loose, strict, three, 2)).toMatchObject([{ count: 3, unitIds: ["0", "1"] }])
})

const lists = fc.array(fc.tuple(claimFacts, fc.option(claimFacts)), { maxLength: 12 })

test("nothing moves between equal policies, and back it is the same moves reversed", () => {
  fc.assert(
    fc.property(policies, policies, lists, (one, other, list) => {
      const sides = (all: ReturnType<typeof moves>, back: boolean) =>
        all
          .map(({ on, from, to, count, unitIds }) =>
            [on, ...(back ? [to, from] : [from, to]), count, ...unitIds].join(" "),
          )
          .sort()
      expect(moves(one, one, list)).toEqual([])
      expect(sides(moves(other, one, list), true)).toEqual(sides(moves(one, other, list), false))
    }),
  )
})

test("each claim moves once on each question, or stays", () => {
  fc.assert(
    fc.property(policies, policies, lists, (one, other, list) => {
      const known = judged(one, list)
      const moved = verdictMoves(known, facts => verdictOf(facts, other), 99)
      for (const { on, unitIds, count } of moved) {
        expect(unitIds).toHaveLength(count)
        for (const id of unitIds)
          expect(moved.filter(move => move.on === on && move.unitIds.includes(id))).toHaveLength(1)
      }
      const fell = known.filter(({ verdict, facts }) => verdict !== verdictOf(facts, other).label)
      const so = new Set(moved.filter(({ on }) => on === "so").flatMap(({ unitIds }) => unitIds))
      for (const { id } of fell) expect(so).toContain(id)
    }),
  )
})
