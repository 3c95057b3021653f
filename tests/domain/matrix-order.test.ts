import fc from "fast-check"
import { expect, test } from "vitest"
import type { Matrix } from "../../lib/domain/evidence-matrix.ts"
import { claimOrders, claimsInOrder, sourceOrders, sourcesInOrder, standings } from "../../lib/domain/matrix-order.ts"
import { anyMatrix, matrixOf } from "./matrix.ts"

const claims = (matrix: Matrix, order: (typeof claimOrders)[number]) => claimsInOrder(standings(matrix), order)
const sources = (matrix: Matrix, order: (typeof sourceOrders)[number]) =>
  sourcesInOrder(matrix, standings(matrix), order)

test.each([
  ["one source", ["+"], [], 1, [0]],
  ["two that know nothing of one another", ["++"], [], 2, []],
  ["two that retell the same, which is not cited", ["++"], ["x", "x"], 1, []],
  ["a book and what it retells", ["++"], ["b", "b"], 1, [1]],
  ["a book whose other root nobody shares", ["++"], ["bx", "b"], 1, [1]],
  ["three that share roots two by two: one witness, and none of them bears it all", ["+++"], ["xy", "yz", "zx"], 1, []],
  ["one that supports and one that merely repeats", ["+r"], [], 1, [0]],
  ["one that disputes", ["-"], [], 0, []],
  ["nothing", ["."], [], 0, []],
] as const)("%s", (_, rows, origins, witnesses, hangsOn) => {
  expect(standings(matrixOf(rows, origins))[0]).toMatchObject({ witnesses, hangsOn })
})

test("claims and sources by weight: what supports less what disputes", () => {
  const matrix = matrixOf(["-m.", "++.", "+-.", "+.r"])
  expect(claims(matrix, "weight")).toEqual([1, 3, 2, 0])
  expect(sources(matrix, "weight")).toEqual([0, 1, 2])
  expect(sources(matrixOf(["-m+", "..+"]), "weight")).toEqual([2, 1, 0])
})

test("claims that hang on one witness come first, those that nothing supports last", () => {
  expect(claims(matrixOf(["...", "+++", "++.", "-.+", "r.."], ["x", "x"]), "independence")).toEqual([2, 3, 1, 0, 4])
})

test("sources on which most claims hang alone come first", () => {
  const matrix = matrixOf(["+..", ".+.", "+.+", "..+", "..+"], ["a", "b", "a"])
  // Three claims hang on the first source, one through the last source, which retells it; two hang on the last too.
  expect(standings(matrix).map(({ hangsOn }) => hangsOn)).toEqual([[0], [1], [0], [2, 0], [2, 0]])
  expect(sources(matrix, "independence")).toEqual([0, 2, 1])
})

test("every order holds every place once, and the order of the text is the texts' own", () => {
  const property = fc.property(anyMatrix, matrix => {
    const places = (list: readonly unknown[]) => list.map((_, place) => place)
    for (const order of claimOrders)
      expect(claims(matrix, order).toSorted((a, b) => a - b)).toEqual(places(matrix.claims))
    for (const order of sourceOrders)
      expect(sources(matrix, order).toSorted((a, b) => a - b)).toEqual(places(matrix.sources))
    expect(claims(matrix, "text")).toEqual(places(matrix.claims))
    expect(sources(matrix, "line")).toEqual(places(matrix.sources))
  })
  fc.assert(property)
})

test("what is equal stays as it stood: an order of what is in order changes nothing", () => {
  const property = fc.property(anyMatrix, matrix => {
    for (const order of claimOrders) {
      const once = claims(matrix, order)
      const place = new Map(once.map((was, now) => [was, now]))
      const moved = {
        ...matrix,
        claims: once.map(at => matrix.claims[at]!),
        cells: matrix.cells.map(cell => ({ ...cell, claim: place.get(cell.claim)! })),
      }
      expect(claims(moved, order)).toEqual(once.map((_, now) => now))
    }
  })
  fc.assert(property)
})

test("the order of sources and the citations of other claims say nothing about a claim", () => {
  const property = fc.property(anyMatrix, matrix => {
    const known = standings(matrix)
    const turned = {
      ...matrix,
      sources: matrix.sources.toReversed(),
      cells: matrix.cells.map(cell => ({ ...cell, source: matrix.sources.length - 1 - cell.source })),
    }
    const counts = ({ supports, disputes, witnesses }: (typeof known)[number]) => [supports, disputes, witnesses]
    expect(standings(turned).map(counts)).toEqual(known.map(counts))
    const first = { ...matrix, cells: matrix.cells.filter(({ claim }) => claim === 0) }
    expect(standings(first)[0]).toEqual(known[0])
  })
  fc.assert(property)
})

test("a further supporting source never makes a claim lighter, nor leaves it with fewer witnesses", () => {
  const property = fc.property(anyMatrix, matrix => {
    fc.pre(matrix.claims.length > 0)
    const id = String.fromCharCode(97 + matrix.sources.length)
    const source = { id, line: id, short: id, kind: "press" as const, reliability: null, rootIds: [id] }
    const cell = { claim: 0, source: matrix.sources.length, citations: 1, credibility: null }
    const more: Matrix = {
      ...matrix,
      sources: [...matrix.sources, source],
      cells: [...matrix.cells, { ...cell, stances: ["supports"] }],
    }
    const [before, after] = [standings(matrix)[0]!, standings(more)[0]!]
    expect(after.witnesses).toBeGreaterThanOrEqual(before.witnesses)
    expect(claims(more, "weight").indexOf(0)).toBeLessThanOrEqual(claims(matrix, "weight").indexOf(0))
  })
  fc.assert(property)
})
