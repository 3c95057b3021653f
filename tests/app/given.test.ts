import { expect, test } from "vitest"
import { isGiven, keysOf, nothingGiven } from "../../app/projects/[projectId]/sources/import/_components/given.ts"

test("an entry is known again by its line when lines before it were mended, and one of the same lines by which it is", () => {
  const before = keysOf(["10.1000/182", "10.1000/183", "10.1000/182"])
  expect(new Set(before).size).toBe(3)
  expect(keysOf(["10.1000/181", "10.1000/182", "10.1000/183", "10.1000/182"]).slice(1)).toEqual(before)
})

test("a line that is a word of JavaScript has nothing given to it", () => {
  for (const key of keysOf(["constructor", "__proto__", "toString"])) expect(nothingGiven.titles[key]).toBeUndefined()
})

test("what was given to one entry is something given", () => {
  expect(isGiven(nothingGiven)).toBe(false)
  expect(isGiven({ ...nothingGiven, ticks: { "1 10.1000/182": false } })).toBe(true)
})
