import fc from "fast-check"
import { expect, test } from "vitest"
import { stances } from "../../lib/domain/citation.ts"
import {
  cellSentence,
  cellsOf,
  cellWords,
  claimNumber,
  claimStateWords,
  type MatrixCell,
  matrixQuote,
  quoteLength,
  witnessWords,
} from "../../lib/domain/evidence-matrix.ts"
import { credibilities } from "../../lib/domain/grade.ts"
import { matrixOf } from "./matrix.ts"

const cell = (words: Partial<MatrixCell>): MatrixCell => ({
  claim: 0,
  source: 0,
  stances: ["supports"],
  citations: 1,
  credibility: null,
  ...words,
})

test.each([
  [undefined, "not cited"],
  [cell({}), "supports"],
  [cell({ credibility: 2, citations: 3 }), "supports, credibility 2, of 3 citations"],
  [cell({ credibility: 6 }), "supports, credibility 6 (cannot be judged)"],
  [cell({ stances: ["supports", "disputes"], citations: 2 }), "supports and disputes, of 2 citations"],
  [cell({ stances: ["repeats"] }), "merely repeats another's word"],
])("%j reads “%s”", (said, words) => {
  expect(cellWords(said)).toBe(words)
})

test("a cell says where it stands, and a claim of one of several texts says of which", () => {
  const matrix = matrixOf(["+."])
  const [claim, source] = [matrix.claims[0]!, matrix.sources[0]!]
  expect(cellSentence(claimNumber(matrix, claim), source, matrix.cells[0])).toBe("Claim 1, Source a: supports")
  expect(claimNumber({ documents: [{ id: "c", title: "" }, ...matrix.documents] }, claim)).toBe("2.1")
})

test("states and witnesses in words", () => {
  expect(claimStateWords({ state: "vetted", verdict: "disputed" })).toBe("disputed")
  expect(claimStateWords({ state: "blocked", verdict: "documented" })).toBe("blocked, documented")
  expect(claimStateWords({ state: "in-review", verdict: null })).toBe("in review")
  expect([0, 1, 2].map(witnessWords)).toEqual(["no witness", "one witness", "2 witnesses"])
})

test("a passage is shortened on one line and never inside a character", () => {
  expect(matrixQuote(" The ship\n sank. ")).toBe("The ship sank.")
  const property = fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), passage => {
    const quote = matrixQuote(passage)
    expect([...quote].length).toBeLessThanOrEqual(quoteLength)
    expect(quote.isWellFormed()).toBe(true)
    expect(passage.trim().replaceAll(/\s+/g, " ")).toContain(quote.replace(/…$/, ""))
  })
  fc.assert(property)
})

test("citations meet in one cell whatever their order, and count once each", () => {
  const { claims, sources } = matrixOf(["..", ".."])
  const citation = fc.record({
    unitId: fc.constantFrom("0", "1", "gone"),
    sourceId: fc.constantFrom("a", "b", "deleted"),
    stance: fc.constantFrom(...stances),
    credibility: fc.option(fc.constantFrom(...credibilities)),
  })
  const property = fc.property(fc.array(citation), given => {
    const cells = cellsOf({ claims, sources }, given)
    expect(cellsOf({ claims, sources }, given.toReversed())).toEqual(cells)
    for (const { claim, source, citations, credibility, stances: taken } of cells) {
      const its = given.filter(one => one.unitId === claims[claim]!.id && one.sourceId === sources[source]!.id)
      expect(citations).toBe(its.length)
      expect(taken).toEqual(stances.filter(stance => its.some(one => one.stance === stance)))
      const rated = its.flatMap(one => one.credibility ?? [])
      expect(credibility).toBe(rated.length > 0 ? Math.min(...rated) : null)
    }
    const there = given.filter(({ unitId, sourceId }) => unitId !== "gone" && sourceId !== "deleted")
    expect(cells.reduce((sum, cell) => sum + cell.citations, 0)).toBe(there.length)
  })
  fc.assert(property)
})
