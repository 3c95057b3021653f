import { hash } from "@node-rs/argon2"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { database } from "../../lib/db/client.ts"
import { signIn } from "../../lib/server/sign-in.ts"
import { visitOf } from "../../lib/server/visit.ts"
import { goodPassword, person } from "./person.ts"

const start = new Date("2026-03-02T08:00:00Z")
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: start })
  vi.spyOn(console, "info").mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

let last = 0
/** An address that nobody has used yet. */
const freshAddress = () => `10.${(++last >> 16) & 255}.${(last >> 8) & 255}.${last & 255}`

async function attempt(email: string, password: string, address: string): Promise<string> {
  const result = await signIn({ email, password }, visitOf(new Headers({ "x-apparatus-peer": address })))
  return result.ok ? "in" : result.failure.code
}

async function attempts(count: number, email: string, address: string): Promise<string[]> {
  const answers: string[] = []
  for (let n = 0; n < count; n++) answers.push(await attempt(email, `guess ${n}`, address))
  return answers
}

const tally = (answers: string[]) =>
  Object.fromEntries(
    ["in", "sign-in-wrong", "too-often"].map(code => [code, answers.filter(each => each === code).length]),
  )

test("the right password is let in, in whatever case the address was typed", async () => {
  const user = await person()
  expect(await attempt(` ${user.email.toUpperCase()} `, goodPassword, freshAddress())).toBe("in")
  expect(await attempt(user.email, `${goodPassword} `, freshAddress())).toBe("sign-in-wrong")
  expect(await attempt(user.email, goodPassword.toUpperCase(), freshAddress())).toBe("sign-in-wrong")
})

test("of a thousand guesses ten are looked at, and the owner gets in meanwhile and afterwards", async () => {
  const user = await person()
  const attacker = freshAddress()
  expect(tally(await attempts(1000, user.email, attacker))).toEqual({ in: 0, "sign-in-wrong": 10, "too-often": 990 })
  expect(await attempt(user.email, goodPassword, attacker)).toBe("too-often")
  expect(await attempt(user.email, goodPassword, freshAddress())).toBe("in")
  vi.setSystemTime(new Date(start.getTime() + 15 * 60_000 + 1_000))
  expect(await attempt(user.email, goodPassword, attacker)).toBe("in")
})

test("from many addresses a hundred guesses are looked at, then none until the time is over", async () => {
  const user = await person()
  const answers: string[] = []
  for (let n = 0; n < 12; n++) answers.push(...(await attempts(10, user.email, freshAddress())))
  expect(tally(answers)).toEqual({ in: 0, "sign-in-wrong": 100, "too-often": 20 })
  vi.setSystemTime(new Date(start.getTime() + 15 * 60_000 + 1_000))
  expect(await attempt(user.email, goodPassword, freshAddress())).toBe("in")
})

test("one address can't go through the accounts, whether they exist or not", async () => {
  const address = freshAddress()
  const answers: string[] = []
  for (let n = 0; n < 70; n++) answers.push(await attempt(`nobody-${n}@example.org`, "some password", address))
  expect(tally(answers)).toEqual({ in: 0, "sign-in-wrong": 60, "too-often": 10 })
})

test("who signs in rightly uses up nothing: a whole class behind one address gets in", async () => {
  const address = freshAddress()
  const user = await person()
  const answers: string[] = []
  for (let n = 0; n < 65; n++) answers.push(await attempt(user.email, goodPassword, address))
  expect(tally(answers)).toEqual({ in: 65, "sign-in-wrong": 0, "too-often": 0 })
})

test("the refusal says how long to wait, at most a quarter of an hour", async () => {
  const user = await person()
  const address = freshAddress()
  await attempts(10, user.email, address)
  const refused = await signIn(
    { email: user.email, password: "x" },
    visitOf(new Headers({ "x-apparatus-peer": address })),
  )
  expect(refused).toMatchObject({ ok: false, failure: { code: "too-often" } })
  const { retryAfter } = (refused as { failure: { retryAfter: number } }).failure
  expect(retryAfter).toBeGreaterThan(0)
  expect(retryAfter).toBeLessThanOrEqual(900)
})

test("unknown accounts, accounts without a password and wrong passwords get the same answers, one after another", async () => {
  const known = await person()
  const outside = await person({ passwordHash: null })
  const [a, b, c] = await Promise.all(
    [known.email, outside.email, "nobody-at-all@example.org"].map(email => attempts(14, email, freshAddress())),
  )
  expect(a).toEqual(b)
  expect(a).toEqual(c)
})

test("and take the same time", async () => {
  const known = await person()
  const outside = await person({ passwordHash: null })
  const emails = [known.email, outside.email, "nobody-at-any-time@example.org"]
  const times: number[][] = emails.map(() => [])
  for (let round = 0; round < 15; round++)
    for (const [index, email] of emails.entries()) {
      const begin = performance.now()
      await attempt(email, "not the password", freshAddress())
      times[index]!.push(performance.now() - begin)
    }
  const medians = times.map(list => list.sort((a, b) => a - b)[7]!)
  // Without the decoy an unknown account is answered ten times as fast.
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(2)
})

test("a hash at an old cost is made again when its owner signs in, and only then", async () => {
  const old = await hash(goodPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const user = await person({ passwordHash: old })
  const stored = async () => (await database().user.findUniqueOrThrow({ where: { id: user.id } })).passwordHash
  await attempt(user.email, "not the password", freshAddress())
  expect(await stored()).toBe(old)
  expect(await attempt(user.email, goodPassword, freshAddress())).toBe("in")
  expect(await stored()).toMatch(/m=47104,t=1,p=1/)
  expect(await attempt(user.email, goodPassword, freshAddress())).toBe("in")
})

test("the log names nobody who was not let in", async () => {
  const user = await person()
  await attempt(user.email, "a secret typed wrong", freshAddress())
  const lines = vi.mocked(console.info).mock.calls.flat().join("\n")
  expect(lines).toContain("sign-in.refused")
  expect(lines).not.toContain(user.email)
  expect(lines).not.toContain("a secret typed wrong")
})

test("typed addresses are not kept by the counters", async () => {
  await attempt("somebody-private@example.org", "some password", freshAddress())
  const keys = (await database().rateLimiterFlexible.findMany()).map(row => row.key).join("\n")
  expect(keys).toContain("sign-in-account:")
  expect(keys).not.toContain("somebody-private")
})
