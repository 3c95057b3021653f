import { sessionCookieName } from "./auth.ts"
import { visitOf } from "./visit.ts"

/** A handler after whose success the browser forgets its session's cookie. */
export function leaving<C, Said extends object>(handler: ((request: Request, context: C) => Promise<Response>) & Said) {
  const run = async (request: Request, context: C): Promise<Response> => {
    const response = await handler(request, context)
    const visit = visitOf(request.headers)
    const secure = visit.secure ? "; Secure" : ""
    const cookie = `${sessionCookieName(visit)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`
    if (response.ok) response.headers.append("Set-Cookie", cookie)
    return response
  }
  return Object.assign(run, handler)
}
