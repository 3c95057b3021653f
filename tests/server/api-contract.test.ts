import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import { uuidv7 } from "uuidv7"
import { beforeAll, beforeEach, expect, test, vi } from "vitest"
import { addresses, type OperationId, takesFile } from "../../lib/api/addresses.ts"
import { type DocumentedOperation, openApi } from "../../lib/api/openapi.ts"
import { forgetTurns } from "../../lib/server/rate-limit.ts"
import type { Input, Row } from "../commands/access-row.ts"
import { accessTable } from "../commands/access-table.ts"
import { type Room, room } from "../commands/everybody.ts"
import { type Call, requestTo, routes } from "./caller.ts"
import { goodPassword } from "./person.ts"
import { Visitor } from "./visitor.ts"

const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/headers", () => ({ headers: async () => current.headers }))

process.env["FETCH_FROM_WEB"] = "off"

beforeAll(() => {
  vi.spyOn(console, "info").mockImplementation(() => {})
})

// Schemas of requests are strict by themselves; keywords of OpenAPI beside them are none of the validator's business.
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addFormat("base64", /^[A-Za-z0-9+/]*={0,2}$/)
ajv.addSchema({ $id: "api", components: openApi().components })

const operations = Object.values(openApi().paths).flatMap(path => Object.values(path))
const named = (id: string) => operations.find(({ operationId }) => operationId === id)!

const checks = new Map<string, ReturnType<typeof ajv.compile>>()

/** What is wrong with `value` by a schema of the document; nothing when it fits. */
function misfit(schema: unknown, value: unknown): string[] {
  const local = JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/')
  const check = checks.get(local) ?? ajv.compile(JSON.parse(local))
  checks.set(local, check)
  return check(value) ? [] : check.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** The schema that the document declares for an answer; fails when it declares none for its status and type. */
function declared({ operationId, responses }: DocumentedOperation, response: Response): unknown {
  const said = responses[response.status] as { $ref?: string; content?: Content } | undefined
  expect(said, `${operationId} answers ${response.status}, which is not declared`).toBeDefined()
  const name = said!.$ref?.split("/").at(-1)
  const { content } = (name ? openApi().components.responses[name] : said) as { content: Content }
  const type = (response.headers.get("content-type") ?? "").split(";")[0]!
  const found = content[type] ?? content["*/*"]
  expect(found, `${operationId} answers ${type} with ${response.status}, which is not declared`).toBeDefined()
  return found!.schema
}
type Content = Readonly<Record<string, { readonly schema: unknown }>>

/** Send a call, and hold the answer against the document. */
async function send(visitor: Visitor, call: Call): Promise<{ status: number; code: string | undefined }> {
  const { request, context } = requestTo(visitor, call)
  current.headers = request.headers
  const operation = operations.find(({ operationId }) => addresses[operationId] === call.at)!
  const response = await routes.get(call.at)!(request, context)
  const schema = declared(operation, response)
  const type = response.headers.get("content-type") ?? ""
  if (!/[/+]json(;|$)/.test(type)) {
    await response.body?.cancel()
    return { status: response.status, code: undefined }
  }
  const answer = (await response.json()) as { code?: string } | null
  expect(misfit(schema, answer), `${operation.operationId} ${response.status} ${answer?.code ?? ""}`).toEqual([])
  return { status: response.status, code: answer?.code }
}

/** The same input with every id of the address one that nothing has. */
function elsewhere(at: string, input: Input): Input {
  const parts = [...at.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!)
  return { ...input, ...Object.fromEntries(parts.map(name => [name, name === "revision" ? 999_999 : uuidv7()])) }
}

const rowOf = (id: OperationId): Row | undefined =>
  accessTable.find(({ name, at }) => name.split(",")[0] === id && at === addresses[id])

/** Tried by themselves below: there is nothing to sign in for, or nothing but a link. */
const apart = [
  "beginPasskeySignIn",
  "createOwner",
  "exportLineSchema",
  "exportSchema",
  "openApi",
  "registerByInvitation",
  "unsubscribe",
]

test("every operation of the document is walked here", () => {
  const without = operations.filter(({ operationId }) => !rowOf(operationId)).map(({ operationId }) => operationId)
  expect(without.sort()).toEqual(apart)
})

let shared: Room
beforeAll(async () => {
  shared = await room()
})

// So many writes in a minute would be too many for one person.
beforeEach(() => forgetTurns("write", shared.owner.id))

const visitors = new Map<string, Visitor>()
async function visitorOf(email: string): Promise<Visitor> {
  const visitor = visitors.get(email) ?? new Visitor()
  if (!visitors.has(email)) expect(await visitor.signIn(email, goodPassword)).toBeNull()
  visitors.set(email, visitor)
  return visitor
}

/** What leaves a project or an account in a state in which others can't be tried. */
const alone: readonly string[] = [
  "deleteAccount",
  "signOut",
  "changePassword",
  "endOtherSessions",
  "confirmSecondFactor",
  "renewRecoveryCodes",
  "removeSecondFactor",
  "addPasskey",
  "removePasskey",
  "removeMember",
  "changeRole",
  "chooseBlindness",
  "chooseDocumentBlindness",
]

const walked = operations.map(({ operationId }) => operationId).filter(id => !apart.includes(id) && !(id in takesFile))

/** These two ask for nothing and read nothing. */
const unread: readonly string[] = ["signOut", "endOtherSessions"]

test.each(walked)("%s", async id => {
  const operation = named(id)
  const { at, good, make } = rowOf(id)!
  const reads = at.startsWith("GET ")
  const place = alone.includes(id) ? await room() : shared
  const by = place[good.includes("owner") ? "owner" : good[0]!]
  const visitor = await visitorOf(by.email)
  const input = await make(place, by)

  expect(await send(new Visitor(), { at, input })).toEqual({ status: 401, code: "signed-out" })
  // Ids that nothing has, where the address has any.
  if (at.includes("Id]")) expect((await send(visitor, { at, input: elsewhere(at, input) })).status).toBe(404)
  if (reads) await refusedWords(visitor, operation, input)
  else {
    const schema = operation.requestBody!.content["application/json"]!.schema
    if (schema["additionalProperties"] === false && !unread.includes(id)) {
      const garbage = JSON.stringify({ nothing: "of the kind" })
      expect(await send(visitor, { at, input, body: garbage })).toEqual({ status: 422, code: "invalid" })
    }
    expect(await send(visitor, { at, input, body: "{" })).toEqual({ status: 422, code: "invalid" })
    expect(await send(visitor, { at, input, body: "[]" })).toEqual({ status: 422, code: "invalid" })
    expect(await send(visitor, { at, input, headers: { "content-type": "text/plain" } })).toMatchObject({ status: 415 })
    const parts = operation.parameters.map(({ name }) => name)
    const body = Object.fromEntries(Object.entries(input).filter(([name]) => !parts.includes(name)))
    expect(misfit(schema, body), "what is good").toEqual([])
  }
  // No test asks the internet for anything.
  const done = id === "fetchedFile" ? { status: 422, code: "fetch-refused" } : { status: 200 }
  expect(await send(visitor, { at, input })).toMatchObject(done)
})

/** A word that a parameter does not know is refused, whichever parameter it is. */
async function refusedWords(visitor: Visitor, { operationId, parameters }: DocumentedOperation, input: Input) {
  for (const { name, in: where, schema } of parameters) {
    if (where !== "query") continue
    const wrong = schema["type"] === "integer" ? "many" : (schema["enum"] ?? schema["format"]) ? "no-such-word" : null
    if (wrong === null) continue
    const answer = await send(visitor, { at: addresses[operationId], input: { ...input, [name]: wrong } })
    expect(answer, `${name}=${wrong}`).toEqual({ status: 422, code: "invalid" })
  }
}

test("an operation takes the tokens and the sessions that its route takes", () => {
  for (const { operationId, security } of operations) {
    const { admits } = routes.get(addresses[operationId]) as unknown as { admits: string | null }
    const token = security.find(one => one["token"])?.["token"]?.[0]
    expect(token ?? (security.length > 0 ? "session" : null), operationId).toBe(admits)
  }
})

test("what is published can be had by anybody, as it is declared", async () => {
  for (const id of ["exportLineSchema", "exportSchema", "openApi"] as const)
    expect(await send(new Visitor(), { at: addresses[id], input: {} })).toEqual({ status: 200, code: undefined })
})

test("a long write that tells how far it is does so in the type that is declared, and ends with what is declared", async () => {
  const { at, make } = rowOf("addDocument")!
  const visitor = await visitorOf(shared.owner.email)
  const input = await make(shared, shared.owner)
  const { request, context } = requestTo(visitor, { at, input, headers: { accept: "application/x-ndjson" } })
  current.headers = request.headers
  const response = await routes.get(at)!(request, context)
  declared(named("addDocument"), response)
  const last = JSON.parse((await response.text()).trim().split("\n").at(-1)!) as { status: number; body: unknown }
  expect(last.status).toBe(200)
  const plain = declared(named("addDocument"), Response.json({}))
  expect(misfit(plain, last.body)).toEqual([])
})

test("what takes a file takes nothing else, from nobody who is not signed in", async () => {
  const visitor = await visitorOf(shared.owner.email)
  for (const id of ["importProject", "inspectArchive"] as const) {
    const at = addresses[id]
    expect(Object.keys(named(id).requestBody!.content)).toEqual([takesFile[id]])
    expect(await send(new Visitor(), { at, input: {} })).toEqual({ status: 401, code: "signed-out" })
    expect(await send(visitor, { at, input: {} })).toEqual({ status: 415, code: "wrong-type" })
    const headers = { "content-type": takesFile[id] }
    expect(await send(visitor, { at, input: {}, headers, body: "no archive" })).toMatchObject({ status: 422 })
  }
})

test("links and forms of people without an account are refused as it is declared", async () => {
  const secret = "x".repeat(43)
  const words = { name: "New", email: `new-${uuidv7()}@example.org`, password: goodPassword }
  const open = (id: OperationId, input: Input) => send(new Visitor(), { at: addresses[id], input })
  expect(await open("createOwner", { ...words, secret })).toMatchObject({ status: 410, code: "setup-spent" })
  expect(await open("registerByInvitation", { ...words, secret, requestId: uuidv7() })).toMatchObject({ status: 410 })
  expect(await open("registerByInvitation", {})).toEqual({ status: 422, code: "invalid" })
  expect(await open("unsubscribe", { token: "nobody" })).toEqual({ status: 404, code: "not-found" })
})
