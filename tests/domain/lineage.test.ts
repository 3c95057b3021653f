import fc from "fast-check"
import { expect, test } from "vitest"
import { ancestorsOf, circleClosedBy, circleSentence, lineageOf, rootsOf } from "../../lib/domain/lineage.ts"
import { derivations, edges, names } from "./graph.ts"

test.each([
  ["a", "", "a"],
  ["a", "b<a", "a"],
  ["a", "a<b", "b"],
  ["a", "a<b b<c", "c"],
  ["a", "a<b a<c", "b c"],
  ["a", "a<b a<c b<d c<d", "d"],
  ["a", "a<b a<b", "b"],
  ["a", "a<b b<a", "a b"],
  ["x", "x<a a<b b<a", "a b"],
  ["x", "x<a a<b b<a b<c", "a b c"],
  ["a", "a<a", "a"],
])("%s with “%s” goes back to %s", (source, lineage, roots) => {
  expect(rootsOf(lineageOf(edges(lineage)), source).join(" ")).toBe(roots)
})

test.each([
  ["a<a", "", "a a"],
  ["a<b", "b<a", "a b a"],
  ["a<b", "b<c c<a", "a b c a"],
  ["a<b", "b<c c<d d<a b<e e<a", "a b e a"],
  ["a<b", "a<c b<c", ""],
  ["a<b", "a<b", ""],
  ["a<b", "c<a", ""],
])("%s after “%s” closes the circle “%s”", (edge, lineage, circle) => {
  expect((circleClosedBy(lineageOf(edges(lineage)), edges(edge)[0]!) ?? []).join(" ")).toBe(circle)
})

test("a circle is refused with its chain in words", () => {
  const name = (id: string) => id.toUpperCase()
  expect(circleSentence(["a", "a"], name)).toBe("“A” cannot derive from itself. Choose another source.")
  expect(circleSentence(["a", "b", "a"], name)).toBe(
    "“A” cannot derive from “B”: “B” derives from “A”. Take one of these links back first.",
  )
  expect(circleSentence(["a", "b", "c", "a"], name)).toBe(
    "“A” cannot derive from “B”: “B” derives from “C”, which derives from “A”. Take one of these links back first.",
  )
})

test("a source is derived from all that those before it are, and goes back to the same roots", () => {
  fc.assert(
    fc.property(derivations, list => {
      const lineage = lineageOf(list)
      for (const source of names)
        for (const ancestor of ancestorsOf(lineage, source)) {
          expect(ancestor).not.toBe(source)
          for (const root of rootsOf(lineage, ancestor)) expect(rootsOf(lineage, source)).toContain(root)
        }
    }),
  )
})

test("a circle is found exactly when the new derivation makes a source derive from itself", () => {
  const pair = fc.record({ derivedId: fc.constantFrom(...names), originId: fc.constantFrom(...names) })
  fc.assert(
    fc.property(derivations, pair, (list, edge) => {
      const closed = circleClosedBy(lineageOf(list), edge)
      const after = lineageOf([...list, edge])
      expect(closed !== null).toBe(ancestorsOf(after, edge.derivedId).has(edge.derivedId))
      if (!closed) return
      expect([closed[0], closed[1], closed.at(-1)]).toEqual([edge.derivedId, edge.originId, edge.derivedId])
      for (const [at, id] of closed.slice(0, -1).entries()) expect(after.get(id)).toContain(closed[at + 1])
    }),
  )
})
