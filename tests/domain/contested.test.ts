import fc from "fast-check"
import { expect, test } from "vitest"
import { agreementOfLists } from "../../lib/domain/agreement.ts"
import {
  agreementShare,
  agreementWords,
  type ContestedClaim,
  compareContested,
  contestedOrders,
  peopleOf,
  type Votes,
  waysContested,
} from "../../lib/domain/contested.ts"
import { wayTrouble, wayWords } from "../../lib/domain/decision-way.ts"
import { labels } from "../../lib/domain/label.ts"
import { factsOf } from "./facts.ts"
import { policyOf } from "./policies.ts"

const votes = (documented: number, disputed: number, speculative: number): Votes => ({
  documented,
  disputed,
  speculative,
})
const anyVotes = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)).map(([a, b, c]) => votes(a, b, c))
const claim: fc.Arbitrary<ContestedClaim> = fc.record({
  votes: anyVotes,
  answered: fc.boolean(),
  lastAt: fc.option(fc.nat(20)),
  place: fc.integer({ min: 1, max: 3 }),
  start: fc.nat(50),
})

test("agreement is the share of pairs that gave the same label", () => {
  expect(agreementShare(votes(1, 1, 0))).toBe(0)
  expect(agreementShare(votes(2, 1, 0))).toBeCloseTo(1 / 3)
  expect(agreementShare(votes(3, 1, 0))).toBe(0.5)
  expect(agreementShare(votes(1, 1, 1))).toBe(0)
  expect(agreementShare(votes(4, 0, 0))).toBe(1)
  expect([agreementShare(votes(1, 0, 0)), agreementShare(votes(0, 0, 0))]).toEqual([1, 1])
})

test("of two people or more it is the raw agreement of one claim, whichever label is which", () => {
  fc.assert(
    fc.property(anyVotes, count => {
      const given = labels.flatMap(label => Array.from({ length: count[label] }, () => label))
      if (given.length > 1) expect(agreementShare(count)).toBeCloseTo(agreementOfLists([given], labels).raw.value!)
      expect(agreementShare(votes(count.disputed, count.speculative, count.documented))).toBe(agreementShare(count))
      expect(agreementShare(count)).toBeGreaterThanOrEqual(0)
      expect(agreementShare(count)).toBeLessThanOrEqual(1)
    }),
  )
})

test("agreement in words counts the pairs", () => {
  expect(agreementWords(votes(1, 1, 0))).toBe("the two disagree")
  expect(agreementWords(votes(2, 0, 0))).toBe("both agree")
  expect(agreementWords(votes(1, 1, 1))).toBe("no two agree")
  expect(agreementWords(votes(2, 1, 0))).toBe("1 of 3 pairs agree")
  expect(agreementWords(votes(0, 1, 0))).toBe("one person labelled it")
  expect(agreementWords(votes(0, 0, 0))).toBe("nobody has labelled it")
})

test("every order is one: no two claims at different places tie, and it does not contradict itself", () => {
  fc.assert(
    fc.property(claim, claim, claim, fc.constantFrom(...contestedOrders), (a, b, c, order) => {
      const compare = compareContested(order)
      expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0)
      if (compare(a, b) === 0) expect([a.place, a.start]).toEqual([b.place, b.start])
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})

test("what was answered comes first, then the lowest agreement, then most people, then the text", () => {
  const at = (start: number, count: Votes, answered = false): ContestedClaim => {
    return { votes: count, answered, lastAt: start, place: 1, start }
  }
  const [agreed, few, many, earlier, answered] = [
    at(1, votes(3, 1, 0)),
    at(2, votes(1, 1, 0)),
    at(9, votes(1, 1, 1)),
    at(0, votes(0, 1, 1)),
    at(20, votes(5, 0, 0), true),
  ] as const
  expect([agreed, few, many, earlier, answered].sort(compareContested("agreement"))).toEqual([
    answered,
    many,
    earlier,
    few,
    agreed,
  ])
  expect([answered, few, earlier, agreed].sort(compareContested("document"))).toEqual([earlier, agreed, few, answered])
  expect(peopleOf([agreed, few, many].sort(compareContested("people"))[0]!.votes)).toBe(4)
})

test("a claim says everything that makes it contested", () => {
  const policy = policyOf({})
  expect(waysContested(factsOf("documented disputed"), policy)).toEqual(["labels"])
  expect(waysContested(factsOf("documented documented"), policy)).toEqual([])
  expect(waysContested(factsOf("documented", "", { contradictions: 1 }), policy)).toEqual(["contradiction"])
})

test("how a decision says it was made is held against what people say", () => {
  const standing = [
    { reviewerId: "ann", label: "documented" },
    { reviewerId: "ben", label: "speculative" },
  ] as const
  expect(wayTrouble("take", "documented", ["ann"], standing)).toBeNull()
  expect(wayTrouble("take", "disputed", ["ann"], standing)).toMatchObject({ path: "label" })
  expect(wayTrouble("take", "documented", [], standing)).toMatchObject({ path: "follows" })
  expect(wayTrouble("take", "documented", ["cleo"], standing)).toMatchObject({ path: "follows" })
  expect(wayTrouble("combine", "disputed", ["ann", "ben"], standing)).toBeNull()
  expect(wayTrouble("combine", "disputed", ["ann"], standing)).toMatchObject({ path: "follows" })
  expect(wayTrouble("combine", "disputed", ["ann", "ann"], standing)).toMatchObject({ path: "follows" })
  expect(wayTrouble("against", "disputed", [], standing)).toBeNull()
  expect(wayTrouble("against", "disputed", ["ann"], standing)).toMatchObject({ path: "follows" })
  expect(wayTrouble("disputed", "disputed", [], standing)).toBeNull()
  expect(wayTrouble("disputed", "documented", [], standing)).toMatchObject({ path: "label" })
  expect(wayTrouble(null, "documented", [], standing)).toBeNull()
  expect(wayTrouble(null, "documented", ["ann"], standing)).toMatchObject({ path: "follows" })
})

test("and is told in words", () => {
  expect(wayWords("take", ["Ann"])).toBe("taken from Ann")
  expect(wayWords("combine", ["Ann", "Ben", "Cleo"])).toBe("combined from Ann, Ben and Cleo")
  expect(wayWords("against", [])).toBe("against all annotators")
  expect(wayWords(null, [])).toBe("")
})
