import { beforeAll, expect, test, vi } from "vitest"
import { tendAccount } from "../../lib/boot/tend-account.js"
import { signedInBy } from "../../lib/server/auth.ts"
import { visitOf } from "../../lib/server/visit.ts"
import { Program, tokenOf } from "./bearer.ts"
import { passkeyOf } from "./passkeys.ts"
import { appOf, goodPassword, person } from "./person.ts"
import { Visitor } from "./visitor.ts"

vi.mock("next/headers", () => ({ headers: async () => new Headers() }))

beforeAll(() => {
  vi.spyOn(console, "info").mockImplementation(() => {})
})

const tend = (what: string, email: string | null, tokens = false) => tendAccount({ what, email, tokens, days: 1 })
const isIn = async (visitor: Visitor) => (await signedInBy(visitOf(visitor.headers()))) !== null

async function signedIn() {
  const user = await person()
  const visitors = [new Visitor(), new Visitor()]
  for (const visitor of visitors) expect(await visitor.signIn(user.email, goodPassword)).toBeNull()
  const program = new Program((await tokenOf(user)).token)
  const state = async () => [
    ...(await Promise.all(visitors.map(isIn))),
    (await program.ask("GET projects")).status === 200,
  ]
  return { user, state }
}

test("whoever runs the server ends all sessions of a person, or of everybody, and their tokens when asked", async () => {
  const [one, other] = [await signedIn(), await signedIn()]
  // The session that made the token is one too.
  expect(await tend("sign-out", ` ${one.user.email.toUpperCase()}`)).toEqual(["Ended 3 sessions."])
  expect([await one.state(), await other.state()]).toEqual([
    [false, false, true],
    [true, true, true],
  ])
  expect(await tend("sign-out", null, true)).toEqual(["Ended 3 sessions and withdrew 2 access tokens."])
  expect([await one.state(), await other.state()]).toEqual([
    [false, false, false],
    [false, false, false],
  ])
  const events = (await tend("events", one.user.email)).map(line => JSON.parse(line) as Record<string, unknown>)
  expect(events.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual(
    expect.arrayContaining(["session-ended operator", "token-withdrawn operator"]),
  )
  expect(events.every(({ email }) => email === one.user.email)).toBe(true)
})

test("whoever runs the server lets somebody in who lost their app, and nobody is told of what is not there", async () => {
  const user = await person()
  await appOf(user)
  expect(await new Visitor().signIn(user.email, goodPassword)).toBe("code-needed")
  expect(await tend("second-factor-off", user.email)).toEqual(["Two-step sign-in is off for this account."])
  expect(await new Visitor().signIn(user.email, goodPassword)).toBeNull()
  await passkeyOf(user)
  expect(await new Visitor().signIn(user.email, goodPassword)).toBe("code-needed-passkey")
  expect(await tend("second-factor-off", user.email)).toEqual([
    "Two-step sign-in is off for this account; one passkey was removed.",
  ])
  expect(await new Visitor().signIn(user.email, goodPassword)).toBeNull()
  const events = (await tend("events", user.email)).map(line => JSON.parse(line) as Record<string, unknown>)
  expect(events.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual(
    expect.arrayContaining(["second-factor-off operator", "passkey-removed operator"]),
  )
  await expect(tend("second-factor-off", user.email)).rejects.toThrow("nothing was changed")
  await expect(tend("sign-out", "nobody@example.org")).rejects.toThrow("No account has the e-mail address")
})

test("whoever runs the server deletes an account for somebody who asks, as its own page would", async () => {
  const { user, state } = await signedIn()
  const [said] = await tend("delete", user.email)
  expect(said).toMatch(/^The account is deleted\. What its person did in projects stands under “Reviewer \w{8}” now\.$/)
  expect(await state()).toEqual([false, false, false])
  expect(await new Visitor().signIn(user.email, goodPassword)).toBe("sign-in-wrong")
  await expect(tend("delete", user.email)).rejects.toThrow("No account has the e-mail address")
})
