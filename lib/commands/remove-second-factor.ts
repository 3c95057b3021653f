import { noteOwn } from "../db/account-event-rows.ts"
import { holdAccount } from "../db/accounts.ts"
import { deleteOwnFactor } from "../db/second-factor-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { nothing } from "../schema/account-input.ts"
import { provenCommand } from "./proven-command.ts"

/** Switch two-step sign-in off; its secret and its recovery codes are deleted. */
export const removeSecondFactor = provenCommand(nothing, async pass => {
  await holdAccount(pass)
  if (!(await deleteOwnFactor(pass))) return fail({ code: "second-factor-none" })
  await noteOwn(pass, "second-factor-off")
  return ok({})
})
