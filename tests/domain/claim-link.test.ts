import fc from "fast-check"
import { expect, test } from "vitest"
import {
  contradicting,
  isAtOdds,
  type LinkedPair,
  type LinkKind,
  linkKinds,
  sameAs,
} from "../../lib/domain/claim-link.ts"

/** `pairs("a=b b=c c#d e~f")`: = the same, # contradicts, ~ neither. */
const pairs = (words: string): LinkedPair[] =>
  words
    .split(" ")
    .filter(Boolean)
    .map(word => {
      const [, unitAId, sign, unitBId] = /^(\w)([=#~])(\w)$/.exec(word)!
      const kind: LinkKind = sign === "=" ? "same" : sign === "#" ? "contradicts" : "neither"
      return { kind, unitAId: unitAId!, unitBId: unitBId! }
    })

test.each([
  ["", "a", "a"],
  ["a=b", "a", "ab"],
  ["a=b b=c", "c", "abc"],
  ["a=b c=d", "a", "ab"],
  ["a#b b~c", "b", "b"],
  ["a=b c=d", "ad", "abcd"],
])("with “%s”, “%s” is said by “%s”", (links, ids, all) => {
  expect([...sameAs(pairs(links), [...ids])].sort().join("")).toBe(all)
})

test.each([
  ["a=b", "a#b", true],
  ["a=b b=c", "a#c", true],
  ["a#b", "a=b", true],
  ["a=b b#c", "a=c", true],
  ["a=b c=d b#c", "a=d", true],
  ["a=b c=d", "a=d", false],
  ["a#b", "b#c", false],
  ["a#b", "a=c", false],
  ["a=b", "a~b", false],
])("after “%s”, “%s” is at odds: %s", (links, link, odds) => {
  expect(isAtOdds(pairs(links), pairs(link)[0]!)).toBe(odds)
})

test.each([
  ["a#b", "a", "b"],
  ["a#b a#c", "a", "bc"],
  ["a#b", "c", ""],
  ["a=c a#b", "c", "b"],
  ["a=c a#b b=d", "c", "bd"],
  ["a=c a#b b=d", "d", "ac"],
  ["a~b", "a", ""],
])("with “%s”, “%s” is contradicted by “%s”", (links, id, others) => {
  expect(contradicting(pairs(links))(id).join("")).toBe(others)
})

test("whoever contradicts a claim is contradicted by it, and by all that say the same", () => {
  const name = fc.constantFrom(..."abcdef")
  const link = fc.record({ kind: fc.constantFrom(...linkKinds), unitAId: name, unitBId: name })
  fc.assert(
    fc.property(fc.array(link, { maxLength: 12 }), name, (links, id) => {
      const against = contradicting(links)
      for (const other of against(id)) expect(against(other)).toContain(id)
      for (const same of sameAs(links, [id])) expect(against(same)).toEqual(against(id))
    }),
  )
})

test("links that are taken one by one unless they are at odds never make a claim contradict itself", () => {
  const id = fc.constantFrom("a", "b", "c", "d", "e", "f")
  const link = fc.record({ kind: fc.constantFrom(...linkKinds), unitAId: id, unitBId: id })
  fc.assert(
    fc.property(fc.array(link, { maxLength: 14 }), list => {
      const taken: LinkedPair[] = []
      for (const one of list) if (one.unitAId !== one.unitBId && !isAtOdds(taken, one)) taken.push(one)
      for (const { kind, unitAId, unitBId } of taken)
        if (kind === "contradicts") expect(sameAs(taken, [unitAId]).has(unitBId)).toBe(false)
    }),
  )
})
