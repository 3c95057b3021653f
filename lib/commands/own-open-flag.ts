import { type FlagRow, flagById } from "../db/claim-rows.ts"
import { lastActor } from "../db/last-actor.ts"
import type { DocumentPass } from "../db/pass.ts"
import { fail, ok, type Result } from "../domain/failure.ts"

/** The flag, if the actor raised it, it is open and it stands as they saw it. Nobody else is told who raised it. */
export async function ownOpenFlag(pass: DocumentPass, flagId: string, version: number): Promise<Result<FlagRow>> {
  const flag = await flagById(pass, flagId)
  if (!flag) return fail({ code: "not-found" })
  if (flag.state.status !== "open") return fail({ code: "flag-closed", standing: flag.state.status })
  if (flag.state.raisedBy !== pass.actor.id) return fail({ code: "only-your-own" })
  if (flag.version !== version)
    return fail({
      code: "conflict",
      current: { ...flag.state, version: flag.version },
      by: await lastActor(pass, flagId),
    })
  return ok(flag)
}
