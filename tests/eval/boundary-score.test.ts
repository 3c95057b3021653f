import { expect, test } from "vitest"
import { areSameSentences, boundaryTally, innerBoundaries, sumOf } from "./boundary-score.ts"

test("boundaries are counted in characters that are not white space, without the text's end", () => {
  expect([...innerBoundaries("The mill  closed. Why? ", ["The mill  closed.", "Why?"])]).toEqual([14])
  expect([...innerBoundaries("One. Two. Three.", ["One. ", "Two. ", "Three."])]).toEqual([4, 8])
  expect([...innerBoundaries("One.", ["One."])]).toEqual([])
})

test("a segmenter that loses or adds characters does not shift what follows", () => {
  expect([...innerBoundaries("One two. Three. Four.", ["One two", "Three.", "Four."])]).toEqual([6, 13])
  expect([...innerBoundaries("One (1). Two. Three.", ["One 1.", "Two.", "Three."])].at(-1)).toBe(11)
})

test("a tally counts what is right, extra and missed, and tallies add up", () => {
  const tally = boundaryTally(new Set([3, 7, 9]), new Set([3, 8]))
  expect(tally).toEqual({ right: 1, extra: 1, missed: 2 })
  expect(sumOf([tally, tally])).toEqual({ right: 2, extra: 2, missed: 4 })
})

test("lists of sentences are the same only when all are, in order, but for outer white space", () => {
  expect(areSameSentences(["One.", "Two."], ["One. ", "", " Two."])).toBe(true)
  expect(areSameSentences(["One.", "Two."], ["One. Two."])).toBe(false)
  expect(areSameSentences(["One.", "Two."], ["Two.", "One."])).toBe(false)
  expect(areSameSentences(["One  two."], ["One two."])).toBe(false)
})
