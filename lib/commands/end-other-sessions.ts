import { type Actor, ownAccount } from "../db/pass.ts"
import { endOwnSessionsBut } from "../db/session-rows.ts"
import { ok } from "../domain/failure.ts"
import { nothing } from "../schema/account-input.ts"

/** End all of one's own sessions but the one that asks; answers how many that were. */
async function run(actor: Actor & { readonly sessionId: string }) {
  return ownAccount(actor, async pass => ok({ ended: await endOwnSessionsBut(pass, actor.sessionId) }))
}

export const endOtherSessions = Object.assign(run, {
  needs: "account",
  scope: "account",
  admits: "session",
  input: nothing,
} as const)
