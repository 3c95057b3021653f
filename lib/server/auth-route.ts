import { under } from "../db/circumstances.ts"
import { type Ask, askNextAuth } from "./ask-next-auth.ts"
import { authOptions } from "./auth.ts"
import { readBody } from "./body.ts"
import { defect, problem } from "./respond.ts"
import { sameOrigin } from "./same-origin.ts"
import { circumstancesOf, visitOf } from "./visit.ts"

/**
 * What of next-auth can be reached from outside; "error" and "signin" only lead on to our own page. Its sign-out (ours
 * ends the session's row as well), its session and its log endpoint can't be reached.
 */
const doors: Readonly<Record<string, readonly string[]>> = {
  GET: ["csrf", "callback", "error", "signin"],
  POST: ["signin", "callback"],
}

/** Bytes of a request to sign in. */
const limit = 16_384

/** The handler of /api/auth/…: sign-in by password, and the way to a provider and back. */
export async function authRoute(
  request: Request,
  context: { readonly params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  try {
    const action = (await context.params).nextauth
    if (!doors[request.method]?.includes(action[0] ?? "")) return problem({ code: "not-found" })
    const visit = visitOf(request.headers)
    const search = Object.fromEntries(new URL(request.url).searchParams)
    const ask = (asked: Pick<Ask, "method" | "search" | "body">) =>
      under(circumstancesOf(request.headers), () => askNextAuth({ action, ...asked }, visit, authOptions(visit)))
    if (request.method === "GET") return await ask({ method: "GET", search })
    if (!sameOrigin(request)) return problem({ code: "foreign-origin" })
    const body = await readBody(request, limit)
    if (!body.ok) return problem(body.failure)
    // The address's search stays out: next-auth would hand it on to the provider.
    return await ask({ method: "POST", search: {}, body: body.value })
  } catch (error) {
    return defect(error, request)
  }
}
