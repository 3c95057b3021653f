import fc from "fast-check"
import { expect, test } from "vitest"
import { whatRemains } from "../../app/_ui/what-remains.ts"

test("nothing remains of words that nobody typed on", () => {
  expect(whatRemains("Who says so?", "Who says so?")).toBe("")
  expect(whatRemains("Who says so?\n", "Who says so?")).toBe("")
  expect(whatRemains("Who says so?", "Who says so? ")).toBe("")
})

test("what follows the words that were sent remains, and everything where they were changed", () => {
  expect(whatRemains("Who says so?", "Who says so?\nAnd when?")).toBe("And when?")
  expect(whatRemains("Wh", "Who")).toBe("o")
  expect(whatRemains("Who says so?", "Who says that? And when?")).toBe("Who says that? And when?")
  expect(whatRemains("Who says so?", "")).toBe("")
})

test("no letter is lost: what was sent and what remains have all that stands there", () => {
  const letters = (words: string) => words.replaceAll(/\s/g, "")
  fc.assert(
    fc.property(fc.string(), fc.string(), (sent, tail) => {
      expect(letters(sent + whatRemains(sent, sent + tail))).toBe(letters(sent + tail))
    }),
  )
  fc.assert(
    fc.property(fc.string(), fc.string(), (sent, now) => {
      const rest = letters(whatRemains(sent, now))
      expect([rest, letters(sent) + rest]).toContain(letters(now))
    }),
  )
})
