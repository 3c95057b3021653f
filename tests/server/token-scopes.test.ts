import { uuidv7 } from "uuidv7"
import { beforeAll, expect, test, vi } from "vitest"
import { type Admission, type TokenScope, tokenScopes } from "../../lib/domain/token-scope.ts"
import { Program, tokenOf } from "./bearer.ts"
import { paramsOf, routes } from "./caller.ts"
import { person } from "./person.ts"

vi.mock("next/headers", () => ({ headers: async () => new Headers() }))

const admits = (at: string) => (routes.get(at) as unknown as { admits?: Admission | null }).admits
const all = [...routes.keys()].sort()
const of = (admission: Admission | null) => all.filter(at => admits(at) === admission)

/** With nothing in it that any command could carry out. */
const nothing = (at: string) => Object.fromEntries(Object.keys(paramsOf(at, {})).map(name => [name, uuidv7()]))

let programs: Record<TokenScope, Program>
beforeAll(async () => {
  vi.spyOn(console, "info").mockImplementation(() => {})
  const somebody = await person()
  const made = await Promise.all(
    tokenScopes.map(async scope => [scope, new Program((await tokenOf(somebody, { scopes: [scope] })).token)] as const),
  )
  programs = Object.fromEntries(made) as Record<TokenScope, Program>
})

test("every route says what it takes to come with a token", () => {
  expect(all.length).toBeGreaterThan(130)
  expect(all.filter(at => admits(at) === undefined)).toEqual([])
})

test("what can be done signed in only is what decides who gets in", () => {
  expect(of("session")).toEqual([
    "DELETE account",
    "DELETE account/identities",
    "DELETE account/passkeys/[passkeyId]",
    "DELETE account/second-factor",
    "DELETE account/sessions",
    "DELETE account/sessions/[sessionId]",
    "DELETE account/tokens/[tokenId]",
    "POST account/passkeys",
    "POST account/passkeys/[passkeyId]",
    "POST account/passkeys/challenge",
    "POST account/password",
    "POST account/proof",
    "POST account/proof/challenge",
    "POST account/proof/passkey",
    "POST account/second-factor",
    "POST account/second-factor/confirm",
    "POST account/second-factor/recovery-codes",
    "POST account/sign-out",
    "POST account/tokens",
  ])
})

test("nobody is asked for where there is nothing of anybody's", () => {
  expect(of(null).filter(at => !at.endsWith(" [...rest]"))).toEqual([
    "GET openapi.json",
    "GET schemas/claim-lines-1.json",
    "GET schemas/claims-1.json",
    "POST invitation/register",
    "POST setup",
    "POST sign-in/passkey",
    "POST unsubscribe/[token]",
  ])
})

test("reading takes a token that reads, and so does having an export made", () => {
  const reading = all.filter(at => at.startsWith("GET ") && admits(at) !== null)
  expect(reading.length).toBeGreaterThan(40)
  expect(of("read")).toEqual(
    [
      ...reading,
      "POST projects/[projectId]/exports",
      "POST projects/[projectId]/exports/[jobId]/cancel",
      "POST projects/[projectId]/exports/[jobId]/retry",
      "POST splitter",
    ].sort(),
  )
})

test("what concerns people and rules takes a token that manages", () => {
  expect(of("manage")).toEqual([
    "POST account/export-names",
    "POST account/mail",
    "POST account/name",
    "POST invitation/accept",
    "POST projects",
    "POST projects/[projectId]",
    "POST projects/[projectId]/blindness",
    "POST projects/[projectId]/citation-style",
    "POST projects/[projectId]/citation-style/[styleId]/retire",
    "POST projects/[projectId]/citation-style/upload",
    "POST projects/[projectId]/documents/[documentId]/blindness",
    "POST projects/[projectId]/export-names",
    "POST projects/[projectId]/invitations",
    "POST projects/[projectId]/invitations/[invitationId]/withdraw",
    "POST projects/[projectId]/members/[userId]/remove",
    "POST projects/[projectId]/members/[userId]/role",
    "POST projects/[projectId]/policy",
    "POST projects/[projectId]/policy/preview",
    "POST projects/[projectId]/queue",
    "POST projects/[projectId]/rounds",
    "POST projects/[projectId]/rounds/[roundId]/end",
    "POST projects/[projectId]/rounds/[roundId]/reveal",
    "POST projects/[projectId]/webhooks",
    "POST projects/[projectId]/webhooks/[webhookId]",
    "POST projects/[projectId]/webhooks/[webhookId]/again",
    "POST projects/[projectId]/webhooks/[webhookId]/deliveries/[deliveryId]/again",
    "POST projects/[projectId]/webhooks/[webhookId]/pause",
    "POST projects/[projectId]/webhooks/[webhookId]/remove",
    "POST projects/[projectId]/webhooks/[webhookId]/resume",
    "POST projects/[projectId]/webhooks/[webhookId]/secret",
    "POST projects/[projectId]/webhooks/[webhookId]/test",
    "POST projects/[projectId]/work/assign",
    "POST projects/[projectId]/work/assign/preview",
    "POST projects/[projectId]/work/end",
    "POST projects/archive",
    "POST projects/archive/read",
  ])
})

test.each(all.filter(at => admits(at) !== null))("%s lets in tokens of its scope and no others", async at => {
  const admission = admits(at)!
  for (const scope of tokenScopes) {
    const { status, headers, response } = await programs[scope].call(at, nothing(at))
    if (admission === scope) {
      // Where a file is taken, what is sent here is none.
      expect([200, 404, 415, 422], scope).toContain(status)
      await response.body?.cancel()
      continue
    }
    const lacks = admission === "session" ? { code: "token-refused" } : { code: "scope-missing", scope: admission }
    expect([status, await response.json()], scope).toMatchObject([403, lacks])
    const asks = `Bearer realm="Apparatus", error="insufficient_scope", scope="${admission}"`
    expect(headers.get("www-authenticate"), scope).toBe(admission === "session" ? null : asks)
  }
  const stranger = await new Program("apparatus_0").ask(at, nothing(at))
  expect([stranger.status, stranger.body["code"]]).toEqual([401, "token-invalid"])
  expect(stranger.headers.get("www-authenticate")).toBe('Bearer realm="Apparatus", error="invalid_token"')
})
