import { noteRefusal } from "../db/account-event-rows.ts"
import type { Actor } from "../db/pass.ts"
import type { Permission } from "../domain/access.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { type Admission, scopeOf } from "../domain/token-scope.ts"
import { requireActor, streamActor } from "./actor.ts"
import { bearerOf, bringsToken } from "./bearer.ts"
import { lacksSecondStep } from "./second-step.ts"

/** Who is calling: somebody who is signed in, or a program with a token of theirs. */
export interface Caller {
  readonly actor: Actor
  readonly byToken: boolean
}

/** What a command asks of whoever calls it: a permission in a project or, on an account, how it admits tokens. */
export type Asked = { readonly needs: Permission } | { readonly needs: "account"; readonly admits: Admission }

/** What a token has to be allowed for a command. */
export const admissionTo = (command: Asked): Admission =>
  command.needs === "account" ? command.admits : scopeOf[command.needs]

/** Who is calling. Fails when their token lacks the scope, or when the page that calls says that it was made for somebody else. */
export async function callerOf(request: Request, admits: Admission): Promise<Result<Caller>> {
  const caller = await somebody(request, admits)
  const meant = request.headers.get("x-apparatus-person")
  return caller.ok && meant !== null && meant !== caller.value.actor.id ? fail({ code: "other-person" }) : caller
}

async function somebody(request: Request, admits: Admission): Promise<Result<Caller>> {
  if (!bringsToken(request)) {
    const actor = await requireActor()
    if (!actor.ok) return actor
    // What only a session may do is what one does to one's account, a second step among it.
    if (admits !== "session" && (await lacksSecondStep(actor.value.id))) return fail({ code: "second-step-needed" })
    return ok({ actor: actor.value, byToken: false })
  }
  const token = await bearerOf(request)
  if (!token.ok) return token
  const { userId, scopes } = token.value
  const actor = { id: userId }
  if (admits === "session") {
    noteRefusal(actor, "token-refused")
    return fail({ code: "token-refused" })
  }
  if (await lacksSecondStep(userId)) return fail({ code: "second-step-needed" })
  if (scopes.includes(admits)) return ok({ actor, byToken: true })
  noteRefusal(actor, `scope-missing ${admits}`)
  return fail({ code: "scope-missing", scope: admits })
}

/** Who opens a stream, and what stays the same for as long as they are let in: their session, or their token. */
export async function streamCaller(request: Request): Promise<Result<Caller & { readonly by: string }>> {
  if (!bringsToken(request)) {
    const actor = await streamActor(request)
    if (!actor) return fail({ code: "signed-out" })
    if (await lacksSecondStep(actor.id)) return fail({ code: "second-step-needed" })
    return ok({ actor, byToken: false, by: actor.sessionId })
  }
  const token = await bearerOf(request)
  if (!token.ok) return token
  const { id, userId, scopes } = token.value
  if (await lacksSecondStep(userId)) return fail({ code: "second-step-needed" })
  return scopes.includes("read")
    ? ok({ actor: { id: userId }, byToken: true, by: id })
    : fail({ code: "scope-missing", scope: "read" })
}
