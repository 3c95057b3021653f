import fc from "fast-check"
import { expect, test } from "vitest"
import { surroundings, wholeSpan } from "../../lib/formats/span-text.ts"

const text = fc.string({ unit: "binary", maxLength: 120 })
const spanned = text.chain(words =>
  fc.tuple(fc.constant(words), fc.nat(words.length), fc.nat(words.length)).map(([whole, a, b]) => ({
    whole,
    span: { start: Math.min(a, b), end: Math.max(a, b) },
  })),
)

test("a span never cuts a character in two, and takes in no more than the other half", () => {
  const property = fc.property(spanned, ({ whole, span }) => {
    const { start, end } = wholeSpan(whole, span)
    expect(whole.slice(start, end).isWellFormed()).toBe(true)
    expect(span.start - start === 0 || (span.start - start === 1 && !whole.slice(span.start).isWellFormed())).toBe(true)
    expect(end - span.end === 0 || (end - span.end === 1 && !whole.slice(0, span.end).isWellFormed())).toBe(true)
    const { prefix, suffix } = surroundings(whole, { start, end }, 5)
    expect(whole.slice(0, start).endsWith(prefix) && whole.slice(end).startsWith(suffix)).toBe(true)
    expect([prefix.isWellFormed(), suffix.isWellFormed()]).toEqual([true, true])
    expect(prefix.length).toBeGreaterThanOrEqual(Math.min(start, 4))
  })
  fc.assert(property, { numRuns: 2_000 })
})
