import { noteOwn } from "../db/account-event-rows.ts"
import { type Actor, ownAccount } from "../db/pass.ts"
import { endOwnSession } from "../db/session-rows.ts"
import { ok } from "../domain/failure.ts"
import { nothing } from "../schema/account-input.ts"

/** End the session that asks, so that a copy of its cookie is worth nothing either. */
async function run(actor: Actor & { readonly sessionId: string }) {
  return ownAccount(actor, async pass => {
    if (await endOwnSession(pass, actor.sessionId)) await noteOwn(pass, "sign-out")
    return ok({})
  })
}

export const signOut = Object.assign(run, {
  needs: "account",
  scope: "account",
  admits: "session",
  input: nothing,
} as const)
