import { decode } from "next-auth/jwt"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { POST as changeName } from "../../app/api/v1/account/name/route.ts"
import { POST as changePassword } from "../../app/api/v1/account/password/route.ts"
import { DELETE as endSession } from "../../app/api/v1/account/sessions/[sessionId]/route.ts"
import { DELETE as endOtherSessions } from "../../app/api/v1/account/sessions/route.ts"
import { POST as signOut } from "../../app/api/v1/account/sign-out/route.ts"
import { withClient } from "../../lib/boot/postgres.js"
import { database } from "../../lib/db/client.ts"
import { signedInBy } from "../../lib/server/auth.ts"
import { visitOf } from "../../lib/server/visit.ts"
import { goodPassword, person } from "./person.ts"
import { Visitor } from "./visitor.ts"

const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/headers", () => ({ headers: async () => current.headers }))

const start = new Date("2026-03-02T08:00:00Z")
const hours = (count: number) => new Date(start.getTime() + count * 3_600_000)

// Only the clock is held: the database's own timers go on.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: start })
  vi.spyOn(console, "info").mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

async function call(handler: Handler, visitor: Visitor, body: object, params: Record<string, string> = {}, more = {}) {
  const request = visitor.request("POST", "/api/v1/somewhere", body, more)
  current.headers = request.headers
  const response = await handler(request, { params: Promise.resolve(params) })
  visitor.keep(response)
  return response
}

async function signedIn(user: { email: string }, visitor = new Visitor()) {
  expect(await visitor.signIn(user.email, goodPassword)).toBeNull()
  return visitor
}

const who = async (visitor: Visitor) => (await signedInBy(visitOf(visitor.headers())))?.name ?? null
const rename = async (visitor: Visitor) => (await call(changeName, visitor, { name: "Somebody" })).status

test("who signed in is known by the cookie, and the cookie says nothing about them", async () => {
  const user = await person()
  const visitor = await signedIn(user)
  expect(await who(visitor)).toBe(user.name)
  expect(JSON.stringify([...visitor.jar])).not.toContain(user.email)
  const [row] = await database().session.findMany({ where: { userId: user.id } })
  expect(row).toMatchObject({ address: "192.0.2.1", endedAt: null })
  expect(row!.secretHash.byteLength).toBe(32)
})

test("who is signed in can read while the disk is full, though it can't be noted that they were here", async () => {
  const user = await person()
  const visitor = await signedIn(user)
  await withClient(process.env["ADMIN_URL"]!, async admin => {
    await admin.query(`
      CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER no_room BEFORE UPDATE ON "Session" FOR EACH ROW EXECUTE FUNCTION no_room()`)
    try {
      vi.setSystemTime(hours(1))
      expect(await who(visitor)).toBe(user.name)
    } finally {
      await admin.query(`DROP TRIGGER no_room ON "Session"; DROP FUNCTION no_room()`)
    }
  })
})

test("a cookie that was copied is worth nothing after signing out", async () => {
  const user = await person()
  const visitor = await signedIn(user)
  const thief = visitor.copy()
  expect(await rename(thief)).toBe(200)
  const answer = await call(signOut, visitor, {})
  expect(answer.status).toBe(200)
  expect(visitor.jar.has("apparatus.session")).toBe(false)
  expect(await who(thief)).toBeNull()
  expect(await rename(thief)).toBe(401)
})

test("an ended session is refused at its very next request, and nobody else's can be ended", async () => {
  const user = await person()
  const [desk, phone] = [await signedIn(user), await signedIn(user)]
  const stranger = await signedIn(await person())
  const { sessionId } = (await signedInBy(visitOf(phone.headers())))!
  expect((await call(endSession, stranger, {}, { sessionId })).status).toBe(404)
  expect(await rename(phone)).toBe(200)
  expect((await call(endSession, desk, {}, { sessionId })).status).toBe(200)
  expect(await rename(phone)).toBe(401)
  expect(await rename(desk)).toBe(200)
})

test("all others can be ended at once", async () => {
  const user = await person()
  const [desk, phone, tablet] = [await signedIn(user), await signedIn(user), await signedIn(user)]
  const answer = await call(endOtherSessions, desk, {})
  expect(await answer.json()).toEqual({ ended: 2 })
  expect(await Promise.all([desk, phone, tablet].map(who))).toEqual([user.name, null, null])
})

test("a new password ends all other sessions and the old password", async () => {
  const user = await person()
  const [desk, phone] = [await signedIn(user), await signedIn(user)]
  const next = "four louder libraries"
  expect((await call(changePassword, desk, { current: "not it at all", next })).status).toBe(422)
  expect((await call(changePassword, desk, { current: goodPassword, next: "password1" })).status).toBe(422)
  expect((await call(changePassword, desk, { current: goodPassword, next: user.email })).status).toBe(422)
  expect(await who(phone)).toBe(user.name)
  expect(await (await call(changePassword, desk, { current: goodPassword, next })).json()).toEqual({
    ended: 1,
    withdrawn: 0,
  })
  expect([await who(desk), await who(phone)]).toEqual([user.name, null])
  expect(await new Visitor().signIn(user.email, goodPassword)).toBe("sign-in-wrong")
  expect(await new Visitor().signIn(user.email, next)).toBeNull()
})

test("the current password can't be tried out by the thousand", async () => {
  const desk = await signedIn(await person())
  const answers: number[] = []
  for (let attempt = 0; attempt < 15; attempt++)
    answers.push(
      (await call(changePassword, desk, { current: `guess ${attempt}`, next: "four louder libraries" })).status,
    )
  expect(answers.filter(status => status === 422)).toHaveLength(10)
  expect(answers.slice(10)).toEqual([429, 429, 429, 429, 429])
})

test("eight idle hours end a session, use keeps it", async () => {
  const visitor = await signedIn(await person())
  vi.setSystemTime(hours(7.9))
  expect(await who(visitor)).not.toBeNull()
  vi.setSystemTime(hours(15.8))
  expect(await who(visitor)).not.toBeNull()
  vi.setSystemTime(hours(23.9))
  expect(await who(visitor)).toBeNull()
})

test("seven days end a session however much it is used", async () => {
  const visitor = await signedIn(await person())
  for (let at = 0; at < 7 * 24; at += 7) {
    vi.setSystemTime(hours(at))
    expect(await who(visitor), `after ${at} hours`).not.toBeNull()
  }
  vi.setSystemTime(hours(7 * 24))
  expect(await who(visitor)).toBeNull()
})

test("when it was last seen is written at most once a minute", async () => {
  const user = await person()
  const visitor = await signedIn(user)
  const seen = async () => (await database().session.findFirstOrThrow({ where: { userId: user.id } })).lastSeenAt
  vi.setSystemTime(new Date(start.getTime() + 59_000))
  await who(visitor)
  expect(await seen()).toEqual(start)
  vi.setSystemTime(new Date(start.getTime() + 61_000))
  await who(visitor)
  expect(await seen()).toEqual(new Date(start.getTime() + 61_000))
})

test("signing in again in the same browser ends the session before", async () => {
  const user = await person()
  const visitor = await signedIn(user)
  const before = visitor.copy()
  await signedIn(user, visitor)
  expect([await who(visitor), await who(before)]).toEqual([user.name, null])
})

test("a token whose secret is not the session's, or that was made up, is nobody's", async () => {
  const user = await person()
  const visitor = await signedIn(user)
  await database().session.updateMany({ where: { userId: user.id }, data: { secretHash: new Uint8Array(32) } })
  expect(await who(visitor)).toBeNull()
  visitor.jar.set("apparatus.session", "made.up")
  expect(await who(visitor)).toBeNull()
})

test("when the database does not answer, that is not taken for nobody", async () => {
  const visitor = await signedIn(await person())
  vi.spyOn(database().session, "findUnique").mockRejectedValue(new Error("the database is away"))
  await expect(who(visitor)).rejects.toThrow("the database is away")
})

test("over TLS the cookies are bound to the host, elsewhere they have plain names", async () => {
  const user = await person()
  vi.stubEnv("APP_URL", "https://apparatus.example")
  const secure = new Visitor("192.0.2.1", "apparatus.example")
  const set: string[] = []
  const keep = secure.keep.bind(secure)
  secure.keep = response => {
    set.push(...response.headers.getSetCookie())
    keep(response)
  }
  await signedIn(user, secure)
  expect([...secure.jar.keys()]).toContain("__Host-apparatus.session")
  for (const line of set) {
    expect(line).toMatch(/^__Host-apparatus\./)
    for (const mark of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"]) expect(line).toContain(mark)
    expect(line).not.toContain("Domain")
  }
  expect(set.find(line => line.includes(".session"))).toContain(`Expires=${hours(7 * 24).toUTCString()}`)
})

test("the token itself runs out with the session, and holds three things", async () => {
  const user = await person()
  const visitor = await signedIn(user)
  const token = await decode({ token: visitor.jar.get("apparatus.session")!, secret: process.env["AUTH_SECRET"]! })
  const { iat, exp, jti, ...held } = token as Record<string, unknown>
  expect((exp as number) - (iat as number)).toBe(7 * 24 * 3600)
  expect(Object.keys(held).sort()).toEqual(["secret", "sid", "uid"])
  expect(Buffer.from(held["secret"] as string, "base64url")).toHaveLength(32)
})

test.each(["localhost:3000", "127.0.0.1:8123"])("after signing in at %s the way leads on there", async host => {
  const user = await person()
  const visitor = new Visitor("192.0.2.1", host)
  const body = { csrfToken: await visitor.csrf(), email: user.email, password: goodPassword, json: "true" }
  const answer = await visitor.auth("POST", "callback/credentials", { ...body, callbackUrl: "/account" })
  expect(await answer.json()).toEqual({ url: `http://${host}/account` })
  const away = await visitor.auth("POST", "callback/credentials", { ...body, callbackUrl: "https://evil.example/" })
  expect(await away.json()).toEqual({ url: `http://${host}/projects` })
})

test("another site can't sign anybody in, nor can a request without the token", async () => {
  const user = await person()
  const visitor = new Visitor()
  const body = { csrfToken: await visitor.csrf(), email: user.email, password: goodPassword, json: "true" }
  const foreign = await visitor.auth("POST", "callback/credentials", body, { "sec-fetch-site": "cross-site" })
  expect(foreign.status).toBe(403)
  await visitor.auth("POST", "callback/credentials", { ...body, csrfToken: "guessed" })
  expect(await who(visitor)).toBeNull()
})

test.each([
  ["GET", "session"],
  ["POST", "session"],
  ["POST", "signout"],
  ["GET", "signout"],
  ["POST", "_log"],
  ["GET", "providers"],
])("next-auth's own %s %s is not there", async (method, path) => {
  expect((await new Visitor().auth(method, path, method === "POST" ? {} : undefined)).status).toBe(404)
})
