import { noteOwn } from "../db/account-event-rows.ts"
import { holdAccount } from "../db/accounts.ts"
import { ownSecondWays } from "../db/second-factor-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { nothing } from "../schema/account-input.ts"
import { newRecoveryCodes } from "./new-recovery-codes.ts"
import { provenCommand } from "./proven-command.ts"

/** Make ten new recovery codes, which stand in the answer and nowhere else. The earlier ones count no more. */
export const renewRecoveryCodes = provenCommand(nothing, async pass => {
  await holdAccount(pass)
  if (!(await ownSecondWays(pass))) return fail({ code: "second-factor-none" })
  const recoveryCodes = await newRecoveryCodes(pass)
  await noteOwn(pass, "recovery-codes-renewed")
  return ok({ recoveryCodes })
})
