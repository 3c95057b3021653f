import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { POST as changeName } from "../../app/api/v1/account/name/route.ts"
import { POST as changePassword } from "../../app/api/v1/account/password/route.ts"
import { POST as proveYourself } from "../../app/api/v1/account/proof/route.ts"
import { POST as confirmSecondFactor } from "../../app/api/v1/account/second-factor/confirm/route.ts"
import { POST as renewRecoveryCodes } from "../../app/api/v1/account/second-factor/recovery-codes/route.ts"
import {
  POST as beginSecondFactor,
  DELETE as removeSecondFactor,
} from "../../app/api/v1/account/second-factor/route.ts"
import { DELETE as endOtherSessions } from "../../app/api/v1/account/sessions/route.ts"
import { POST as makeToken } from "../../app/api/v1/account/tokens/route.ts"
import { database } from "../../lib/db/client.ts"
import { signedInBy } from "../../lib/server/auth.ts"
import { visitOf } from "../../lib/server/visit.ts"
import { codeOf } from "../support/app-codes.ts"
import { appOf, goodPassword, person } from "./person.ts"
import { Visitor } from "./visitor.ts"

const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/headers", () => ({ headers: async () => current.headers }))

const start = new Date("2026-03-02T08:00:00Z")
const seconds = (count: number) => vi.setSystemTime(new Date(start.getTime() + count * 1_000))
const minutes = (count: number) => seconds(count * 60)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: start })
  vi.spyOn(console, "info").mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

async function call(handler: Handler, visitor: Visitor, body: object = {}) {
  const request = visitor.request("POST", "/api/v1/somewhere", body)
  current.headers = request.headers
  const response = await handler(request, { params: Promise.resolve({}) })
  return (await response.json()) as Record<string, unknown> & { code?: string }
}

/** An address that nobody has used yet, so that only what is counted over all addresses counts. */
let last = 0
const visitor = () => new Visitor(`10.7.${++last >> 8}.${last & 255}`)
const who = async (someone: Visitor) => (await signedInBy(visitOf(someone.headers())))?.name ?? null

async function signedIn(user: { email: string }) {
  const inside = visitor()
  expect(await inside.signIn(user.email, goodPassword)).toBeNull()
  return inside
}

/** Somebody with an app, set up as a person does it, half a minute ago. */
async function withApp() {
  const user = await person()
  const inside = await signedIn(user)
  const { words } = await call(beginSecondFactor, inside)
  const done = await call(confirmSecondFactor, inside, { code: codeOf(String(words), -1) })
  return { user, inside, words: String(words), recoveryCodes: done["recoveryCodes"] as string[] }
}

test("two-step sign-in is asked for only once a code has confirmed it, and nothing is stored in the open", async () => {
  const user = await person()
  const inside = await signedIn(user)
  const begun = await call(beginSecondFactor, inside)
  const words = String(begun["words"])
  expect(words).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  expect(begun["address"]).toBe(
    `otpauth://totp/Apparatus:${encodeURIComponent(user.email)}?issuer=Apparatus&secret=${words.replaceAll(" ", "")}&algorithm=SHA1&digits=6&period=30`,
  )
  await signedIn(user)
  expect((await call(confirmSecondFactor, inside, { code: "000000" })).code).toBe("code-wrong")
  await signedIn(user)
  const done = await call(confirmSecondFactor, inside, { code: codeOf(words) })
  const codes = done["recoveryCodes"] as string[]
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(await visitor().signIn(user.email, goodPassword)).toBe("code-needed")
  const [row] = await database().$queryRaw<{ all: string }[]>`
    SELECT string_agg(t, ' ') AS all FROM (SELECT f::text AS t FROM "SecondFactor" f UNION ALL SELECT r::text FROM "RecoveryCode" r) x`
  expect(row!.all).not.toContain(Buffer.from(base32(words)).toString("hex"))
  for (const code of codes) expect(row!.all).not.toContain(Buffer.from(code.replaceAll("-", "")).toString("hex"))
  expect((await call(beginSecondFactor, inside)).code).toBe("second-factor-on")
  expect((await call(confirmSecondFactor, inside, { code: codeOf(words) })).code).toBe("second-factor-on")
})

function base32(words: string): number[] {
  const bits = [...words.replaceAll(" ", "")].map(letter =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  )
  return [...bits.join("").matchAll(/[01]{8}/g)].map(([byte]) => Number.parseInt(byte, 2))
}

test("before the code there is no session; a wrong one and none leave things as they were", async () => {
  const { user, words } = await withApp()
  const outside = visitor()
  for (const code of [undefined, "", "  "])
    expect(await outside.signIn(user.email, goodPassword, code)).toBe("code-needed")
  const right = codeOf(words)
  const wrong = right === "123456" ? "123457" : "123456"
  for (const code of [wrong, "12345", "nonsense", "A".repeat(24), "x".repeat(64)])
    expect(await outside.signIn(user.email, goodPassword, code)).toBe("code-wrong")
  expect(await who(outside)).toBeNull()
  expect(await outside.signIn(user.email, "not the password", right)).toBe("sign-in-wrong")
  expect(await outside.signIn(user.email, goodPassword, ` ${right.slice(0, 3)} ${right.slice(3)} `)).toBeNull()
  expect(await who(outside)).toBe(user.name)
})

test("a code works once, also when two use it in the same moment, and so do those before it", async () => {
  const { user, words } = await withApp()
  const attempt = (code: string) => visitor().signIn(user.email, goodPassword, code)
  const code = codeOf(words)
  expect((await Promise.all([attempt(code), attempt(code), attempt(code)])).sort()).toEqual([
    "code-wrong",
    "code-wrong",
    null,
  ])
  expect(await attempt(code)).toBe("code-wrong")
  expect(await attempt(codeOf(words, -1))).toBe("code-wrong")
  seconds(30)
  expect(await attempt(codeOf(words))).toBeNull()
})

test.each([
  [-2, "code-wrong"],
  [-1, null],
  [0, null],
  [1, null],
  [2, "code-wrong"],
])("an app whose clock is %i half minutes off: %s", async (off, outcome) => {
  const user = await person()
  const words = await appOf(user)
  expect(await visitor().signIn(user.email, goodPassword, codeOf(words, off))).toBe(outcome)
})

test("a recovery code gets somebody in once, however it is typed; new ones end the old ones", async () => {
  const { user, inside, recoveryCodes } = await withApp()
  const [first, second, third] = recoveryCodes as [string, string, string]
  const attempt = (code: string) => visitor().signIn(user.email, goodPassword, code)
  expect(await attempt(first.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l"))).toBeNull()
  expect(await attempt(first)).toBe("code-wrong")
  expect((await Promise.all([attempt(second), attempt(second)])).sort()).toEqual(["code-wrong", null])
  const renewed = (await call(renewRecoveryCodes, inside))["recoveryCodes"] as string[]
  expect(await attempt(third)).toBe("code-wrong")
  expect(await attempt(renewed[0]!)).toBeNull()
})

test("switched off, nothing of it counts", async () => {
  const { user, inside, recoveryCodes } = await withApp()
  expect(await call(removeSecondFactor, inside)).toEqual({})
  expect(await visitor().signIn(user.email, goodPassword)).toBeNull()
  expect((await call(removeSecondFactor, inside)).code).toBe("second-factor-none")
  expect((await call(renewRecoveryCodes, inside)).code).toBe("second-factor-none")
  expect(await database().recoveryCode.count({ where: { userId: user.id } })).toBe(0)
  await appOf(user)
  expect(await visitor().signIn(user.email, goodPassword, recoveryCodes[0])).toBe("code-wrong")
})

test("of a thousand guessed codes twenty are looked at; a recovery code still lets the owner in", async () => {
  const { user, words, recoveryCodes } = await withApp()
  const answers: (string | null)[] = []
  for (let n = 0; n < 30; n++) answers.push(await visitor().signIn(user.email, goodPassword, "000000"))
  expect(answers.filter(answer => answer === "code-wrong")).toHaveLength(20)
  expect(await visitor().signIn(user.email, goodPassword, codeOf(words))).toMatch(/^too-often-\d+$/)
  expect(await visitor().signIn(user.email, goodPassword, recoveryCodes[0])).toBeNull()
  minutes(16)
  expect(await visitor().signIn(user.email, goodPassword, codeOf(words))).toBeNull()
})

test("without the password nothing tells who has two-step sign-in", async () => {
  const [plain, { user: careful }] = [await person(), await withApp()]
  const told = async (email: string) => {
    const outside = visitor()
    const body = { csrfToken: await outside.csrf(), email, password: "a wrong guess", code: "123456", json: "true" }
    const answer = await outside.auth("POST", "callback/credentials", body)
    return [answer.status, await answer.text()]
  }
  expect(await told(careful.email)).toEqual(await told(plain.email))
  expect(await told(careful.email)).toEqual(await told("nobody-of-that-name@example.org"))
})

test("what decides who gets in asks for a proof of the last quarter of an hour, in the session that asks", async () => {
  const user = await person()
  const [inside, other] = [await signedIn(user), await signedIn(user)]
  const token = () => ({ id: crypto.randomUUID(), name: "A script", scopes: ["read"], days: 1 })
  const tries = [
    () => call(beginSecondFactor, inside),
    () => call(makeToken, inside, token()),
    () => call(endOtherSessions, inside),
  ]
  const codes = () => Promise.all(tries.map(async attempt => (await attempt()).code ?? "ok"))
  minutes(15)
  expect(await codes()).toEqual(["proof-needed", "proof-needed", "proof-needed"])
  expect((await call(removeSecondFactor, inside)).code).toBe("proof-needed")
  expect((await call(renewRecoveryCodes, inside)).code).toBe("proof-needed")
  expect((await call(confirmSecondFactor, inside, { code: "123456" })).code).toBe("proof-needed")
  expect(await call(changeName, inside, { name: "Somebody else" })).toEqual({ name: "Somebody else" })
  expect((await call(proveYourself, inside, { password: "a wrong guess" })).code).toBe("password-wrong")
  expect((await call(proveYourself, other, { password: goodPassword })).code).toBeUndefined()
  expect(await codes()).toEqual(["proof-needed", "proof-needed", "proof-needed"])
  expect((await call(proveYourself, inside, { password: goodPassword })).code).toBeUndefined()
  minutes(29)
  expect(await codes()).toEqual(["ok", "ok", "ok"])
  minutes(30)
  expect((await call(makeToken, inside, token())).code).toBe("proof-needed")
})

test("where there is a second step, the proof asks for it too, and so does a new password", async () => {
  const { inside, words, recoveryCodes } = await withApp()
  const next = { current: goodPassword, next: "four louder libraries" }
  minutes(20)
  expect((await call(changePassword, inside, next)).code).toBe("proof-needed")
  expect((await call(proveYourself, inside, { password: goodPassword })).code).toBe("code-needed")
  expect((await call(proveYourself, inside, { password: goodPassword, code: "000000" })).code).toBe("code-wrong")
  expect((await call(removeSecondFactor, inside)).code).toBe("proof-needed")
  const code = codeOf(words)
  expect((await call(proveYourself, inside, { password: goodPassword, code })).code).toBeUndefined()
  expect(await call(changePassword, inside, next)).toEqual({ ended: 0, withdrawn: 0 })
  minutes(40)
  const proof = { password: next.next, code: recoveryCodes[0]! }
  expect((await call(proveYourself, inside, proof)).code).toBeUndefined()
  expect((await call(proveYourself, inside, proof)).code).toBe("code-wrong")
})

test("an account without a password has no second step here, and no proof but its provider's", async () => {
  const user = await person()
  const inside = await signedIn(user)
  await database().user.update({ where: { id: user.id }, data: { passwordHash: null } })
  expect((await call(beginSecondFactor, inside)).code).toBe("password-none")
  expect((await call(proveYourself, inside, { password: goodPassword })).code).toBe("password-none")
})

test("under another server secret an app's codes count no more, and recovery codes do", async () => {
  const { user, words, recoveryCodes } = await withApp()
  vi.stubEnv("AUTH_SECRET", "another secret of the tests, long enough to be one")
  expect(await visitor().signIn(user.email, goodPassword, codeOf(words))).toBe("code-wrong")
  expect(await visitor().signIn(user.email, goodPassword, recoveryCodes[0])).toBeNull()
  vi.unstubAllEnvs()
})
