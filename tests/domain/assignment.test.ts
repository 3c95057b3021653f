import * as fc from "fast-check"
import { expect, test } from "vitest"
import { assignEvenly, type ClaimToAssign, carriedOver, type Given } from "../../lib/domain/assignment.ts"

const people = fc.uniqueArray(fc.constantFrom<string[]>("ann", "ben", "cem", "dora", "eli"), { minLength: 1 })
const overlap = fc.integer({ min: 1, max: 6 })
const claimsWith = (has: fc.Arbitrary<string[]>, maxLength: number) =>
  fc.array(has, { maxLength }).map(list => list.map((has, at): ClaimToAssign => ({ id: `c${at}`, has })))
const taken = fc.uniqueArray(fc.constantFrom<string[]>("ann", "ben", "cem", "dora", "eli", "zoe"), { maxLength: 4 })

const loadsOf = (given: readonly Given[], people: readonly string[]) =>
  people.map(person => given.filter(({ userId }) => userId === person).length)
const of = (given: readonly Given[], id: string) =>
  given.filter(({ unitId }) => unitId === id).map(({ userId }) => userId)

test("ten claims, twice each, to three people", () => {
  const claims = Array.from({ length: 10 }, (_, at) => ({ id: `c${at}`, has: [] }))
  const given = assignEvenly(claims, ["ann", "ben", "cem"], 2)
  expect(given.length).toBe(20)
  expect(loadsOf(given, ["ann", "ben", "cem"]).sort()).toEqual([6, 7, 7])
})

test("each claim gets as many different people as it lacks, and nobody gets one that they have", () => {
  fc.assert(
    fc.property(claimsWith(taken, 30), people, overlap, (claims, people, overlap) => {
      const given = assignEvenly(claims, people, overlap)
      for (const { id, has } of claims) {
        const got = of(given, id)
        expect(new Set(got).size).toBe(got.length)
        expect(got.filter(person => has.includes(person) || !people.includes(person))).toEqual([])
        const there = people.filter(person => has.includes(person)).length
        expect(got.length).toBe(Math.max(0, Math.min(overlap, people.length) - there))
      }
    }),
  )
})

test("loads differ by one at most when nobody had any", () => {
  fc.assert(
    fc.property(claimsWith(fc.constant([]), 60), people, overlap, (claims, people, overlap) => {
      const loads = loadsOf(assignEvenly(claims, people, overlap), people)
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
    }),
  )
})

test("with people who have some already no way of dealing them out is more even", () => {
  const three = ["ann", "ben", "cem"]
  const some = fc.record({
    has: fc.uniqueArray(fc.constantFrom(...three), { maxLength: 2 }),
    lacks: fc.constantFrom(undefined, 1, 2),
  })
  const dealt = fc.array(some, { maxLength: 7 })
  fc.assert(
    fc.property(dealt, fc.integer({ min: 1, max: 3 }), (list, overlap) => {
      const claims = list.map(({ has, lacks }, at) => ({ id: `c${at}`, has, ...(lacks && { lacks }) }))
      const loads = loadsOf(assignEvenly(claims, three, overlap), three)
      expect(unevenness(loads)).toBe(Math.min(...everyWay(claims, three, overlap).map(unevenness)))
    }),
    { numRuns: 500 },
  )
})

test("doing it again gives nothing", () => {
  fc.assert(
    fc.property(claimsWith(taken, 20), people, overlap, (claims, people, overlap) => {
      const given = assignEvenly(claims, people, overlap)
      const after = claims.map(({ id, has }) => ({ id, has: [...has, ...of(given, id)] }))
      expect(assignEvenly(after, people, overlap)).toEqual([])
    }),
  )
})

test("ten thousand claims of which some can go to few people alone are dealt out quickly", () => {
  const people = Array.from({ length: 20 }, (_, at) => `p${at}`)
  const [most, few] = [people.slice(0, 15), people.slice(15)]
  const claims = Array.from({ length: 10_000 }, (_, at) => ({ id: `c${at}`, has: at < 6_000 ? [] : most, lacks: 3 }))
  const given = assignEvenly(claims, people, 3)
  expect(loadsOf(given, most)).toEqual(most.map(() => 1_200))
  expect(loadsOf(given, few)).toEqual(few.map(() => 2_400))
})

test("assignments are carried to whatever lies over them, to each person once", () => {
  /** Cuts a text of 30 characters at these points. */
  const cut = (points: readonly number[], name: string) => {
    const at = [...new Set([0, ...points, 30])].sort((a, b) => a - b)
    return at.slice(1).map((end, n) => ({ id: `${name}${n}`, start: at[n]!, end }))
  }
  const points = fc.array(fc.integer({ min: 1, max: 29 }), { maxLength: 8 })
  const whose = fc.array(fc.subarray(["ann", "ben", "cem"]), { minLength: 9, maxLength: 9 })
  fc.assert(
    fc.property(
      points,
      points,
      whose,
      fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      (old, cutAnew, people, kept) => {
        const gone = cut(old, "old").flatMap(({ start, end }, at) =>
          people[at]!.map(userId => ({ start, end, userId })),
        )
        const come = cut(cutAnew, "new").filter((_, at) => kept[at])
        const meets = (a: { start: number; end: number }, b: { start: number; end: number }) =>
          a.start < b.end && a.end > b.start
        const { given, moved } = carriedOver([...gone].reverse(), [...come].reverse())
        const expected = come.flatMap(unit =>
          ["ann", "ben", "cem"]
            .filter(userId => gone.some(one => one.userId === userId && meets(one, unit)))
            .map(userId => `${unit.id} ${userId}`),
        )
        expect(given.map(({ unitId, from }) => `${unitId} ${from.userId}`).sort()).toEqual(expected.sort())
        expect(new Set(moved)).toEqual(new Set(gone.filter(one => come.some(unit => meets(one, unit)))))
      },
    ),
  )
})

const unevenness = (loads: readonly number[]) => loads.reduce((sum, load) => sum + load * load, 0)

/** The loads of every way to deal the claims out. */
function everyWay(claims: readonly ClaimToAssign[], people: readonly string[], overlap: number): number[][] {
  let ways = [people.map(() => 0)]
  for (const { has, lacks } of claims) {
    const free = people.flatMap((person, at) => (has.includes(person) ? [] : [at]))
    const missing = Math.max(0, lacks ?? Math.min(overlap, people.length) - (people.length - free.length))
    const next = new Map<string, number[]>()
    for (const loads of ways)
      for (const chosen of subsets(free, Math.min(missing, free.length))) {
        const after = loads.map((load, at) => load + Number(chosen.includes(at)))
        next.set(after.join(), after)
      }
    ways = [...next.values()]
  }
  return ways
}

const subsets = (from: readonly number[], size: number): number[][] =>
  size === 0 ? [[]] : from.flatMap((one, at) => subsets(from.slice(at + 1), size - 1).map(rest => [one, ...rest]))
