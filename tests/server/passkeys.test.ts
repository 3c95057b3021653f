import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { DELETE as removePasskey, POST as renamePasskey } from "../../app/api/v1/account/passkeys/[passkeyId]/route.ts"
import { POST as beginPasskey } from "../../app/api/v1/account/passkeys/challenge/route.ts"
import { POST as addPasskey } from "../../app/api/v1/account/passkeys/route.ts"
import { POST as changePassword } from "../../app/api/v1/account/password/route.ts"
import { POST as beginProof } from "../../app/api/v1/account/proof/challenge/route.ts"
import { POST as proveByPasskey } from "../../app/api/v1/account/proof/passkey/route.ts"
import { POST as proveYourself } from "../../app/api/v1/account/proof/route.ts"
import { POST as confirmSecondFactor } from "../../app/api/v1/account/second-factor/confirm/route.ts"
import { POST as renewRecoveryCodes } from "../../app/api/v1/account/second-factor/recovery-codes/route.ts"
import {
  POST as beginSecondFactor,
  DELETE as removeSecondFactor,
} from "../../app/api/v1/account/second-factor/route.ts"
import { POST as beginSignIn } from "../../app/api/v1/sign-in/passkey/route.ts"
import { database } from "../../lib/db/client.ts"
import { account } from "../../lib/queries/account.ts"
import { signedInBy } from "../../lib/server/auth.ts"
import { visitOf } from "../../lib/server/visit.ts"
import { value } from "../queries/project.ts"
import { codeOf } from "../support/app-codes.ts"
import {
  answerWith,
  type MakeOptions,
  makePasskey,
  type SoftPasskey,
  type UseOptions,
} from "../support/authenticator.ts"
import { origin } from "./passkeys.ts"
import { goodPassword, person } from "./person.ts"
import { Visitor } from "./visitor.ts"

const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/headers", () => ({ headers: async () => current.headers }))

const start = new Date("2026-03-02T08:00:00Z")
const minutes = (count: number) => vi.setSystemTime(new Date(start.getTime() + count * 60_000))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: start })
  vi.spyOn(console, "info").mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type Answer = Record<string, unknown> & { code?: string }

async function call(handler: Handler, visitor: Visitor, body: object = {}, params: Record<string, string> = {}) {
  const request = visitor.request("POST", "/api/v1/somewhere", body)
  current.headers = request.headers
  const response = await handler(request, { params: Promise.resolve(params) })
  return (await response.json()) as Answer
}

/** An address that nobody has used yet. */
let last = 0
const visitor = () => new Visitor(`10.8.${++last >> 8}.${last & 255}`)
const who = async (someone: Visitor) => (await signedInBy(visitOf(someone.headers())))?.name ?? null

async function signedIn(user: { email: string }) {
  const inside = visitor()
  expect(await inside.signIn(user.email, goodPassword)).toBeNull()
  return inside
}

const toMake = async (inside: Visitor) => (await call(beginPasskey, inside)) as unknown as MakeOptions

/** Add a passkey as a person does it. */
async function withPasskey(inside: Visitor, name = "My phone") {
  const { passkey, answer } = makePasskey(await toMake(inside), origin)
  const added = await call(addPasskey, inside, { name, answer })
  expect(added.code).toBeUndefined()
  return { passkey, id: String(added["id"]), recoveryCodes: added["recoveryCodes"] as string[] }
}

async function careful() {
  const user = await person()
  const inside = await signedIn(user)
  return { user, inside, ...(await withPasskey(inside)) }
}

type Purpose = "sign-in" | "second-step"
async function toUse(outside: Visitor, purpose: Purpose = "sign-in") {
  await outside.csrf()
  return (await call(beginSignIn, outside, { purpose })) as unknown as UseOptions
}
const enter = (outside: Visitor, answer: object) => outside.enter("callback/passkey", { answer })
const enterTwice = (outside: Visitor, user: { email: string }, passkey: object) =>
  outside.enter("callback/credentials", { email: user.email, password: goodPassword, passkey })

const told = async (user: { id: string }) =>
  (await database().accountEvent.findMany({ where: { userId: user.id }, orderBy: { id: "asc" } })).map(
    ({ kind, refused, detail }) => `${refused ? "✗ " : ""}${kind} ${detail}`.trim(),
  )

test("a passkey is added, named and told of, and lets its person in by itself", async () => {
  const { user, inside, passkey, id, recoveryCodes } = await careful()
  expect(new Set(recoveryCodes).size).toBe(10)
  minutes(3)
  const outside = visitor()
  expect(await enter(outside, answerWith(passkey, await toUse(outside), origin))).toBeNull()
  expect(await who(outside)).toBe(user.name)
  expect(await call(renamePasskey, inside, { name: "Old phone" }, { passkeyId: id })).toEqual({ id, name: "Old phone" })
  expect(value(await account(user)).passkeys).toEqual([
    { id, name: "Old phone", backedUp: false, createdAt: start, lastUsedAt: new Date() },
  ])
  expect(await call(removePasskey, inside, {}, { passkeyId: id })).toEqual({ id })
  const late = visitor()
  expect(await enter(late, answerWith(passkey, await toUse(late), origin))).toBe("passkey-wrong")
  expect(await told(user)).toEqual([
    "sign-in password",
    "passkey-added",
    "sign-in passkey",
    "passkey-renamed",
    "passkey-removed",
  ])
  expect(await visitor().signIn(user.email, goodPassword)).toBeNull()
})

test("a browser is told to ask for a finger, a face or a PIN, and where a passkey is there already", async () => {
  const { user, inside, passkey } = await careful()
  expect(await call(beginPasskey, inside)).toMatchObject({
    rp: { id: "127.0.0.1", name: "Apparatus" },
    user: { name: user.email, displayName: user.name, id: passkey.handle },
    excludeCredentials: [{ id: passkey.id.toString("base64url") }],
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    attestation: "none",
    timeout: 300_000,
  })
  expect(await call(beginProof, inside)).toMatchObject({
    rpId: "127.0.0.1",
    userVerification: "required",
    allowCredentials: [{ id: passkey.id.toString("base64url"), transports: ["internal"] }],
  })
  // Before anybody is in, nothing that is told depends on any account.
  const asked = await toUse(visitor())
  expect(Object.keys(asked).sort()).toEqual(["allowCredentials", "challenge", "rpId", "timeout", "userVerification"])
  expect(asked).toMatchObject({ rpId: "127.0.0.1", allowCredentials: [], userVerification: "required" })
})

const lies = [
  ["another challenge", { challenge: Buffer.alloc(32, 7).toString("base64url") }],
  ["another origin", { origin: "http://evil.example" }],
  ["another port", { origin: "http://127.0.0.1:3001" }],
  ["another site", { rpId: "evil.example" }],
  ["nobody having been asked for a finger, a face or a PIN", { verified: false }],
  ["nobody being there", { present: false, verified: false }],
] as const

test.each([...lies, ["another ceremony", { type: "webauthn.get" }] as const])(
  "no passkey is added with %s",
  async (_, other) => {
    const user = await person()
    const inside = await signedIn(user)
    const { answer } = makePasskey(await toMake(inside), origin, other)
    expect((await call(addPasskey, inside, { name: "A phone", answer })).code).toBe("passkey-wrong")
    expect(await database().passkey.count({ where: { userId: user.id } })).toBe(0)
  },
)

test("an answer adds a passkey once, within five minutes, in the session that was asked", async () => {
  const user = await person()
  const [inside, other] = [await signedIn(user), await signedIn(user)]
  const add = async (in_: Visitor, answer: object) =>
    (await call(addPasskey, in_, { name: "A phone", answer })).code ?? "ok"
  const foreign = makePasskey(await toMake(inside), origin).answer
  expect(await add(other, foreign)).toBe("passkey-wrong")
  const late = makePasskey(await toMake(inside), origin).answer
  minutes(5)
  expect(await add(inside, late)).toBe("passkey-wrong")
  const earlier = makePasskey(await toMake(inside), origin).answer
  const good = makePasskey(await toMake(inside), origin).answer
  expect((await Promise.all([add(inside, good), add(inside, good), add(inside, good)])).sort()).toEqual([
    "ok",
    "passkey-wrong",
    "passkey-wrong",
  ])
  expect(await add(inside, good)).toBe("passkey-wrong")
  expect(await add(inside, earlier)).toBe("passkey-wrong")
  expect(await database().passkey.count({ where: { userId: user.id } })).toBe(1)
})

test("a passkey that somebody has is nobody else's, and twenty are enough", async () => {
  const { user, passkey } = await careful()
  const thief = await person()
  const inside = await signedIn(thief)
  const { answer } = makePasskey(await toMake(inside), origin)
  await database().passkey.updateMany({
    where: { userId: user.id },
    data: { credentialId: new Uint8Array(Buffer.from(answer.id, "base64url")) },
  })
  expect((await call(addPasskey, inside, { name: "Not mine", answer })).code).toBe("passkey-known")
  const own = await database().passkey.findFirstOrThrow({ where: { userId: user.id } })
  const many = Array.from({ length: 20 }, (_, n) => ({ ...own, id: crypto.randomUUID(), userId: thief.id, n }))
  await database().passkey.createMany({
    data: many.map(({ n, ...row }) => ({ ...row, credentialId: new Uint8Array([...passkey.id, n]) })),
  })
  expect(await call(beginPasskey, inside)).toMatchObject({ code: "passkeys-full", most: 20 })
})

test("adding, renaming and removing ask for a fresh proof; the last second factor goes with its recovery codes", async () => {
  const { user, inside, id, recoveryCodes } = await careful()
  const made = makePasskey(await toMake(inside), origin).answer
  minutes(16)
  const codes = async () => [
    (await call(beginPasskey, inside)).code,
    (await call(addPasskey, inside, { name: "Late", answer: made })).code,
    (await call(renamePasskey, inside, { name: "Late" }, { passkeyId: id })).code,
    (await call(removePasskey, inside, {}, { passkeyId: id })).code,
  ]
  expect(await codes()).toEqual(Array.from({ length: 4 }, () => "proof-needed"))
  const proof = { password: goodPassword, code: recoveryCodes[0]! }
  expect((await call(proveYourself, inside, { password: goodPassword })).code).toBe("code-needed")
  expect((await call(proveYourself, inside, proof)).code).toBeUndefined()
  const stranger = await signedIn(await person())
  expect((await call(removePasskey, stranger, {}, { passkeyId: id })).code).toBe("not-found")
  expect((await call(renamePasskey, stranger, { name: "Mine" }, { passkeyId: id })).code).toBe("not-found")
  expect(await call(removePasskey, inside, {}, { passkeyId: id })).toEqual({ id })
  expect(await database().recoveryCode.count({ where: { userId: user.id } })).toBe(0)
  expect((await call(renewRecoveryCodes, inside)).code).toBe("second-factor-none")
})

test("recovery codes are made at the first second factor of either kind, and stay while one is left", async () => {
  const { user, inside, id } = await careful()
  const count = () => database().recoveryCode.count({ where: { userId: user.id } })
  const { words } = await call(beginSecondFactor, inside)
  expect(await call(confirmSecondFactor, inside, { code: codeOf(String(words)) })).toEqual({ recoveryCodes: [] })
  expect((await withPasskey(inside, "Another")).recoveryCodes).toEqual([])
  await call(removePasskey, inside, {}, { passkeyId: id })
  expect(await visitor().signIn(user.email, goodPassword)).toBe("code-needed-either")
  await call(removeSecondFactor, inside)
  expect(await count()).toBe(10)
  expect(await visitor().signIn(user.email, goodPassword)).toBe("code-needed-passkey")
  // A person without a password has nothing to type them after.
  await database().recoveryCode.deleteMany({ where: { userId: user.id } })
  await database().user.update({ where: { id: user.id }, data: { passwordHash: null } })
  expect((await withPasskey(inside, "A third")).recoveryCodes).toEqual([])
})

test.each([
  ...lies,
  ["another ceremony", { type: "webauthn.create" }] as const,
  ["no word whose it is", { handle: null }] as const,
])("nobody is let in with %s", async (_, other) => {
  const { user, passkey } = await careful()
  const outside = visitor()
  expect(await enter(outside, answerWith(passkey, await toUse(outside), origin, other))).toBe("passkey-wrong")
  expect(await who(outside)).toBeNull()
  expect((await told(user)).at(-1)).toBe("✗ sign-in passkey-wrong")
  expect(await enter(outside, answerWith(passkey, await toUse(outside), origin))).toBeNull()
})

test("an answer lets somebody in once, also when it is sent twice in the same moment, within five minutes", async () => {
  const { passkey } = await careful()
  const outside = visitor()
  const answer = answerWith(passkey, await toUse(outside), origin)
  const copies = [outside.copy(), outside.copy(), outside.copy()]
  expect((await Promise.all(copies.map(copy => enter(copy, answer)))).sort()).toEqual([
    null,
    "passkey-wrong",
    "passkey-wrong",
  ])
  expect(await enter(outside, answer)).toBe("passkey-wrong")
  const late = answerWith(passkey, await toUse(outside), origin)
  minutes(5)
  expect(await enter(outside, late)).toBe("passkey-wrong")
  expect(await enter(outside, answerWith(passkey, await toUse(outside), origin))).toBeNull()
})

test("an answer counts in the browser and for the purpose that it was asked for, and in no other", async () => {
  const { user, passkey, inside } = await careful()
  const [outside, thief] = [visitor(), visitor()]
  await toUse(thief)
  expect(await enter(thief, answerWith(passkey, await toUse(outside), origin))).toBe("passkey-wrong")
  const bare = visitor()
  expect(await enter(bare, answerWith(passkey, await toUse(outside), origin))).toBe("passkey-wrong")
  expect(await enter(outside, answerWith(passkey, await toUse(outside, "second-step"), origin))).toBe("passkey-wrong")
  const forProof = (await call(beginProof, inside)) as unknown as UseOptions
  expect(await enter(inside.copy(), answerWith(passkey, forProof, origin))).toBe("passkey-wrong")
  expect(await enterTwice(outside, user, answerWith(passkey, await toUse(outside), origin))).toBe("passkey-wrong")
  expect((await call(beginSignIn, visitor(), { purpose: "sign-in" })).code).toBe("sign-in-failed")
  expect((await call(beginSignIn, outside, { purpose: "proof" })).code).toBe("invalid")
})

test("a passkey that nobody has, another's key or another's name get the same answer", async () => {
  const [one, other] = [await careful(), await careful()]
  const attempt = async (passkey: SoftPasskey) => {
    const outside = visitor()
    const answer = answerWith(passkey, await toUse(outside), origin)
    const body = { csrfToken: await outside.csrf(), answer, json: "true" }
    const response = await outside.auth("POST", "callback/passkey", body)
    return [response.status, await response.text()]
  }
  const unknown = { ...one.passkey, id: Buffer.alloc(32, 3) }
  const forged = { ...one.passkey, privateKey: other.passkey.privateKey }
  const misnamed = { ...one.passkey, handle: other.passkey.handle }
  const answer = await attempt(unknown)
  expect(answer[1]).toContain("passkey-wrong")
  expect(await attempt(forged)).toEqual(answer)
  expect(await attempt(misnamed)).toEqual(answer)
  for (const nonsense of [undefined, null, "x", {}, { id: "x" }]) {
    const outside = visitor()
    await toUse(outside)
    expect(await outside.enter("callback/passkey", { answer: nonsense })).toBe("passkey-wrong")
  }
})

test("a count that goes back or stands still is refused, and told; a passkey that does not count is let in", async () => {
  const { user, passkey } = await careful()
  const attempt = async (count: number) => {
    const outside = visitor()
    return enter(outside, answerWith(passkey, await toUse(outside), origin, { count }))
  }
  expect([await attempt(0), await attempt(0), await attempt(7)]).toEqual([null, null, null])
  expect([await attempt(7), await attempt(6), await attempt(0)]).toEqual(Array(3).fill("passkey-copied"))
  expect((await told(user)).at(-1)).toBe("✗ sign-in passkey-copied")
  expect(await attempt(8)).toBeNull()
})

test("after the password a passkey of that account is the second step, or a recovery code", async () => {
  const [{ user, passkey, recoveryCodes }, other] = [await careful(), await careful()]
  const outside = visitor()
  expect(await outside.signIn(user.email, goodPassword)).toBe("code-needed-passkey")
  expect(await outside.signIn(user.email, goodPassword, "123456")).toBe("code-wrong")
  const foreign = answerWith(other.passkey, await toUse(outside, "second-step"), origin)
  expect(await enterTwice(outside, user, foreign)).toBe("passkey-wrong")
  expect(await who(outside)).toBeNull()
  const answer = answerWith(passkey, await toUse(outside, "second-step"), origin)
  const wrong = { email: user.email, password: "not the password", passkey: answer }
  expect(await outside.enter("callback/credentials", wrong)).toBe("sign-in-wrong")
  expect(await enterTwice(outside, user, answer)).toBeNull()
  expect(await who(outside)).toBe(user.name)
  expect((await told(user)).at(-1)).toBe("sign-in password-and-passkey")
  expect(await enterTwice(outside.copy(), user, answer)).toBe("passkey-wrong")
  const late = visitor()
  expect(await late.signIn(user.email, goodPassword, recoveryCodes[0])).toBeNull()
})

test("a passkey is a fresh proof, in the session that was asked and once, and a new password asks for one", async () => {
  const { user, inside, passkey } = await careful()
  const other = visitor()
  expect(await enter(other, answerWith(passkey, await toUse(other), origin))).toBeNull()
  const stranger = await careful()
  minutes(20)
  const next = { current: goodPassword, next: "four louder libraries" }
  const code = async () => (await call(changePassword, inside, next)).code ?? "ok"
  const prove = async (by: Visitor, key: SoftPasskey, from = by) => {
    const asked = (await call(beginProof, from)) as unknown as UseOptions
    return (await call(proveByPasskey, by, { answer: answerWith(key, asked, origin) })).code ?? "ok"
  }
  expect(await code()).toBe("proof-needed")
  expect(await prove(inside, stranger.passkey)).toBe("passkey-wrong")
  expect(await prove(inside, passkey, other)).toBe("passkey-wrong")
  expect(await prove(other, passkey)).toBe("ok")
  expect(await code()).toBe("proof-needed")
  const asked = (await call(beginProof, inside)) as unknown as UseOptions
  const answer = answerWith(passkey, asked, origin)
  const twice = await Promise.all([1, 2].map(() => call(proveByPasskey, inside, { answer })))
  expect(twice.map(({ code }) => code ?? "ok").sort()).toEqual(["ok", "passkey-wrong"])
  expect(await told(user)).toEqual(expect.arrayContaining(["proof passkey", "✗ proof passkey-wrong"]))
  expect(await code()).toBe("ok")
  expect((await call(beginProof, await signedIn(await person()))).code).toBe("passkey-none")
})

test("an address begins to sign in sixty times in a quarter of an hour, and is refused sixty wrong answers", async () => {
  const outside = visitor()
  await outside.csrf()
  const codes: (string | undefined)[] = []
  for (let n = 0; n < 61; n++) codes.push((await call(beginSignIn, outside, { purpose: "sign-in" })).code)
  expect(codes.filter(Boolean)).toEqual(["too-often"])
  const answers: (string | null)[] = []
  for (let n = 0; n < 61; n++) answers.push(await enter(outside, {}))
  expect(answers.filter(answer => answer === "passkey-wrong")).toHaveLength(60)
  expect(answers.at(-1)).toMatch(/^too-often-\d+$/)
})

test("challenges whose time is over are dropped, and a browser has one for a purpose at most", async () => {
  const outside = visitor()
  const rows = () => database().passkeyChallenge.count()
  await database().passkeyChallenge.deleteMany({})
  for (let n = 0; n < 3; n++) await toUse(outside)
  expect(await rows()).toBe(1)
  minutes(6)
  await toUse(visitor())
  expect(await rows()).toBe(1)
})
