import * as fc from "fast-check"
import { expect, test } from "vitest"
import {
  compareQueued,
  fits,
  nextQueued,
  peopleWanted,
  type QueuedClaim,
  queueOrders,
  queueReason,
  standingWords,
} from "../../lib/domain/queue-order.ts"
import { claimStates } from "../../lib/domain/verdict.ts"
import { policyOf } from "./policies.ts"

const others = {
  state: fc.constantFrom(...claimStates),
  labelled: fc.nat(4),
  people: fc.nat(4),
  held: fc.boolean(),
}
const claim = fc.record({
  place: fc.integer({ min: 1, max: 3 }),
  start: fc.nat(50),
  ...others,
  flagged: fc.boolean(),
  assigned: fc.boolean(),
  mine: fc.boolean(),
  skipped: fc.boolean(),
  veiled: fc.boolean(),
})
const order = fc.constantFrom(...queueOrders)
const wanted = fc.integer({ min: 1, max: 4 })

const open: QueuedClaim = {
  place: 1,
  start: 0,
  state: "open",
  labelled: 0,
  people: 0,
  held: false,
  flagged: false,
  assigned: false,
  mine: false,
  skipped: false,
  veiled: false,
}

test("as many people are wanted as the most demanding label takes", () => {
  const policy = policyOf({ annotations: 2 })
  expect(peopleWanted({ ...policy, disputed: { ...policy.disputed, annotations: 3 } })).toBe(3)
})

test("never one that the person labelled, nor more people than wanted unless it is contested or assigned by name", () => {
  fc.assert(
    fc.property(fc.array(claim), order, wanted, fc.boolean(), (claims, order, wanted, skipped) => {
      const next = nextQueued(claims, order, wanted, skipped)
      if (!next) {
        expect(claims.filter(one => fits(one, wanted, skipped))).toEqual([])
        return
      }
      expect(next.mine).toBe(false)
      expect(next.skipped).toBe(skipped)
      if (!next.assigned && next.state !== "contested") expect(next.people).toBeLessThan(wanted)
      if (!next.assigned) expect(["open", "in-review", "contested"]).toContain(next.state)
      for (const one of claims)
        if (fits(one, wanted, skipped)) expect(compareQueued(order)(next, one)).toBeLessThanOrEqual(0)
    }),
  )
})

test("what is veiled is placed and explained in one way, whatever others did", () => {
  fc.assert(
    fc.property(claim, fc.record(others), order, wanted, (claim, otherwise, order, wanted) => {
      const [one, two] = [
        { ...claim, veiled: true },
        { ...claim, ...otherwise, veiled: true },
      ]
      expect(queueReason(order, one)).toBe(queueReason(order, two))
      expect([standingWords(one, wanted), standingWords(two, wanted)]).toEqual([null, null])
      const side = (which: QueuedClaim) =>
        Math.sign(compareQueued(order)({ ...which, held: false }, { ...open, start: 25 }))
      expect(side(one)).toBe(side(two))
    }),
  )
})

test.each([
  ["fewest", { labelled: 1 }, "this one has one label."],
  ["fewest", {}, "nobody labelled this one yet."],
  ["contested", { state: "contested" }, "this one is contested."],
  ["contested", {}, "No contested claim is left for you"],
  ["flagged", { flagged: true }, "this one has an open flag."],
  ["assigned", { assigned: true }, "it is assigned to you"],
  ["assigned", {}, "No claim assigned to you is left"],
  ["document", {}, "it is the next claim in the texts"],
  ["document", { skipped: true }, "You skipped it before"],
] as const)("%s says why: %j", (order, more, words) => {
  expect(queueReason(order, { ...open, ...more })).toContain(words)
})

test("where it may be told, it says how many people labelled the claim", () => {
  expect(standingWords({ ...open, labelled: 1 }, 2)).toBe(
    "One other person has labelled it; the policy wants two people.",
  )
  expect(standingWords({ ...open, labelled: 3, held: true }, 1)).toBe(
    "3 others have labelled it; the policy wants one person. Somebody else is at work on it too.",
  )
})
