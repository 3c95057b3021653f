import fc from "fast-check"
import { expect, test } from "vitest"
import { independentAmong, type Witness, witnessesAmong } from "../../lib/domain/independence.ts"
import { circleClosedBy, lineageOf } from "../../lib/domain/lineage.ts"
import { cpuTime } from "../support/cpu-time.ts"
import { derivations, names, witnesses } from "./graph.ts"

test.each([
  ["", "", ""],
  ["a", "", "a"],
  ["a a", "", "a"],
  ["a b", "", "a b"],
  ["a b", "a<b", "b"],
  ["a b", "a<c b<c", "a"],
  ["a b c", "a<d b<e", "a b c"],
  ["a b c", "a<x a<y b<x c<y", "b c"],
  ["a b c", "a<x a<y b<y b<z c<x c<z", "a"],
  ["a b c d", "a<w a<x b<x b<y c<y c<z d<z d<w", "a c"],
  // The one in the middle looks as good as the others and would cost two, wherever it stands.
  ["a b c", "a<w a<x b<x b<y c<y c<z", "a c"],
  ["a b c", "a<x a<y b<w b<x c<y c<z", "b c"],
])("among “%s” with “%s” the witnesses are “%s”", (sources, lineage, expected) => {
  expect(witnessesAmong(witnesses(sources, lineage)).join(" ")).toBe(expected)
  expect(independentAmong(witnesses(sources, lineage))).toBe(expected.split(" ").filter(Boolean).length)
})

const some = fc.subarray(names)

/** Sources with the roots that derivations give them. */
const lineages = fc.tuple(some, derivations).map(([sources, list]) => witnesses(sources.join(" "), list))

/** Sources of which each shares a root with some others and none can be told off at once. */
const tangles = fc
  .array(fc.subarray([..."uvwxyz"], { minLength: 2, maxLength: 3 }), { maxLength: names.length })
  .map(list => list.map((rootIds, at) => ({ sourceId: names[at]!, rootIds })))

test("no two of the witnesses share a root, and no larger choice is free of that", () => {
  fc.assert(
    fc.property(fc.oneof(lineages, tangles), given => {
      const chosen = new Set(witnessesAmong(given))
      expect(shareNone(given.filter(({ sourceId }) => chosen.has(sourceId)))).toBe(true)
      for (let mask = 0; mask < 2 ** given.length; mask++) {
        const choice = given.filter((_, at) => mask & (2 ** at))
        if (choice.length > chosen.size) expect(shareNone(choice)).toBe(false)
      }
    }),
  )
})

const shareNone = (sources: readonly Witness[]) => {
  const roots = sources.flatMap(({ rootIds }) => rootIds)
  return new Set(roots).size === roots.length
}

test("one more source never lowers the number, and raises it by one at most", () => {
  fc.assert(
    fc.property(some, fc.constantFrom(...names), derivations, (sources, more, list) => {
      const before = independentAmong(witnesses(sources.join(" "), list))
      const after = independentAmong(witnesses([...sources, more].join(" "), list))
      expect([before, before + 1]).toContain(after)
    }),
  )
})

test("one more derivation never raises the number", () => {
  const edge = fc.record({ derivedId: fc.constantFrom(...names), originId: fc.constantFrom(...names) })
  fc.assert(
    fc.property(some, edge, derivations, (sources, more, list) => {
      fc.pre(circleClosedBy(lineageOf(list), more) === null)
      const among = sources.join(" ")
      const after = independentAmong(witnesses(among, [...list, more]))
      expect(after).toBeLessThanOrEqual(independentAmong(witnesses(among, list)))
    }),
  )
})

test("the order in which sources and derivations are given does not matter", () => {
  const both = fc.tuple(some, derivations).chain(([sources, list]) =>
    fc.record({
      given: fc.constant(witnesses(sources.join(" "), list)),
      other: fc
        .tuple(
          fc.shuffledSubarray(sources, { minLength: sources.length }),
          fc.shuffledSubarray(list, { minLength: list.length }),
        )
        .map(([order, edges]) => witnesses(order.join(" "), edges)),
    }),
  )
  fc.assert(
    fc.property(both, ({ given, other }) => {
      expect(witnessesAmong(other)).toEqual(witnessesAmong(given))
    }),
  )
})

test("a source cannot be its own witness, however often it is given and whatever derives from it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), derivations, (source, list) => {
      const [own] = witnesses(source, list)
      expect(independentAmong([own!, own!, own!])).toBe(1)
      const copies = [...list, ...["x", "y"].map(derivedId => ({ derivedId, originId: source }))]
      expect(independentAmong(witnesses(`${source} x y`, copies))).toBe(1)
    }),
  )
})

test("three hundred entangled sources are counted in little time, never too high, and an outsider adds one", () => {
  const tangle = Array.from({ length: 300 }, (_, n) => ({
    sourceId: `s${n}`,
    rootIds: [`r${n % 97}`, `r${(n * 7 + 1) % 97}`, `r${(n * 13 + 5) % 97}`],
  }))
  const began = cpuTime()
  const count = independentAmong(tangle)
  expect(cpuTime() - began).toBeLessThan(2_000)
  expect(count).toBeGreaterThan(10)
  expect(count).toBeLessThanOrEqual(32)
  expect(independentAmong([...tangle, { sourceId: "x", rootIds: ["x"] }])).toBe(count + 1)
})
