import fc from "fast-check"
import { expect, test } from "vitest"
import { anchorAt, anchorContext, locate } from "../../lib/domain/anchor.ts"
import { marked } from "../support/marked.ts"

/** Texts with repetitions, and a span of them. */
const anchored = fc
  .array(fc.constantFrom("The ship ", "sank. ", "🚢", "a", "é ", "1912, "), { minLength: 2, maxLength: 30 })
  .map(parts => parts.join(""))
  .chain(text =>
    fc
      .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 40 }))
      .map(([start, more]) => ({ text, span: { start, end: Math.min(text.length, start + more) } })),
  )

const moved = (before: string, after: string) =>
  locate(marked(after).text, anchorAt(marked(before).text, marked(before).span))

test("in its own text an anchor is found where it was", () => {
  fc.assert(
    fc.property(anchored, ({ text, span }) => {
      expect(locate(text, anchorAt(text, span))).toEqual(span)
    }),
    { numRuns: 1_000 },
  )
})

test("in any other text it is found at its quote with all of its context, or nowhere", () => {
  fc.assert(
    fc.property(anchored, fc.array(anchored, { maxLength: 3 }), fc.nat(), ({ text, span }, others, at) => {
      const anchor = anchorAt(text, span)
      const cut = at % (text.length + 1)
      const other = text.slice(0, cut) + others.map(more => more.text).join("") + text.slice(cut)
      const found = locate(other, anchor)
      if (!found) return
      expect(other.slice(found.start, found.end)).toBe(anchor.quote)
      expect(other.slice(0, found.start).endsWith(anchor.prefix)).toBe(true)
      expect(other.slice(found.end).startsWith(anchor.suffix)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test("it moves with the words around it", () => {
  const after = "In those days, so they say: the old ship [sank] in 1912, and it was raised in 1920 by divers."
  expect(moved("the old ship [sank] in 1912, and it was raised in 1920 by divers.", after)).toEqual(marked(after).span)
})

test("it is never moved to a look-alike, not even one at the very same place", () => {
  expect(moved("The ship rose. [The ship] sank.", "It was laid... [The ship] rose, then sank.")).toBeNull()
  expect(moved("It [sank] in 1912.", "It was [raised] in 1920.")).toBeNull()
  expect(moved("a b [c] d e", "a b [C] d e")).toBeNull()
})

test("of two places that look alike in every way it chooses none", () => {
  const period = "the same long refrain of this song, "
  expect(moved(`${period}[${period}]${period}`, `[x]${period.repeat(6)}`)).toBeNull()
})

test("context is at most 32 characters on either side and never half a surrogate pair", () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), (before, after) => {
      const { text, span } = marked(`${"🚢".repeat(before)}[x]${"🚢".repeat(after)}`)
      const { prefix, suffix, quote } = anchorAt(text, span)
      expect(quote).toBe("x")
      expect([prefix, suffix].every(context => context.isWellFormed() && context.length <= anchorContext)).toBe(true)
      expect(prefix).toHaveLength(Math.min(32, before * 2))
    }),
  )
})
