import { noteOwn } from "../db/account-event-rows.ts"
import { endOwnSession } from "../db/session-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { sessionChoice } from "../schema/account-input.ts"
import { provenCommand } from "./proven-command.ts"

/** End one of one's own sessions; its next request is refused. */
export const endSession = provenCommand(sessionChoice, async (pass, { sessionId }) => {
  if (!(await endOwnSession(pass, sessionId))) return fail({ code: "not-found" })
  await noteOwn(pass, "session-ended")
  return ok({ sessionId })
})
