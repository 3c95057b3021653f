import type { Browser } from "../commands/begin-passkey-sign-in.ts"
import { fail, type Result } from "../domain/failure.ts"
import { takeTurn } from "./rate-limit.ts"
import { sessionCookies } from "./session-cookies.ts"
import { type Visit, visitOf } from "./visit.ts"

/** Which browser a visit is of, by the cookie that each gets when it asks how to sign in; null when it did not. */
export function browserOf(visit: Visit): Browser | null {
  const name = visit.cookies[sessionCookies(visit.secure).csrfToken!.name!]
  return name ? { name, origin: visit.origin } : null
}

/** A command for `open` by which a browser begins to sign in with a passkey; an address may call it only so often. */
export function withBrowser<T>(command: (browser: Browser, input: unknown) => Promise<Result<T>>) {
  return async (input: unknown, request: Request): Promise<Result<T>> => {
    const visit = visitOf(request.headers)
    const turn = await takeTurn("passkey-address", visit.neighbourhood)
    if (!turn.ok) return turn
    const browser = browserOf(visit)
    return browser ? command(browser, input) : fail({ code: "sign-in-failed" })
  }
}
