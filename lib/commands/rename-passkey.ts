import { noteOwn } from "../db/account-event-rows.ts"
import { renameOwnPasskey } from "../db/passkey-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { renamedPasskey } from "../schema/passkey-input.ts"
import { provenCommand } from "./proven-command.ts"

/** Call one of one's own passkeys something else. */
export const renamePasskey = provenCommand(renamedPasskey, async (pass, { passkeyId, name }) => {
  if (!(await renameOwnPasskey(pass, passkeyId, name))) return fail({ code: "not-found" })
  await noteOwn(pass, "passkey-renamed")
  return ok({ id: passkeyId, name })
})
