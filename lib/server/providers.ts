import type { Profile } from "next-auth"
import GitHub, { type GithubProfile } from "next-auth/providers/github"
import Google, { type GoogleProfile } from "next-auth/providers/google"
import type { OAuthConfig } from "next-auth/providers/oauth"

/** A provider as a page shows it. */
export interface ProviderName {
  readonly id: string
  readonly name: string
}

/**
 * What is taken from a provider. The e-mail address is empty unless the provider says that it was confirmed: an
 * address that anybody can claim must not open an account.
 */
interface Person {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

interface OidcProfile {
  readonly sub: string
  readonly name?: string
  readonly preferred_username?: string
  readonly given_name?: string
  readonly family_name?: string
  readonly email?: string
  readonly email_verified?: boolean | string
}

/** The providers that the environment switches on: each needs its _ID and _SECRET, OpenID Connect also OIDC_ISSUER. */
export function providers() {
  return [github(), google(), orcid(), oidc()].filter(provider => provider !== null)
}

export const providerNames = (): ProviderName[] => providers().map(({ id, name }) => ({ id, name }))

/** The name under which a provider's accounts are stored: the issuer is part of it, as another one has other people under the same numbers. */
export const identityProvider = (id: string): string => (id === "oidc" ? `oidc ${process.env["OIDC_ISSUER"]}` : id)

function github() {
  const keys = keysOf("GITHUB")
  return (
    keys &&
    GitHub({
      ...keys,
      userinfo: {
        url: "https://api.github.com/user",
        // The profile's own address may be any that was ever confirmed, or none; the list says which one is now.
        async request({ client, tokens }) {
          const profile = await client.userinfo<GithubProfile>(tokens.access_token!)
          const answer = await fetch("https://api.github.com/user/emails", {
            headers: { Authorization: `Bearer ${tokens.access_token}`, Accept: "application/vnd.github+json" },
            signal: AbortSignal.timeout(5_000),
          })
          const emails = answer.ok
            ? ((await answer.json()) as { email: string; primary: boolean; verified: boolean }[])
            : []
          const { email } = emails.find(each => each.primary && each.verified) ?? {}
          return { ...profile, email } as Profile
        },
      },
      profile: (profile: GithubProfile): Person => ({
        id: String(profile.id),
        name: profile.name ?? profile.login,
        email: profile.email ?? null,
      }),
    })
  )
}

function google() {
  const keys = keysOf("GOOGLE")
  return (
    keys &&
    Google({ ...keys, checks: ["pkce", "state", "nonce"], profile: (profile: GoogleProfile) => personOf(profile) })
  )
}

/**
 * ORCID never tells an e-mail address. An account without one could not be told apart in a project's list of members,
 * so that ORCID opens accounts that it was connected to, and makes none.
 */
function orcid() {
  return openId("orcid", "ORCID", "https://orcid.org", "openid", keysOf("ORCID"))
}

function oidc() {
  const issuer = process.env["OIDC_ISSUER"]
  return issuer
    ? openId("oidc", process.env["OIDC_NAME"] || "Single sign-on", issuer, "openid email profile", keysOf("OIDC"))
    : null
}

interface Keys {
  readonly clientId: string
  readonly clientSecret: string
}

function openId(
  id: string,
  name: string,
  issuer: string,
  scope: string,
  keys: Keys | null,
): OAuthConfig<OidcProfile> | null {
  if (!keys) return null
  return {
    id,
    name,
    type: "oauth",
    ...keys,
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    issuer,
    authorization: { params: { scope } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    userinfo: {
      // Many providers put the address only into the answer of their userinfo endpoint.
      async request({ client, tokens }) {
        const claims = (tokens as unknown as { claims(): OidcProfile }).claims()
        const more =
          claims.email || !client.issuer.metadata["userinfo_endpoint"]
            ? {}
            : await client.userinfo(tokens.access_token!)
        return { ...more, ...claims }
      },
    },
    profile: personOf,
  }
}

function personOf(profile: OidcProfile | GoogleProfile): Person {
  const { sub, email, given_name, family_name } = profile
  const full = [given_name, family_name].filter(Boolean).join(" ")
  const name =
    profile.name ||
    full ||
    ("preferred_username" in profile && profile.preferred_username) ||
    email?.split("@")[0] ||
    ""
  const verified = profile.email_verified === true || String(profile.email_verified) === "true"
  return { id: sub, name, email: (verified && email) || null }
}

function keysOf(prefix: string): Keys | null {
  const clientId = process.env[`${prefix}_ID`]
  const clientSecret = process.env[`${prefix}_SECRET`]
  return clientId && clientSecret ? { clientId, clientSecret } : null
}
