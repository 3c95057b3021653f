import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { database } from "../../lib/db/client.ts"
import { accountActor, pageActor } from "../../lib/server/actor.ts"
import { callerOf, streamCaller } from "../../lib/server/caller.ts"
import { Program, tokenOf } from "./bearer.ts"
import { appOf, goodPassword, identityOf, person } from "./person.ts"
import { Visitor } from "./visitor.ts"

const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/headers", () => ({ headers: async () => current.headers }))

beforeEach(() => {
  vi.stubEnv("SECOND_STEP", "required")
  vi.spyOn(console, "info").mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

let last = 0

/** Somebody who signed in by their password, and how their calls and pages are answered. */
async function inside() {
  const user = await person()
  const visitor = new Visitor(`10.8.0.${++last}`)
  expect(await visitor.signIn(user.email, goodPassword)).toBeNull()
  const request = () => {
    const made = visitor.request("GET", "/api/v1/somewhere")
    current.headers = made.headers
    return made
  }
  const codes = async () => {
    const answers = []
    for (const admits of ["read", "write", "manage", "session"] as const)
      answers.push(await callerOf(request(), admits))
    answers.push(await streamCaller(request()))
    return answers.map(answer => (answer.ok ? "ok" : answer.failure.code)).join(" ")
  }
  const page = async (path: string) => {
    request()
    return pageActor(path).then(
      ({ id }) => id,
      ({ digest }) => String(digest).split(";")[2],
    )
  }
  return { user, codes, page, request }
}

const shut = "second-step-needed second-step-needed second-step-needed ok second-step-needed"

test("where a second step is required, whoever has none is let to their account alone, until they have one", async () => {
  const { user, codes, page, request } = await inside()
  expect(await codes()).toBe(shut)
  expect(await page("/projects/7?page=2")).toBe("/account?next=%2Fprojects%2F7%3Fpage%3D2")
  request()
  expect((await accountActor("/account")).id).toBe(user.id)
  await database().secondFactor.create({ data: { userId: user.id, secret: new Uint8Array(60) } })
  expect(await codes(), "begun, but not confirmed").toBe(shut)
  await appOf(user)
  expect(await codes()).toBe("ok ok ok ok ok")
  expect(await page("/projects/7?page=2")).toBe(user.id)
})

test("a passkey is a second step too", async () => {
  const { user, codes } = await inside()
  const made = { publicKey: new Uint8Array(80), counter: 0, transports: [], synced: false, backedUp: false }
  const names = { id: crypto.randomUUID(), userId: user.id, credentialId: new Uint8Array([1, 2, 3]), name: "A key" }
  await database().passkey.create({ data: { ...made, ...names } })
  expect(await codes()).toBe("ok ok ok ok ok")
})

test("tokens of somebody without a second step are refused, and count again when they have one", async () => {
  const user = await person()
  const program = new Program(await tokenOf(user).then(({ token }) => token))
  const reads = async () => {
    const { status, body } = await program.ask("GET projects")
    return status === 200 ? "ok" : `${status} ${body["code"]}`
  }
  expect(await reads()).toBe("403 second-step-needed")
  await appOf(user)
  expect(await reads()).toBe("ok")
})

test("who has no password is asked for a second step where they sign in; a server that requires none asks nobody", async () => {
  const { user, codes } = await inside()
  await identityOf(user, "github")
  await database().user.update({ where: { id: user.id }, data: { passwordHash: null } })
  expect(await codes()).toBe("ok ok ok ok ok")
  const other = await inside()
  expect(await other.codes()).toBe(shut)
  vi.stubEnv("SECOND_STEP", "requierd")
  expect(await other.codes()).toBe(shut)
  for (const none of ["", "optional", undefined]) {
    vi.stubEnv("SECOND_STEP", none)
    expect(await other.codes()).toBe("ok ok ok ok ok")
  }
})
