import pg from "pg"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { noteOwn } from "../../lib/db/account-event-rows.ts"
import { database } from "../../lib/db/client.ts"
import { ownAccount } from "../../lib/db/pass.ts"
import { accountEvents as kinds } from "../../lib/domain/account-event.ts"
import { ok } from "../../lib/domain/failure.ts"
import { accountEvents } from "../../lib/queries/account-events.ts"
import { room, signedIn } from "../commands/everybody.ts"
import { value } from "../queries/project.ts"
import { codeOf } from "../support/app-codes.ts"
import { Program, tokenOf } from "./bearer.ts"
import { requestTo, routes } from "./caller.ts"
import { goodPassword, person } from "./person.ts"
import { Visitor } from "./visitor.ts"

const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/headers", () => ({ headers: async () => current.headers }))

const admin = new pg.Client(process.env["ADMIN_URL"])
beforeAll(() => admin.connect())
afterAll(() => admin.end())
beforeEach(() => {
  vi.spyOn(console, "info").mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())

async function send(visitor: Visitor, at: string, input: object = {}) {
  const { request, context } = requestTo(visitor, { at, input: { ...input } })
  request.headers.set("x-request-id", "request-17")
  current.headers = request.headers
  return (await routes.get(at)!(request, context)).json() as Promise<Record<string, unknown>>
}

/** What is written down of somebody, the oldest first: the kind, with a mark for what was refused, and the detail. */
async function told(somebody: { readonly id: string }): Promise<string[]> {
  const rows = await database().accountEvent.findMany({ where: { userId: somebody.id }, orderBy: { id: "asc" } })
  return rows.map(({ kind, refused, detail }) => `${refused ? "✗ " : ""}${kind} ${detail}`.trim())
}

test("what decides who gets in is written down, done or refused, and nothing secret with it", async () => {
  const user = await person()
  const visitor = new Visitor()
  await visitor.signIn(user.email, "a secret typed wrong")
  expect(await visitor.signIn(user.email, goodPassword)).toBeNull()
  const { words } = await send(visitor, "POST account/second-factor")
  const { recoveryCodes } = await send(visitor, "POST account/second-factor/confirm", {
    code: codeOf(String(words), -1),
  })
  const [code] = recoveryCodes as string[]
  const other = new Visitor("192.0.2.9")
  await other.signIn(user.email, goodPassword)
  await other.signIn(user.email, goodPassword, "nonsense")
  await other.signIn(user.email, goodPassword, codeOf(String(words)))
  await other.signIn(user.email, goodPassword, code)
  await send(visitor, "POST account/second-factor/recovery-codes")
  const proof = { password: goodPassword, code: codeOf(String(words), 1) }
  await send(visitor, "POST account/proof", { ...proof, password: "another wrong one" })
  await send(visitor, "POST account/proof", proof)
  const id = crypto.randomUUID()
  const { token } = await send(visitor, "POST account/tokens", { id, name: "A script", scopes: ["read"], days: 1 })
  await send(visitor, "DELETE account/tokens/[tokenId]", { tokenId: id })
  await send(visitor, "DELETE account/sessions")
  await send(visitor, "DELETE account/second-factor")
  const next = "four louder libraries"
  await send(visitor, "POST account/password", { current: "no such password", next })
  await send(visitor, "POST account/password", { current: goodPassword, next })
  await send(visitor, "POST account/sign-out")
  expect(await told(user)).toEqual([
    "✗ sign-in sign-in-wrong",
    "sign-in password",
    "second-factor-on",
    "code-asked",
    "✗ sign-in code-wrong",
    "sign-in password-and-code",
    "recovery-code-used",
    "sign-in password-and-recovery-code",
    "recovery-codes-renewed",
    "✗ proof password-wrong",
    "proof password-and-code",
    "token-made read",
    "token-withdrawn",
    "other-sessions-ended",
    "second-factor-off",
    "✗ password-changed password-wrong",
    "password-changed",
    "sign-out",
  ])
  const rows = await database().accountEvent.findMany({ where: { userId: user.id } })
  const all = JSON.stringify(rows)
  for (const secret of ["a secret typed wrong", goodPassword, next, String(words), code!, String(token), user.email])
    expect(all).not.toContain(secret)
  expect(new Set(rows.map(({ address }) => address))).toEqual(new Set(["192.0.2.1", "192.0.2.9"]))
  expect(rows.every(({ userAgent }) => userAgent.includes("Firefox"))).toBe(true)
  expect(rows.find(({ kind }) => kind === "token-made")).toMatchObject({ requestId: "request-17" })
})

test("a failed sign-in to an account that there is not is written down without a name", async () => {
  const count = () => database().accountEvent.count({ where: { userId: null, kind: "sign-in", refused: true } })
  const before = await count()
  await new Visitor().signIn("nobody-here@example.org", "some password")
  expect(await count()).toBe(before + 1)
  expect(JSON.stringify(await database().accountEvent.findMany())).not.toContain("nobody-here")
})

test("refusals for want of rights are written down: of a role, of strangers, of a token's scope", async () => {
  const { reader, stranger, owner, projectId } = await room()
  const visitor = new Visitor()
  expect(await visitor.signIn(reader.email, goodPassword)).toBeNull()
  const words = { projectId, name: "Mine now", description: "", version: 1, requestId: crypto.randomUUID() }
  expect((await send(visitor, "POST projects/[projectId]", words))["code"]).toBe("forbidden")
  expect(await visitor.signIn(stranger.email, goodPassword)).toBeNull()
  expect((await send(visitor, "GET projects/[projectId]", { projectId }))["code"]).toBe("not-found")
  const program = new Program((await tokenOf(owner, { scopes: ["read"] })).token)
  await program.ask("POST projects/[projectId]", words)
  await program.ask("POST account/tokens", {})
  await new Program("nonsense").ask("GET projects")
  expect(await database().accountEvent.count({ where: { userId: null, detail: "token-invalid" } })).toBe(1)
  await vi.waitFor(async () => {
    expect(await told(reader)).toContain("✗ access project.edit")
    expect(await told(stranger)).toContain("✗ access not-a-member")
    expect(await told(owner)).toEqual(
      expect.arrayContaining(["✗ access scope-missing manage", "✗ access token-refused"]),
    )
  })
  expect(await database().accountEvent.findFirst({ where: { userId: reader.id, refused: true } })).toMatchObject({
    projectId,
    address: "192.0.2.1",
  })
  expect(JSON.stringify(await database().accountEvent.findMany({ where: { projectId } }))).not.toContain("Mine now")
})

test("of many refusals in a minute thirty are written down, so that nobody fills the disk with them", async () => {
  const { stranger, projectId } = await room()
  const visitor = new Visitor()
  expect(await visitor.signIn(stranger.email, goodPassword)).toBeNull()
  for (let n = 0; n < 40; n++) await send(visitor, "GET projects/[projectId]", { projectId })
  const count = () => database().accountEvent.count({ where: { userId: stranger.id, kind: "access" } })
  await vi.waitFor(async () => expect(await count()).toBeGreaterThanOrEqual(30))
  // A new minute may have begun meanwhile.
  expect([30, 40]).toContain(await count())
})

test("what is refused for another reason, or rolled back, leaves no trace of having been done", async () => {
  const user = await signedIn(await person())
  await ownAccount(user, async pass => {
    await noteOwn(pass, "second-factor-on")
    return { ok: false, failure: { code: "code-wrong" } }
  })
  expect(await told(user)).toEqual([])
})

test("everybody sees their own alone, page by page, the newest first", async () => {
  const [me, other] = [await person(), await person()]
  for (const somebody of [me, other])
    for (let n = 0; n < 20; n++)
      await ownAccount(somebody, async pass => {
        await noteOwn(pass, "proof", `${n} of ${somebody.id}`)
        return ok(null)
      })
  const first = value(await accountEvents(me))
  const second = value(await accountEvents(me, first.after!))
  const words = [...first.rows, ...second.rows].map(row => row.words)
  expect(words).toEqual(Array.from({ length: 20 }, (_, n) => `Confirmed that it is you: ${19 - n} of ${me.id}`))
  expect(second.after).toBeNull()
  expect(await accountEvents(me, "nonsense")).toMatchObject({ ok: false, failure: { code: "invalid" } })
})

test("events are only added, whoever is connected, and go after 180 days", async () => {
  const user = await person()
  const insert = `INSERT INTO "AccountEvent" (id, at, "userId", kind, refused) VALUES (gen_random_uuid(), now() - $1 * interval '1 day', $2, 'proof', false)`
  const app = new pg.Client(process.env["DATABASE_URL"])
  await app.connect()
  for (const days of [181, 179, 0]) await app.query(insert, [days, user.id])
  const tried = (client: pg.Client, sql: string) =>
    client.query(sql).then(
      () => "done",
      (error: { code: string }) => error.code,
    )
  for (const sql of [
    `UPDATE "AccountEvent" SET detail = 'other'`,
    `DELETE FROM "AccountEvent"`,
    `TRUNCATE "AccountEvent"`,
  ])
    for (const client of [app, admin]) expect(await tried(client, sql), sql).toBe("42501")
  await app.query("SELECT forget_account_events()")
  await app.end()
  expect(await told(user)).toEqual(["proof", "proof"])
})

test("an event of every kind is told in words, and a kind of another version by its name", async () => {
  const { accountEventWords } = await import("../../lib/domain/account-event.ts")
  for (const kind of Object.keys(kinds))
    for (const refused of [false, true]) expect(accountEventWords(kind, refused, "")).toMatch(/^[A-Z][a-z, -]+[a-z]$/)
  expect(accountEventWords("something-new", true, "")).toBe("something new refused")
  expect(accountEventWords("access", true, "policy.edit")).toBe(
    "Access refused: the role in the project does not allow “policy.edit”",
  )
  expect(accountEventWords("access", true, "scope-missing read")).toBe(
    "Access refused: the access token lacks the scope “read”",
  )
  expect(accountEventWords("sign-in", true, "sign-in-wrong")).toBe("Sign-in refused: the password was wrong")
})

test("a removed member is refused at the very next request, with their session and with a token", async () => {
  const { owner, reviewer, projectId } = await room()
  const visitor = new Visitor()
  expect(await visitor.signIn(reviewer.email, goodPassword)).toBeNull()
  const program = new Program((await tokenOf(reviewer)).token)
  const session = async () => (await send(visitor, "GET projects/[projectId]", { projectId }))["code"] ?? "ok"
  const token = async () => (await program.ask("GET projects/[projectId]", { projectId })).status
  expect([await session(), await token()]).toEqual(["ok", 200])
  value(await removeMember(owner, { projectId, userId: reviewer.id, version: 1, requestId: crypto.randomUUID() }))
  expect([await session(), await token()]).toEqual(["not-found", 404])
})
