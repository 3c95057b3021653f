import { uuidv7 } from "uuidv7"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { changeName } from "../../lib/commands/change-name.ts"
import { changePassword } from "../../lib/commands/change-password.ts"
import { endOtherSessions } from "../../lib/commands/end-other-sessions.ts"
import { makeToken } from "../../lib/commands/make-token.ts"
import { withdrawToken } from "../../lib/commands/withdraw-token.ts"
import { database } from "../../lib/db/client.ts"
import { accessToken, mostTokens } from "../../lib/domain/access-token.ts"
import { account } from "../../lib/queries/account.ts"
import { takeTurn } from "../../lib/server/rate-limit.ts"
import { signedIn } from "../commands/everybody.ts"
import { forced } from "../commands/forced.ts"
import { code, project, value } from "../queries/project.ts"
import { Program, tokenOf } from "./bearer.ts"
import { goodPassword, person } from "./person.ts"
import { Visitor } from "./visitor.ts"

const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/headers", () => ({ headers: async () => current.headers }))

const start = new Date("2026-03-02T08:00:00Z")
const later = (minutes: number) => vi.setSystemTime(new Date(start.getTime() + minutes * 60_000))
const day = 24 * 60

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: start })
  vi.spyOn(console, "info").mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const wish = (more: object = {}) => ({ id: uuidv7(), name: "A script", scopes: ["read"], days: 30, ...more })
const reads = async (program: Program) => {
  const { status, body } = await program.ask("GET projects")
  return status === 200 ? "ok" : body["code"]
}

test("a token acts as its owner, and nothing of it is stored but a hash", async () => {
  const { owner, projectId } = await project()
  const { token, id } = await tokenOf(owner)
  const { body } = await new Program(token).ask("GET projects")
  expect(JSON.stringify(body)).toContain(projectId)
  const row = await database().accessToken.findUniqueOrThrow({ where: { id } })
  expect(JSON.stringify({ ...row, secretHash: Buffer.from(row.secretHash).toString("utf8") })).not.toContain(token)
  expect(row.secretHash.byteLength).toBe(32)
})

test("a token counts until it expires, and not a second longer", async () => {
  const program = new Program((await tokenOf(await person(), { days: 1 })).token)
  later(day - 1)
  expect(await reads(program)).toBe("ok")
  later(day)
  expect(await reads(program)).toBe("token-invalid")
})

test("a withdrawn token is refused at its next request; nobody else can withdraw it", async () => {
  const [owner, other] = [await person(), await person()]
  const { id, token } = await tokenOf(owner)
  const program = new Program(token)
  expect(code(await withdrawToken(other, { tokenId: id }))).toBe("not-found")
  expect(await reads(program)).toBe("ok")
  expect(code(await withdrawToken(owner, { tokenId: id }))).toBe("ok")
  expect(await reads(program)).toBe("token-invalid")
  expect(code(await withdrawToken(owner, { tokenId: id }))).toBe("not-found")
  expect(value(await account(owner)).tokens).toEqual([])
})

test("that it was used is noted, at most once a minute", async () => {
  const owner = await person()
  const program = new Program((await tokenOf(owner)).token)
  const used = async () => value(await account(owner)).tokens[0]?.lastUsedAt?.getTime()
  expect(await used()).toBeUndefined()
  await reads(program)
  expect(await used()).toBe(start.getTime())
  later(0.9)
  await reads(program)
  expect(await used()).toBe(start.getTime())
  later(1)
  await reads(program)
  expect(await used()).toBe(start.getTime() + 60_000)
})

test("what a token says counts alone: neither the cookie beside it, nor where it comes from", async () => {
  const [somebody, other] = [await person(), await person()]
  const visitor = new Visitor()
  await visitor.signIn(other.email, goodPassword)
  current.headers = visitor.headers()
  const cookie = { cookie: visitor.headers().get("cookie")! }
  const foreign = { ...cookie, "sec-fetch-site": "cross-site", origin: "https://evil.example" }
  const program = new Program((await tokenOf(somebody)).token)
  expect((await program.ask("POST account/name", { name: "By token" }, foreign)).status).toBe(200)
  expect(value(await account(somebody)).name).toBe("By token")
  expect(value(await account(other)).name).toBe(other.name)
  const wrong = new Program(accessToken(new Uint8Array(32)))
  expect((await wrong.ask("POST account/name", { name: "By cookie" }, cookie)).status).toBe(401)
  expect(value(await account(other)).name).toBe(other.name)
})

test("a new password withdraws all tokens; ending other sessions leaves them", async () => {
  const me = await signedIn(await person())
  const programs = [new Program((await tokenOf(me)).token), new Program((await tokenOf(me)).token)]
  value(await endOtherSessions(me, {}))
  expect(await reads(programs[0]!)).toBe("ok")
  const change = { current: goodPassword, next: "four louder libraries" }
  expect(value(await changePassword(me, change))).toMatchObject({ withdrawn: 2 })
  expect(await Promise.all(programs.map(reads))).toEqual(["token-invalid", "token-invalid"])
})

test("an account has at most fifty that count, also when two are made at once", async () => {
  const somebody = await person()
  const owner = await signedIn(somebody)
  for (let at = 1; at < mostTokens; at++) value(await makeToken(owner, wish()))
  const hold = 'SELECT 1 FROM "User" WHERE id = $1 FOR UPDATE'
  const both = await forced(hold, [owner.id], [() => makeToken(owner, wish()), () => makeToken(owner, wish())])
  expect(both.map(code).sort()).toEqual(["ok", "tokens-full"])
  later(31 * day)
  expect(code(await makeToken(await signedIn(somebody), wish()))).toBe("ok")
  expect(
    value(await account(owner))
      .tokens.map(({ expired }) => expired)
      .sort(),
  ).toEqual([false, ...Array(mostTokens).fill(true)])
  later(62 * day)
  value(await makeToken(await signedIn(somebody), wish()))
  expect(value(await account(owner)).tokens.length).toBe(2)
})

test("what a token may be is checked, and one that was made can't be told again", async () => {
  const owner = await signedIn(await person())
  const trial = async (more: object) => {
    const made = await makeToken(owner, wish(more))
    return made.ok ? "ok" : made.failure.code === "invalid" ? made.failure.issues[0]!.path : made.failure.code
  }
  const id = uuidv7()
  expect(await trial({ id })).toBe("ok")
  expect(await trial({ id })).toBe("request-reused")
  expect(await trial({ days: 366 })).toBe("days")
  expect(await trial({ days: 365 })).toBe("ok")
  expect(await trial({ days: 0 })).toBe("days")
  expect(await trial({ scopes: [] })).toBe("scopes")
  expect(await trial({ scopes: ["admin"] })).toBe("scopes.0")
  expect(await trial({ name: " " })).toBe("name")
})

test("wrong tokens are counted by address, and no right one is kept out by them", async () => {
  const [visitor, elsewhere] = [new Visitor("192.0.2.77"), new Visitor("192.0.2.78")]
  const wrong = (visitor: Visitor) => reads(new Program("apparatus_wrong", visitor))
  for (let at = 0; at < 60; at++) expect(await wrong(visitor)).toBe("token-invalid")
  expect(await wrong(visitor)).toBe("too-often")
  expect(await wrong(elsewhere)).toBe("token-invalid")
  expect(await reads(new Program((await tokenOf(await person())).token, visitor))).toBe("ok")
})

test("answers say how often one may still come, and when again", async () => {
  const owner = await person()
  const program = new Program((await tokenOf(owner)).token)
  const limits = async (at: string, input = {}) => {
    const { headers } = await program.ask(at, input)
    return [headers.get("ratelimit-policy"), headers.get("ratelimit"), headers.get("retry-after")]
  }
  expect(await limits("GET projects")).toEqual(['"token-read";q=1200;w=60', '"token-read";r=1199;t=60', null])
  expect(await limits("POST account/name", { name: "X" })).toEqual(['"write";q=600;w=60', '"write";r=599;t=60', null])
  for (let at = 0; at < 1_199; at++) await takeTurn("token-read", owner.id)
  expect(await limits("GET projects")).toEqual(['"token-read";q=1200;w=60', '"token-read";r=0;t=60', "60"])
  // Its writes and its owner's pages have turns of their own.
  expect(code(await changeName(owner, { name: "Y" }))).toBe("ok")
  expect((await program.ask("POST account/name", { name: "Z" })).status).toBe(200)
})

test("a refusal has what RFC 9457 asks for, beside what it had", async () => {
  const { status, headers, body } = await new Program("apparatus_0").ask("GET projects")
  expect(headers.get("content-type")).toBe("application/problem+json")
  expect(body).toMatchObject({
    type: "/problems#token-invalid",
    title: "Token invalid",
    status,
    detail: body["sentence"],
    code: "token-invalid",
  })
})
