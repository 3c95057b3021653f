import { endOwnSession } from "../db/session-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { sessionChoice } from "../schema/account-input.ts"
import { accountCommand } from "./command.ts"

/** End one of one's own sessions; its next request is refused. */
export const endSession = accountCommand("session", sessionChoice, async (pass, { sessionId }) =>
  (await endOwnSession(pass, sessionId)) ? ok({ sessionId }) : fail({ code: "not-found" }),
)
