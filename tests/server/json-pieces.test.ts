import fc from "fast-check"
import { expect, test } from "vitest"
import { jsonBody, jsonPieces } from "../../lib/server/json-pieces.ts"

const entry = fc.oneof(
  fc.jsonValue(),
  fc.constant(undefined),
  fc.date().map(at => (Number.isNaN(at.getTime()) ? null : at)),
  fc.record({ at: fc.constant(new Date(0)), none: fc.constant(undefined), words: fc.string({ unit: "grapheme" }) }),
)
const list = fc.oneof(
  fc.array(entry),
  // So much that it comes in several pieces.
  fc.tuple(fc.array(entry, { minLength: 1 }), fc.nat(400)).map(([some, times]) => {
    const filler = "– “so” \\ ".repeat(100)
    return Array.from({ length: times }, () => [...some, filler]).flat()
  }),
)

test("in pieces it is what JSON.stringify writes, and the body of an answer is that", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(entry, list, fc.dictionary(fc.string({ unit: "grapheme" }), fc.oneof(entry, list))),
      async value => {
        const whole = JSON.stringify(value ?? null)
        expect([...jsonPieces(value)].join("")).toBe(whole)
        expect(await new Response(jsonBody(value)).text()).toBe(whole)
      },
    ),
    { numRuns: 300 },
  )
})

test("a long list is written a little at a time, and others get their turn before it is over", async () => {
  const one = { line: "x".repeat(500) }
  const value = { ok: true, entries: Array.from({ length: 40_000 }, () => one) }
  for (const piece of jsonPieces(value)) expect(piece.length).toBeLessThan(65_536 + 600)
  let turns = 0
  let over = false
  const count = () => {
    turns++
    if (!over) setImmediate(count)
  }
  const reading = new Response(jsonBody(value)).text()
  setImmediate(count)
  await reading
  over = true
  expect(turns).toBeGreaterThan(1)
})
