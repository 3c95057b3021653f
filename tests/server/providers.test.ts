import { afterEach, expect, test, vi } from "vitest"
import { providers } from "../../lib/server/providers.ts"

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

const list = [
  { email: "old@example.org", primary: false, verified: true },
  { email: "now@example.org", primary: true, verified: true },
]

test.each([
  ["the primary confirmed address", list, "now@example.org"],
  ["no address that is not confirmed", list.map(each => ({ ...each, verified: false })), null],
  ["no address that is not the primary one", list.slice(0, 1), null],
])("GitHub gives %s, whatever the profile shows", async (_, emails, email) => {
  vi.stubEnv("GITHUB_ID", "id")
  vi.stubEnv("GITHUB_SECRET", "secret")
  vi.stubGlobal("fetch", async () => Response.json(emails))
  const { userinfo, profile } = providers()[0]!.options as Required<
    NonNullable<ReturnType<typeof providers>[number]["options"]>
  >
  const shown = { id: 7, login: "gfalk", name: null, email: "shown@example.org" }
  const client = { userinfo: async () => shown }
  const ask = (userinfo as { request: (context: object) => Promise<object> }).request
  const person = await profile((await ask({ client, tokens: { access_token: "token" } })) as never, {})
  expect(person).toMatchObject({ id: "7", name: "gfalk", email })
})

test("an OpenID Connect issuer is found with or without a slash at its end", () => {
  vi.stubEnv("OIDC_ID", "id")
  vi.stubEnv("OIDC_SECRET", "secret")
  for (const issuer of ["https://sso.example/realm", "https://sso.example/realm/"]) {
    vi.stubEnv("OIDC_ISSUER", issuer)
    expect(providers()[0]!.wellKnown).toBe("https://sso.example/realm/.well-known/openid-configuration")
  }
})
