import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { database } from "../../lib/db/client.ts"
import { signedInBy } from "../../lib/server/auth.ts"
import { providerNames } from "../../lib/server/providers.ts"
import { visitOf } from "../../lib/server/visit.ts"
import { type Claims, startIssuer } from "./issuer.ts"
import { goodPassword, person } from "./person.ts"
import { Visitor } from "./visitor.ts"

let issuer: Awaited<ReturnType<typeof startIssuer>>
beforeAll(async () => {
  issuer = await startIssuer({ id: "apparatus", secret: "between us" })
  await person()
})
afterAll(() => issuer.stop())
beforeEach(() => {
  vi.stubEnv("OIDC_ISSUER", issuer.url)
  vi.stubEnv("OIDC_ID", "apparatus")
  vi.stubEnv("OIDC_SECRET", "between us")
  vi.stubEnv("OIDC_NAME", "The university")
  for (const log of ["info", "error"] as const) vi.spyOn(console, log).mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

let count = 0
const claims = (more: Partial<Claims> = {}): Claims => {
  const sub = `subject-${++count}`
  return { sub, name: "Greta Falk", email: `${sub}@university.example`, email_verified: true, ...more }
}

/** Go to the provider and agree there; answers where the browser is sent back to. */
async function leave(visitor: Visitor, token: Claims, userinfo?: Claims, callbackUrl = "/projects"): Promise<URL> {
  const body = { csrfToken: await visitor.csrf(), callbackUrl, json: "true" }
  const { url } = (await (await visitor.auth("POST", "signin/oidc", body)).json()) as { url: string }
  return issuer.agree(url, token, userinfo)
}

/** Come back from the provider; answers where the browser ends up. */
async function comeBack(visitor: Visitor, back: URL): Promise<string> {
  const response = await visitor.auth("GET", `callback/oidc${back.search}`)
  expect(response.status).toBe(302)
  const next = new URL(response.headers.get("location")!, `http://${visitor.host}`)
  return next.pathname + next.search
}

const signIn = async (visitor: Visitor, token: Claims, userinfo?: Claims) =>
  comeBack(visitor, await leave(visitor, token, userinfo))
const who = (visitor: Visitor) => signedInBy(visitOf(visitor.headers()))

test("the environment alone switches providers on", () => {
  expect(providerNames()).toEqual([{ id: "oidc", name: "The university" }])
  for (const name of ["GITHUB", "GOOGLE", "ORCID"]) {
    vi.stubEnv(`${name}_ID`, "id")
    vi.stubEnv(`${name}_SECRET`, "secret")
  }
  vi.stubEnv("OIDC_SECRET", "")
  expect(providerNames().map(each => each.name)).toEqual(["GitHub", "Google", "ORCID"])
})

test("the first time makes an account, the second time opens it", async () => {
  const says = claims()
  const first = new Visitor()
  expect(await signIn(first, says)).toBe("/projects")
  const made = await who(first)
  expect(made).toMatchObject({ name: "Greta Falk", email: says.email })
  const second = new Visitor()
  await signIn(second, { ...says, email: "moved@university.example" })
  expect((await who(second))!.id).toBe(made!.id)
  expect(await database().user.count({ where: { name: "Greta Falk", email: says["email"] as string } })).toBe(1)
})

test("an address that only userinfo tells counts as well", async () => {
  const says = claims()
  const visitor = new Visitor()
  expect(await signIn(visitor, { sub: says.sub }, says)).toBe("/projects")
  expect((await who(visitor))!.email).toBe(says["email"])
})

test("the browser goes where it was going", async () => {
  const visitor = new Visitor("192.0.2.1", "localhost:8123")
  const back = await leave(visitor, claims(), undefined, "/invitation/abc")
  expect(back.origin).toBe("http://localhost:8123")
  expect(await comeBack(visitor, back)).toBe("/invitation/abc")
})

test("an existing account with the same address is not taken over; it can be connected from inside", async () => {
  const user = await person()
  const says = claims({ email: user.email.toUpperCase() })
  const stranger = new Visitor()
  expect(await signIn(stranger, says)).toBe("/sign-in?error=identity-email-known")
  expect(await who(stranger)).toBeNull()
  const inside = new Visitor()
  await inside.signIn(user.email, goodPassword)
  expect(await comeBack(inside, await leave(inside, says, undefined, "/account"))).toBe("/account")
  const later = new Visitor()
  expect(await signIn(later, says)).toBe("/projects")
  expect((await who(later))!.id).toBe(user.id)
})

test("connecting replaces the session and does not leave the one before alive", async () => {
  const user = await person()
  const inside = new Visitor()
  await inside.signIn(user.email, goodPassword)
  const before = inside.copy()
  await comeBack(inside, await leave(inside, claims(), undefined, "/account"))
  expect([(await who(inside))?.id, await who(before)]).toEqual([user.id, null])
})

test("who proved too long ago who they are connects nothing, and signs in again with what is connected", async () => {
  const user = await person()
  const [inside, says] = [new Visitor(), claims()]
  await inside.signIn(user.email, goodPassword)
  const age = () => database().session.updateMany({ where: { userId: user.id }, data: { provenAt: new Date(0) } })
  await age()
  expect(await signIn(inside, says)).toBe("/account?error=proof-needed")
  expect(await database().identity.count({ where: { userId: user.id } })).toBe(0)
  await inside.signIn(user.email, goodPassword)
  await signIn(inside, says)
  await age()
  expect(await signIn(inside, says)).toBe("/projects")
  const proven = { userId: user.id, endedAt: null, provenAt: { gt: new Date(Date.now() - 60_000) } }
  expect(await database().session.count({ where: proven })).toBe(1)
})

test("somebody else's provider account can't be connected", async () => {
  const says = claims()
  await signIn(new Visitor(), says)
  const user = await person()
  const inside = new Visitor()
  await inside.signIn(user.email, goodPassword)
  expect(await signIn(inside, says)).toBe("/account?error=identity-taken")
  expect((await who(inside))!.id).toBe(user.id)
  expect(await database().identity.count({ where: { userId: user.id } })).toBe(0)
})

test.each([
  ["not confirmed", { email_verified: false }],
  ["not said to be confirmed", { email_verified: undefined }],
  ["missing", { email: undefined }],
  ["not an address", { email: "greta@" }],
])("an address that is %s makes no account", async (_, more) => {
  const visitor = new Visitor()
  const users = await database().user.count()
  expect(await signIn(visitor, claims(more))).toBe("/sign-in?error=identity-email-missing")
  expect(await who(visitor)).toBeNull()
  expect(await database().user.count()).toBe(users)
})

test("the same number at another issuer is another person", async () => {
  const says = claims()
  await signIn(new Visitor(), says)
  const other = await startIssuer({ id: "apparatus", secret: "between us" })
  vi.stubEnv("OIDC_ISSUER", other.url)
  const visitor = new Visitor()
  const body = { csrfToken: await visitor.csrf(), callbackUrl: "/projects", json: "true" }
  const { url } = (await (await visitor.auth("POST", "signin/oidc", body)).json()) as { url: string }
  const back = other.agree(url, { ...says, email: "another@elsewhere.example" })
  expect(await comeBack(visitor, back)).toBe("/projects")
  expect((await who(visitor))!.email).toBe("another@elsewhere.example")
  await other.stop()
})

test("an answer for another browser, another state or another nonce is refused", async () => {
  const failed = /^\/api\/auth\/error\?error=(OAuth)?Callback$/
  const victim = new Visitor()
  await leave(victim, claims())
  const attackers = await leave(new Visitor(), claims())
  expect(await comeBack(victim, attackers)).toMatch(failed)
  const own = await leave(victim, claims())
  own.searchParams.set("state", "made-up")
  expect(await comeBack(victim, own)).toMatch(failed)
  issuer.forgeNonce("another")
  expect(await signIn(victim, claims())).toMatch(failed)
  issuer.forgeNonce(null)
  expect(await who(victim)).toBeNull()
})

test("who says no at the provider is led back to our own page", async () => {
  const visitor = new Visitor()
  const back = await leave(visitor, claims())
  const refused = new URL(`${back.origin}${back.pathname}?error=access_denied&state=${back.searchParams.get("state")}`)
  expect(await comeBack(visitor, refused)).toBe("/api/auth/error?error=Callback")
  const next = await visitor.auth("GET", "error?error=Callback")
  expect(next.headers.get("location")).toMatch(/\/api\/auth\/signin\?error=Callback$/)
  const last = await visitor.auth("GET", "signin?error=Callback")
  expect(last.headers.get("location")).toMatch(/^\/sign-in\?.*error=Callback$/)
})

test("what an address adds is not handed on to the provider", async () => {
  const visitor = new Visitor()
  const body = { csrfToken: await visitor.csrf(), json: "true" }
  const answer = await visitor.auth(
    "POST",
    "signin/oidc?scope=everything&redirect_uri=https%3A%2F%2Fevil.example",
    body,
  )
  const { url } = (await answer.json()) as { url: string }
  expect(new URL(url).searchParams.get("scope")).toBe("openid email profile")
  expect(new URL(url).searchParams.get("redirect_uri")).toBe("http://127.0.0.1:3000/api/auth/callback/oidc")
})
