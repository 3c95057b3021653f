import { type LiveToken, liveToken } from "../db/access-token-rows.ts"
import { noteEvent } from "../db/account-event-rows.ts"
import { isAccessToken } from "../domain/access-token.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { logSignIn } from "./log-sign-in.ts"
import { takeTurn } from "./rate-limit.ts"
import { visitOf } from "./visit.ts"

/**
 * Whether a request brings an access token, right or wrong. What it says is then all that counts: its cookies are not
 * looked at, and since no browser sends a token by itself, no other site can make one send it.
 */
export const bringsToken = (request: Request): boolean =>
  /^bearer(\s|$)/i.test(request.headers.get("authorization") ?? "")

/** The token of a request that brings one. Wrong ones are counted by address; right ones are let in whatever that count is. */
export async function bearerOf(request: Request): Promise<Result<LiveToken>> {
  const words = /^bearer +(\S+) *$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? ""
  const token = isAccessToken(words) ? await liveToken(words, new Date()) : null
  if (token) return ok(token)
  const visit = visitOf(request.headers)
  logSignIn("refused", visit, { why: "token-invalid" })
  const turn = await takeTurn("token-address", visit.neighbourhood)
  if (!turn.ok) return turn
  await noteEvent({ kind: "access", userId: null, refused: true, detail: "token-invalid" })
  return fail({ code: "token-invalid" })
}
