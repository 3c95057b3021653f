import { noteOwn } from "../db/account-event-rows.ts"
import { holdAccount } from "../db/accounts.ts"
import { deleteOwnFactor, dropIdleRecoveryCodes } from "../db/second-factor-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { nothing } from "../schema/account-input.ts"
import { provenCommand } from "./proven-command.ts"

/** Give up one's authenticator app. Its secret is deleted and, where no passkey asks for a second step, the recovery codes are too. */
export const removeSecondFactor = provenCommand(nothing, async pass => {
  await holdAccount(pass)
  if (!(await deleteOwnFactor(pass))) return fail({ code: "second-factor-none" })
  await dropIdleRecoveryCodes(pass)
  await noteOwn(pass, "second-factor-off")
  return ok({})
})
