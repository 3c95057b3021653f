import fc from "fast-check"
import { expect, test } from "vitest"
import { circularReports } from "../../lib/domain/circular-reporting.ts"
import { independentAmong } from "../../lib/domain/independence.ts"
import { oneWitness } from "../../lib/domain/one-witness.ts"
import { citationFacts, cited } from "./facts.ts"

const name = (id: string) => id.toUpperCase()

test.each([
  ["", null],
  ["disputes:a", null],
  ["supports:a", "One witness: only “A” supports it."],
  ["supports:a supports:a", "One witness: only “A” supports it."],
  ["supports:a supports:b", null],
  ["supports:a repeats:b", "One witness: only “A” supports it."],
  ["supports:b<a supports:a", "One witness: the 2 sources that support it both go back to “A”."],
  ["supports:b<a supports:c<a supports:d<a", "One witness: the 3 sources that support it all go back to “A”."],
  ["supports:b<a,x supports:c<a,x", "One witness: the 2 sources that support it both go back to “A” and “X”."],
  [
    "supports:b<x,y supports:c<y,z supports:d<z,x",
    "One witness: the 3 sources that support it share their origins with one another.",
  ],
])("“%s” is one witness: %s", (citations, sentence) => {
  expect(oneWitness(cited(citations), name)?.sentence ?? null).toBe(sentence)
})

test.each([
  ["supports:a supports:b", []],
  ["supports:a supports:a", []],
  ["supports:b<a supports:a", ["“B” derives from “A”, which is cited too. Together they are one witness, not two."]],
  [
    "supports:z supports:b<z supports:c<z",
    ["“B” and “C” derive from “Z”, which is cited too. Together they are one witness, not three."],
  ],
  ["supports:b<a supports:c<a", ["“B” and “C” both go back to “A”. Together they are one witness, not two."]],
  [
    "supports:b<a supports:c<a supports:d<a",
    ["“B”, “C” and “D” all go back to “A”. Together they are one witness, not three."],
  ],
  ["disputes:b<a disputes:c<a", ["“B” and “C” both go back to “A”. Together they are one witness, not two."]],
  ["supports:b<a disputes:c<a", []],
  ["supports:b<a repeats:c<a mentions:a", []],
])("“%s” reports in a circle: %o", (citations, sentences) => {
  expect(circularReports(cited(citations), name).map(({ sentence }) => sentence)).toEqual(sentences)
})

test("a claim has one witness exactly when there is support and no two independent sources, whatever the order", () => {
  fc.assert(
    fc.property(citationFacts, citations => {
      const supports = citations.filter(({ stance }) => stance === "supports")
      const found = oneWitness(citations, name)
      expect(found !== null).toBe(independentAmong(supports) === 1)
      expect(oneWitness(citations.toReversed(), name)).toEqual(found)
    }),
  )
})

test("sources of one side report in a circle exactly when they are more than the witnesses, whatever the order", () => {
  fc.assert(
    fc.property(citationFacts, citations => {
      const reports = circularReports(citations, name)
      for (const stance of ["supports", "disputes"] as const) {
        const side = citations.filter(one => one.stance === stance)
        const sources = new Set(side.map(({ sourceId }) => sourceId)).size
        expect(reports.some(one => one.stance === stance)).toBe(independentAmong(side) < sources)
      }
      expect(circularReports(citations.toReversed(), name)).toEqual(reports)
    }),
  )
})
