import fc from "fast-check"
import { expect, test } from "vitest"
import {
  exportNames,
  heldBackBy,
  heldBackSentence,
  mostReticent,
  type Nameable,
  namedAs,
  nameLimits,
  nobodysName,
} from "../../lib/domain/export-names.ts"

const asked = fc.constantFrom(...exportNames)
const limit = fc.constantFrom(...nameLimits)
const naming = fc.record({ asked, project: limit, sight: limit })
const person: fc.Arbitrary<Nameable> = fc.record({
  limit,
  real: fc.constant({ id: "real-id", name: "Leila Haddad" }),
  orcid: fc.option(fc.constant("0000-0002-1825-0097")),
  pseudonym: fc.constant({ id: "lasting-id", name: "Reviewer 3F2A9" }),
  passingId: fc.constant("passing-id"),
})

/** How much is told of somebody: nothing, a name that is none, their name, their name everywhere. */
const openness = { none: 0, pseudonym: 1, name: 2, orcid: 3 }
/** As far as a limit goes. */
const goes = { none: 0, pseudonym: 1, name: 3 }

test("a person is called by the most reticent of what is asked, the project's choice and their own", () => {
  const property = fc.property(naming, person, (all, who) => {
    const most = Math.min(openness[all.asked], goes[all.project], goes[all.sight], goes[who.limit])
    const called = namedAs(all, who)
    const expected = [
      { id: "passing-id", name: nobodysName },
      { id: "lasting-id", name: "Reviewer 3F2A9" },
      { id: "real-id", name: "Leila Haddad" },
      { id: "real-id", name: "Leila Haddad", ...(who.orcid && { orcid: `https://orcid.org/${who.orcid}` }) },
    ]
    expect(called).toEqual(expected[most])
  })
  fc.assert(property, { numRuns: 500 })
})

test("it does not matter in which order limits are asked, nor how often, and none is ever crossed", () => {
  const property = fc.property(asked, fc.array(limit, { maxLength: 5 }), (choice, limits) => {
    const so = mostReticent(choice, ...limits)
    expect(mostReticent(choice, ...limits.toReversed())).toBe(so)
    expect(mostReticent(so, ...limits, ...limits)).toBe(so)
    for (const each of limits) expect(openness[so]).toBeLessThanOrEqual(goes[each])
    expect(openness[so]).toBeLessThanOrEqual(openness[choice])
  })
  fc.assert(property)
})

test("somebody is held back just when they are called less openly than asked, and the project comes first", () => {
  const property = fc.property(naming, person, (all, who) => {
    const by = heldBackBy(all, who)
    const so = mostReticent(all.asked, all.project, all.sight, who.limit)
    expect(by === null).toBe(so === all.asked)
    if (by === "person") expect(goes[who.limit]).toBeLessThan(Math.min(goes[all.project], goes[all.sight]))
    if (by === "project") expect(mostReticent(all.asked, all.project, all.sight)).toBe(so)
  })
  fc.assert(property)
})

test.each([
  [0, 0, null],
  [0, 1, "One person is named less openly than you chose, because they asked for it."],
  [0, 3, "3 people are named less openly than you chose, because all of them asked for it."],
  [2, 0, "2 people are named less openly than you chose, because the project allows no more."],
  [
    2,
    1,
    "3 people are named less openly than you chose: 2 because the project allows no more, 1 because they asked for less.",
  ],
])("%i held back by the project and %i by themselves: %s", (project, person, sentence) => {
  expect(heldBackSentence({ project, person })).toBe(sentence)
})
