import pg from "pg"
import { uuidv7 } from "uuidv7"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { inviteMember } from "../../lib/commands/invite-member.ts"
import { makeSetupLink } from "../../lib/db/setup-rows.ts"
import { accessTable } from "../commands/access-table.ts"
import { room } from "../commands/everybody.ts"
import { value } from "../queries/project.ts"
import { type Call, requestTo, routes } from "./caller.ts"
import { goodPassword } from "./person.ts"
import { Visitor } from "./visitor.ts"

const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/headers", () => ({ headers: async () => current.headers }))

const admin = new pg.Client(process.env["ADMIN_URL"])
beforeAll(async () => {
  vi.spyOn(console, "info").mockImplementation(() => {})
  await admin.connect()
})
afterAll(() => admin.end())

/** One line for each table with everything in it but how often somebody came. */
async function everything(): Promise<string> {
  const { rows: tables } = await admin.query(
    `SELECT relname AS name FROM pg_stat_user_tables WHERE relname NOT ILIKE 'rate%' ORDER BY 1`,
  )
  const lines: string[] = []
  for (const { name } of tables) {
    const table = admin.escapeIdentifier(name)
    const { rows } = await admin.query(`SELECT count(*), md5(string_agg(t::text, '' ORDER BY t::text)) FROM ${table} t`)
    lines.push(`${name} ${rows[0].count} ${rows[0].md5}`)
  }
  return lines.join("\n")
}

/** What rows are full of and no form says: that it is somebody else's, of another project, and what it grants. */
const smuggling = (id: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    "actorId userId ownerId reviewerId editorId authorId createdBy raisedBy answeredBy personId sessionId creatorId importedBy"
      .split(" ")
      .map(name => [name, id] as const),
  )

/** The tables in which something is that holds these words. */
async function holding(words: string): Promise<string[]> {
  const { rows } = await admin.query("SELECT relname AS name FROM pg_stat_user_tables")
  const found: string[] = []
  for (const { name } of rows) {
    const table = admin.escapeIdentifier(name)
    const { rowCount } = await admin.query(`SELECT 1 FROM ${table} t WHERE t::text LIKE $1 LIMIT 1`, [`%${words}%`])
    if (rowCount) found.push(name)
  }
  return found
}

/** Writes of which the body is a file and no JSON; tests/server/received-file.test.ts tries them. */
const files = ["POST projects/archive", "POST projects/archive/read"]

const writes = accessTable.filter(
  ({ at, name }) => /^(POST|DELETE) /.test(at) && !name.includes(",") && !files.includes(at),
)

/** Writes that only look at what they are sent. */
const storesNothing = [
  "POST projects/[projectId]/presence",
  "POST splitter",
  "POST projects/[projectId]/sources/read",
  "POST documents/[documentId]/versions/read",
  "POST documents/[documentId]/pre-annotations/read",
  "POST projects/[projectId]/documents/read",
  "POST projects/[projectId]/policy/preview",
  "POST projects/[projectId]/work/assign/preview",
]

/** Writes by people who are not signed in. */
const open = ["POST invitation/register", "POST setup", "POST sign-in/passkey", "POST unsubscribe/[token]"]

/** What anybody may read. */
const published = ["GET openapi.json", "GET schemas/claim-lines-1.json", "GET schemas/claims-1.json"]

test("every route is one that is tried here, as a write, a read or an open one, or is nothing's", () => {
  const tried = accessTable.map(({ at }) => at).filter(at => at.includes(" "))
  const nothing = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"].map(method => `${method} [...rest]`)
  const there = [...routes.keys()].sort()
  expect(there.length).toBeGreaterThan(45)
  expect([...new Set([...tried, ...open, ...nothing, ...published])].sort()).toEqual(there)
})

async function send(visitor: Visitor, call: Call) {
  const { request, context } = requestTo(visitor, call)
  current.headers = request.headers
  const response = await routes.get(call.at)!(request, context)
  const answer = (await response.json()) as { code?: string }
  return { status: response.status, code: answer.code ?? "ok", cache: response.headers.get("cache-control") }
}

/** What takes a file takes more than other writes do. */
const larger: Readonly<Record<string, number>> = {
  "POST projects/[projectId]/documents": 8_000_000,
  "POST projects/[projectId]/documents/read": 8_000_000,
  "POST documents/[documentId]/versions": 8_000_000,
  "POST documents/[documentId]/versions/read": 8_000_000,
  "POST projects/[projectId]/sources/[sourceId]/snapshots": 14_200_000,
  "POST projects/[projectId]/citation-style/upload": 2_400_000,
  "POST projects/[projectId]/sources/import": 48 * 1_048_576,
  "POST projects/[projectId]/sources/read": 48 * 1_048_576,
  "POST documents/[documentId]/pre-annotations": 24 * 1_048_576,
  "POST documents/[documentId]/pre-annotations/read": 24 * 1_048_576,
}

/** What another site, or somebody in a hurry, could try with an input that is good. */
function refusals(input: Readonly<Record<string, unknown>>, at: string) {
  const body = JSON.stringify(input)
  const limit = larger[at] ?? 1_048_576
  // White space around JSON means nothing, so that only its size can be what is wrong.
  const large = body + " ".repeat(limit)
  const unmeasured = () =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(large))
        controller.close()
      },
    })
  return [
    { why: "from another site", headers: { "sec-fetch-site": "cross-site" }, is: [403, "foreign-origin"] },
    { why: "from a sister site", headers: { "sec-fetch-site": "same-site" }, is: [403, "foreign-origin"] },
    {
      why: "from another origin in an older browser",
      headers: { "sec-fetch-site": "", origin: "https://evil.example" },
      is: [403, "foreign-origin"],
    },
    {
      why: "from an origin that hides its name",
      headers: { "sec-fetch-site": "", origin: "null" },
      is: [403, "foreign-origin"],
    },
    { why: "as a form sends it", headers: { "content-type": "text/plain" }, is: [415, "wrong-type"] },
    { why: "as a form", headers: { "content-type": "application/x-www-form-urlencoded" }, is: [415, "wrong-type"] },
    { why: "too large by its own word", headers: { "content-length": String(limit * 2) }, is: [413, "too-large"] },
    { why: "too large as read", body: unmeasured, is: [413, "too-large"] },
    { why: "that is no JSON", body: () => `${body}}`, is: [422, "invalid"] },
  ]
}

async function refusedAll(visitor: Visitor, at: string, input: Readonly<Record<string, unknown>>) {
  const before = await everything()
  for (const { why, headers = {}, body, is } of refusals(input, at)) {
    const answer = await send(visitor, { at, input, headers, ...(body && { body: body() }) })
    expect([answer.status, answer.code], why).toEqual(is)
    expect(answer.cache, why).toBe("no-store")
  }
  expect(await everything()).toBe(before)
}

test.each(writes.map(row => [row.at, row] as const))("%s", async (at, row) => {
  const place = await room()
  const by = place[row.good[0]!]
  const visitor = new Visitor()
  expect(await visitor.signIn(by.email, goodPassword)).toBeNull()
  const input = await row.make(place, by)
  await refusedAll(visitor, at, input)
  const before = await everything()
  const list = await send(visitor, { at, input, body: JSON.stringify([input]) })
  expect([list.status, list.code]).toEqual([422, "invalid"])
  expect(await send(new Visitor(), { at, input })).toMatchObject({ status: 401, code: "signed-out" })
  // Typed by somebody else, on a page that was made for them.
  const theirs = await send(visitor, { at, input, headers: { "x-apparatus-person": uuidv7() } })
  expect([theirs.status, theirs.code]).toEqual([409, "other-person"])
  expect(await everything()).toBe(before)
  const foreign = uuidv7()
  const smuggled = await send(visitor, { at, input: { ...smuggling(foreign), ...input } })
  expect([200, 422]).toContain(smuggled.status)
  expect(await holding(foreign), "what nobody asked for by name").toEqual([])
  if (smuggled.status === 422)
    expect(await send(visitor, { at, input })).toMatchObject({ status: 200, code: "ok", cache: "no-store" })
  expect((await everything()) === before).toBe(storesNothing.includes(at))
})

test("the parts of an address win over what the body says", async () => {
  const row = accessTable.find(({ name }) => name === "giveAnnotation")!
  const [mine, theirs] = [await room(), await room()]
  const visitor = new Visitor()
  expect(await visitor.signIn(mine.reviewer.email, goodPassword)).toBeNull()
  const input = await row.make(theirs, mine.reviewer)
  const own = await row.make(mine, mine.reviewer)
  const body = JSON.stringify(own)
  expect(await send(visitor, { at: row.at, input, body })).toMatchObject({ status: 404, code: "not-found" })
  expect(await send(visitor, { at: row.at, input: own })).toMatchObject({ status: 200 })
})

test("what is not signed in either can't be sent by another site: registering", async () => {
  const { owner, projectId } = await room()
  const offer = { projectId, id: uuidv7(), role: "reader", note: "", requestId: uuidv7() }
  const secret = value(await inviteMember(owner, offer))
    .path!.split("/")
    .at(-1)!
  const words = { name: "New", email: `new-${uuidv7()}@example.org`, password: goodPassword }
  const input = { ...words, secret, requestId: uuidv7() }
  await refusedAll(new Visitor(), "POST invitation/register", input)
  expect(await send(new Visitor(), { at: "POST invitation/register", input })).toMatchObject({ status: 200 })
})

test("nor can the first account be made by another site", async () => {
  expect(await makeSetupLink(new Date())).toBeNull()
  const input = { name: "First", email: "first@example.org", password: goodPassword, secret: "x".repeat(43) }
  await refusedAll(new Visitor(), "POST setup", input)
  expect(await send(new Visitor(), { at: "POST setup", input })).toMatchObject({ status: 410, code: "setup-spent" })
})

test("an address at which there is nothing says so, whoever asks", async () => {
  for (const [at, handler] of routes) {
    if (!at.endsWith("[...rest]")) continue
    const request = new Request("http://127.0.0.1:3000/api/v1/nothing", { method: at.split(" ")[0]! })
    expect((await handler(request, { params: Promise.resolve({}) })).status, at).toBe(404)
  }
})
