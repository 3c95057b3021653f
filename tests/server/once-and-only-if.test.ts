import fc from "fast-check"
import { uuidv7 } from "uuidv7"
import { beforeEach, expect, test, vi } from "vitest"
import { database } from "../../lib/db/client.ts"
import { emptyRationale } from "../../lib/domain/rationale.ts"
import { requestIdOf } from "../../lib/server/request-id.ts"
import { forced } from "../commands/forced.ts"
import { document, member, project } from "../queries/project.ts"
import { Program, tokenOf } from "./bearer.ts"

vi.mock("next/headers", () => ({ headers: async () => new Headers() }))
beforeEach(() => void vi.spyOn(console, "info").mockImplementation(() => {}))

const at = "POST documents/[documentId]/annotation"

async function room() {
  const { owner, projectId } = await project()
  const reviewer = await member(owner, projectId, "reviewer", "Ann Okafor")
  const { id: documentId, units } = await document(owner, projectId)
  const label = { label: "speculative", confidence: "high", rationale: emptyRationale }
  return {
    owner: new Program((await tokenOf(owner)).token),
    program: new Program((await tokenOf(reviewer)).token),
    projectId,
    documentId,
    input: { documentId, unitId: units[0]!.id, id: uuidv7(), seen: null, ...label },
  }
}

test("the same key twice is one change, and the second answer says so", async () => {
  const { program, input, documentId } = await room()
  const key = { "idempotency-key": '"a line of the log, 1912"' }
  const first = await program.ask(at, input, key)
  const second = await program.ask(at, input, key)
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.body).toEqual({ revision: first.body["revision"], repeated: true })
  expect(first.headers.get("idempotency-replayed")).toBeNull()
  expect(second.headers.get("idempotency-replayed")).toBe("true")
  expect(await database().annotation.count({ where: { documentId } })).toBe(1)
  const other = await program.ask(at, { ...input, label: "disputed" }, key)
  expect([other.status, other.body["code"]]).toEqual([422, "request-reused"])
})

test("two with one key at once are one change, whichever comes first", async () => {
  const { program, input, documentId } = await room()
  const call = async () => {
    const { status, body } = await program.ask(at, input, { "idempotency-key": "once" })
    return { ok: true as const, value: { status, ...body } }
  }
  const hold = 'SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE'
  const both = (await forced(hold, [documentId], [call, call])).map(each => each.ok && each.value)
  expect(both).toContainEqual(expect.objectContaining({ status: 200, repeated: false }))
  expect(both).toContainEqual(expect.objectContaining({ status: 200, repeated: true }))
  expect(await database().annotation.count({ where: { documentId } })).toBe(1)
})

test("the body and the key may say the same, and are refused when they don't", async () => {
  const { program, input } = await room()
  const requestId = uuidv7()
  const says = async (requestId: string | undefined, key: string) => {
    const { status, body } = await program.ask(
      at,
      { ...input, ...(requestId && { requestId }) },
      { "idempotency-key": key },
    )
    return [status, (body["issues"] as { path: string }[] | undefined)?.[0]?.path]
  }
  expect(await says(requestId, uuidv7())).toEqual([422, "requestId"])
  expect(await says(undefined, "")).toEqual([422, "Idempotency-Key"])
  expect(await says(undefined, "x".repeat(256))).toEqual([422, "Idempotency-Key"])
  expect(await says(undefined, 'half "quoted')).toEqual([422, "Idempotency-Key"])
  expect(await says(requestId, `"${requestId.toUpperCase()}"`)).toEqual([200, undefined])
})

test("without a key a program needs no request id; where none is taken, a key changes nothing", async () => {
  const { program, input } = await room()
  expect((await program.ask(at, input)).status).toBe(200)
  const name = await program.ask("POST account/name", { name: "Somebody" }, { "idempotency-key": "k" })
  expect(name.status).toBe(200)
})

test("a key that is no id stands for one of version 8, another for each account", () => {
  const keys = fc.stringMatching(/^[\x20-\x7e]{1,255}$/)
  fc.assert(
    fc.property(keys, fc.uuid(), fc.uuid(), fc.uuid(), (key, mine, theirs, id) => {
      const made = requestIdOf(key, mine)
      expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(requestIdOf(key, mine)).toBe(made)
      if (mine !== theirs) expect(requestIdOf(key, theirs)).not.toBe(made)
      expect(requestIdOf(`${key}.`, mine)).not.toBe(made)
      expect(requestIdOf(id.toUpperCase(), mine)).toBe(id)
    }),
  )
})

test("a read has a tag that holds its version; who knows it gets no body", async () => {
  const { owner, projectId } = await room()
  const first = await owner.ask("GET projects/[projectId]", { projectId })
  const tag = first.headers.get("etag")!
  expect(tag).toMatch(/^"1\.[\w-]{22}"$/)
  const known = await owner.ask("GET projects/[projectId]", { projectId }, { "if-none-match": `"x", W/${tag}` })
  expect([known.status, known.text, known.headers.get("etag")]).toEqual([304, "", tag])
  const words = { projectId, name: "Renamed", description: "" }
  expect((await owner.ask("POST projects/[projectId]", words, { "if-match": tag })).status).toBe(200)
  const after = await owner.ask("GET projects/[projectId]", { projectId }, { "if-none-match": tag })
  expect(after.status).toBe(200)
  expect(after.headers.get("etag")).toMatch(/^"2\./)
  // No version of its own: a hash alone.
  const list = await owner.ask("GET projects")
  expect(list.headers.get("etag")).toMatch(/^"\.[\w-]{22}"$/)
})

test("a write with If-Match is made on that state or not at all, and says what stands instead", async () => {
  const { owner, projectId } = await room()
  const change = (name: string, match: string, more = {}) =>
    owner.ask("POST projects/[projectId]", { projectId, name, description: "", ...more }, { "if-match": match })
  const issue = async (answer: ReturnType<typeof change>) => {
    const { status, body } = await answer
    return [status, (body["issues"] as { path: string }[] | undefined)?.[0]?.path]
  }
  expect((await change("One", '"1"')).status).toBe(200)
  const late = await change("Two", '"1.whatever"')
  expect(late.status).toBe(412)
  expect(late.body).toMatchObject({ code: "conflict", status: 412, current: { name: "One", version: 2 } })
  // In the body it is a conflict as ever.
  const bare = { projectId, name: "Two", description: "", version: 1 }
  expect((await owner.ask("POST projects/[projectId]", bare)).status).toBe(409)
  expect(await issue(change("Two", '"2"', { version: 1 }))).toEqual([422, "If-Match"])
  expect(await issue(change("Two", 'W/"2"'))).toEqual([422, "If-Match"])
  expect(await issue(change("Two", '"2", "3"'))).toEqual([422, "If-Match"])
  expect(await issue(change("Two", '".abc"'))).toEqual([422, "If-Match"])
  expect(await issue(change("Two", "*"))).toEqual([422, "version"])
  expect((await change("Two", "*", { version: 2 })).status).toBe(200)
})

test("where a state is told by an id, If-Match holds the id; where there is none, it is refused", async () => {
  const { program, input } = await room()
  expect((await program.ask(at, input)).status).toBe(200)
  const { seen: _, ...again } = { ...input, id: uuidv7(), label: "disputed" }
  expect((await program.ask(at, again, { "if-match": `"${uuidv7()}"` })).status).toBe(412)
  expect((await program.ask(at, again, { "if-match": `"${input.id}"` })).status).toBe(200)
  const none = await program.ask("POST account/name", { name: "X" }, { "if-match": '"1"' })
  expect([none.status, none.body["code"]]).toEqual([422, "invalid"])
})
