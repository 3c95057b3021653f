import { noteOwn } from "../db/account-event-rows.ts"
import { endOwnSessionsBut } from "../db/session-rows.ts"
import { ok } from "../domain/failure.ts"
import { nothing } from "../schema/account-input.ts"
import { provenCommand } from "./proven-command.ts"

/** End all of one's own sessions but the one that asks; answers how many that were. */
export const endOtherSessions = provenCommand(nothing, async (pass, _, { sessionId }) => {
  const ended = await endOwnSessionsBut(pass, sessionId)
  await noteOwn(pass, "other-sessions-ended")
  return ok({ ended })
})
