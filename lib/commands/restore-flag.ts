import { flagById } from "../db/claim-rows.ts"
import { lastActor } from "../db/last-actor.ts"
import { may } from "../domain/access.ts"
import { fail, ok } from "../domain/failure.ts"
import { flagWithdrawal } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"

/** Bring a withdrawn flag back: one's own, or anybody's for those who answer flags. It stays raised by who raised it. */
export const restoreFlag = documentCommand("flag.raise", flagWithdrawal, async (pass, { flagId, version }) => {
  const flag = await flagById(pass, flagId)
  if (!flag) return fail({ code: "not-found" })
  const { state: before } = flag
  // Nobody else is told who raised it.
  if (before.raisedBy !== pass.actor.id && !may(pass.role, "flag.answer")) return fail({ code: "only-your-own" })
  if (flag.version !== version || before.status !== "withdrawn")
    return fail({
      code: "conflict",
      current: { ...before, version: flag.version },
      by: await lastActor(pass, flagId),
    })
  const after = { ...before, status: "open" as const }
  return ok({ change: { kind: "flag-restored", effect: { flags: [{ before, after }] } } })
})
