import type { CookiesOptions } from "next-auth"

/**
 * The cookies of sign-in. Over TLS their names begin with __Host-, by which a browser takes them only from this very
 * host and only over TLS; on a loopback address without TLS it would refuse them, so they have plain names there.
 * No script sees them, and no other site's request but following a link brings them (a provider sends people back that way).
 */
export function sessionCookies(secure: boolean): CookiesOptions {
  const cookie = (name: string, maxAge?: number) => ({
    name: `${secure ? "__Host-" : ""}apparatus.${name}`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, ...(maxAge && { maxAge }) } as const,
  })
  return {
    sessionToken: cookie("session"),
    csrfToken: cookie("csrf"),
    callbackUrl: cookie("return"),
    pkceCodeVerifier: cookie("pkce", quarterOfAnHour),
    state: cookie("state", quarterOfAnHour),
    nonce: cookie("nonce", quarterOfAnHour),
  }
}

const quarterOfAnHour = 15 * 60
