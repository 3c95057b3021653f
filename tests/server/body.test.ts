import fc from "fast-check"
import { expect, test } from "vitest"
import { mostNested, mostTokens } from "../../lib/db/json-in-turns.ts"
import { readBody } from "../../lib/server/body.ts"
import { limits } from "../../lib/server/limits.ts"
import { watchedLoop } from "../campaigns/stretches.ts"

/** A request whose body comes in pieces of this many bytes. */
function request(body: string | Uint8Array, piece = 65_536) {
  const bytes = typeof body === "string" ? Buffer.from(body) : body
  let at = 0
  const stream = new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(Uint8Array.prototype.slice.call(bytes, at, at + piece))
      at += piece
    },
  })
  const headers = { "content-type": "application/json" }
  return new Request("http://here/", { method: "POST", headers, body: stream, duplex: "half" } as RequestInit)
}
const read = (body: string | Uint8Array, piece?: number) => readBody(request(body, piece), limits.bibliography)
const room = " ".repeat(limits.body)
const noJson = { ok: false, failure: { code: "invalid", issues: [{ path: "", message: expect.any(String) }] } }

test("a long body says what a short one with the same words says, however it is cut", async () => {
  const anything = fc.jsonValue({ stringUnit: "binary" })
  const property = fc.asyncProperty(anything, fc.integer({ min: 1, max: 300_000 }), async (value, piece) => {
    const text = JSON.stringify(value)
    const short = await read(text, Math.max(1, Math.min(piece, text.length)))
    expect(short).toEqual({ ok: true, value: JSON.parse(text) })
    expect(await read(room + text, piece + 20_000)).toEqual(short)
    expect(await read(text + room, piece + 20_000)).toEqual(short)
  })
  await fc.assert(property, { numRuns: 60 })
})

test("what is no JSON, or no text, is refused whether it is long or short", async () => {
  for (const bad of ["", "{", "[1,]", "nul", "01", "[1] 2", '"a\u0001"', '"a', '{"a":1 "b":2}']) {
    expect(await read(bad), bad).toEqual(noJson)
    expect(await read(room + bad), bad).toEqual(noJson)
  }
  const halved = Uint8Array.from([34, 0xe2, 0x82, 34])
  expect(await read(halved)).toEqual(noJson)
  expect(await read(Buffer.concat([Buffer.from(room), halved]))).toEqual(noJson)
})

test("nothing becomes the prototype of anything, in a long body as in a short one", async () => {
  const evil = '{"__proto__":{"a":1},"b":[{"__proto__":[2],"c":3}],"d":"__proto__","\\u005f_proto__":4}'
  for (const text of [evil, room + evil]) {
    const answer = await read(text)
    expect(answer).toEqual({ ok: true, value: { b: [{ c: 3 }], d: "__proto__" } })
    const { value } = answer as { value: { b: object[] } }
    expect([Object.keys(value), Object.keys(value.b[0]!)]).toEqual([["b", "d"], ["c"]])
  }
})

test("too deep, too many values or too many bytes are refused before they fill the memory", async () => {
  const nested = (depth: number) => room + "[".repeat(depth) + "]".repeat(depth)
  expect((await read(nested(mostNested))).ok).toBe(true)
  expect(await read(nested(mostNested + 1))).toEqual(noJson)
  expect(await read("[".repeat(40_000_000))).toEqual(noJson)
  expect(await read(`[${"1,".repeat(mostTokens / 2)}1]`)).toEqual(noJson)
  expect(await readBody(request(room + room), limits.body)).toMatchObject({ failure: { code: "too-large" } })
})

test("a long body of whatever kind holds nobody up", async () => {
  const bodies = [
    JSON.stringify({ text: "Words go on.\n".repeat(1_000_000) }),
    JSON.stringify({ text: "Слова идут.".repeat(700_000) }),
    `[${"[1,{}],".repeat(500_000)}0]`,
  ].map(text => Buffer.from(text))
  const stood = watchedLoop()
  for (const body of bodies) expect((await read(body)).ok).toBe(true)
  expect(stood()).toBeLessThan(200)
})
