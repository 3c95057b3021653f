import fc from "fast-check"
import { expect, test } from "vitest"
import { overlaps } from "../../lib/domain/flag.ts"
import { flagsOnSpans } from "../../lib/domain/flags-on-spans.ts"

const span = (id: string, start: number, end: number, documentId = "d") => ({ id, documentId, start, end })
const flag = (reason: string, start: number, end: number, documentId = "d") => ({ reason, documentId, start, end })
const found = (spans: Parameters<typeof flagsOnSpans>[0], flags: ReturnType<typeof flag>[]) =>
  Object.fromEntries([...flagsOnSpans(spans, flags, ({ reason }) => reason)].map(([id, set]) => [id, [...set].sort()]))

test("a flag lies on every span that it shares a character with, in its own text", () => {
  const spans = [span("a", 0, 10), span("b", 12, 20), span("c", 20, 30), span("x", 0, 30, "other")]
  expect(found(spans, [flag("one", 5, 13), flag("gap", 10, 12), flag("two", 19, 21), flag("two", 8, 9)])).toEqual({
    a: ["one", "two"],
    b: ["one", "two"],
    c: ["two"],
  })
})

test("it finds what looking at every pair finds", () => {
  const spans = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 9 })), { maxLength: 30 }).map(pieces => {
    let at = 0
    return pieces.map(([gap, length], number) => {
      const start = at + gap
      at = start + length
      return span(String(number), start, at)
    })
  })
  const flags = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 40 }), fc.constantFrom("p", "q", "r")), {
    maxLength: 20,
  })
  fc.assert(
    fc.property(spans, flags, (claims, marks) => {
      const set = marks.map(([start, length, reason]) => flag(reason, start, start + length))
      const slow = Object.fromEntries(
        claims.flatMap(claim => {
          const on = [...new Set(set.filter(one => overlaps(one, claim)).map(({ reason }) => reason))].sort()
          return on.length > 0 ? [[claim.id, on]] : []
        }),
      )
      expect(found(claims, set)).toEqual(slow)
    }),
  )
})
