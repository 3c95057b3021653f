import { noteOwn } from "../db/account-event-rows.ts"
import { holdAccount } from "../db/accounts.ts"
import { deleteOwnPasskeys } from "../db/passkey-rows.ts"
import { dropIdleRecoveryCodes } from "../db/second-factor-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { passkeyChoice } from "../schema/passkey-input.ts"
import { provenCommand } from "./proven-command.ts"

/** Remove one of one's own passkeys; with the last second factor the recovery codes go. */
export const removePasskey = provenCommand(passkeyChoice, async (pass, { passkeyId }) => {
  await holdAccount(pass)
  if ((await deleteOwnPasskeys(pass, passkeyId)) === 0) return fail({ code: "not-found" })
  await dropIdleRecoveryCodes(pass)
  await noteOwn(pass, "passkey-removed")
  return ok({ id: passkeyId })
})
