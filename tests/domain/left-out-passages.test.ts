import fc from "fast-check"
import { expect, test } from "vitest"
import { blackedOut, isLeftOut, leftOutSpans } from "../../lib/domain/left-out-passages.ts"

/** A text of words that are all different, each a unit, with stretches of it that are flagged. */
const cases = fc
  .tuple(
    fc.array(fc.constantFrom("ship", "море", "🚢🚢", "a\nb", "e\u0301t"), { minLength: 1, maxLength: 12 }),
    fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 40 })), { maxLength: 4 }),
  )
  .map(([words, flags]) => {
    let text = ""
    const units = words.map((word, n) => {
      const start = text.length
      text += `${word}${n}x `
      return { start, end: text.length - 1 }
    })
    const spans = flags.map(([at, length]) => ({
      start: at % text.length,
      end: Math.min(text.length, (at % text.length) + length),
    }))
    return { text, units, flags: spans.map(span => ({ ...span, lost: null })) }
  })

test("what is flagged, and every unit that it touches, is out; all other units stay as they are, at their places", () => {
  fc.assert(
    fc.property(cases, ({ text, units, flags }) => {
      const spans = leftOutSpans(text, units, flags)
      const black = blackedOut(text, spans)
      expect(black.length).toBe(text.length)
      expect([...black].length).toBe([...text].length)
      for (const unit of units) {
        const touched = flags.some(({ start, end }) => start < unit.end && unit.start < end)
        const words = text.slice(unit.start, unit.end)
        expect(isLeftOut(spans, unit)).toBe(touched)
        if (touched) expect(black.slice(unit.start, unit.end)).toMatch(/^(?:[█\r\n]|\u{1FB99})+$/u)
        else expect(black.slice(unit.start, unit.end)).toBe(words)
      }
      for (let at = 0; at < text.length; at++) if (/[\r\n]/.test(text[at]!)) expect(black[at]).toBe(text[at])
      expect(spans.every(({ start }, at) => at === 0 || spans[at - 1]!.end < start)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test("a flag without a place counts wherever its very words stand", () => {
  const text = "He lives in Odessa. Nobody knows. Odessa is far."
  const units = [
    { start: 0, end: 19 },
    { start: 20, end: 33 },
    { start: 34, end: 48 },
  ]
  const black = blackedOut(text, leftOutSpans(text, units, [{ start: 400, end: 406, lost: "Odessa" }]))
  expect(black).toBe(`${"█".repeat(19)} Nobody knows. ${"█".repeat(14)}`)
  expect(leftOutSpans(text, units, [{ start: 0, end: 9, lost: " " }])).toEqual([])
})
