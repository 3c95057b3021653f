import { expect, test } from "vitest"
import {
  atLeastCredible,
  atLeastReliable,
  credibilities,
  credibilityWords,
  isGraded,
  isRated,
  minimumCredibilities,
  minimumReliabilities,
  reliabilities,
  reliabilityWords,
} from "../../lib/domain/grade.ts"

test.each([
  ["A", "A", true],
  ["A", "C", true],
  ["C", "C", true],
  ["D", "C", false],
  ["E", "E", true],
  ["F", "E", false],
  [null, "E", false],
  [null, null, true],
  ["F", null, true],
] as const)("a source graded %s meets the minimum %s: %s", (grade, minimum, met) => {
  expect(atLeastReliable(grade, minimum)).toBe(met)
})

test.each([
  [1, 2, true],
  [2, 2, true],
  [3, 2, false],
  [6, 5, false],
  [null, 5, false],
  [6, null, true],
] as const)("a citation rated %s meets the minimum %s: %s", (credibility, minimum, met) => {
  expect(atLeastCredible(credibility, minimum)).toBe(met)
})

test("what cannot be judged is unknown: it meets no minimum, and nothing can ask for it", () => {
  for (const minimum of minimumReliabilities)
    for (const grade of ["F", null] as const) expect(atLeastReliable(grade, minimum)).toBe(false)
  for (const minimum of minimumCredibilities)
    for (const credibility of [6, null] as const) expect(atLeastCredible(credibility, minimum)).toBe(false)
  expect([...minimumReliabilities]).toEqual(reliabilities.filter(isGraded))
  expect([...minimumCredibilities]).toEqual(credibilities.filter(isRated))
})

test("the pages use the scale's own wording", () => {
  expect(reliabilities.map(grade => reliabilityWords[grade])).toEqual([
    "Completely reliable",
    "Usually reliable",
    "Fairly reliable",
    "Not usually reliable",
    "Unreliable",
    "Reliability cannot be judged",
  ])
  expect(credibilities.map(credibility => credibilityWords[credibility])).toEqual([
    "Confirmed by other sources",
    "Probably true",
    "Possibly true",
    "Doubtful",
    "Improbable",
    "Truth cannot be judged",
  ])
})
