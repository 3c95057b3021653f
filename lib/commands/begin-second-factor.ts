import { holdAccount, ownAccountRow } from "../db/accounts.ts"
import { beginOwnFactor } from "../db/second-factor-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { nothing } from "../schema/account-input.ts"
import { appSecretWords, newAppSecret } from "./app-codes.ts"
import { provenCommand } from "./proven-command.ts"

/**
 * Begin to set up two-step sign-in: answers a secret for an authenticator app, in words and as the address in a QR code, and
 * nowhere else. It asks for nothing until a code is confirmed; begun again, there is another secret.
 */
export const beginSecondFactor = provenCommand(nothing, async pass => {
  await holdAccount(pass)
  const { email, passwordHash } = await ownAccountRow(pass)
  if (!passwordHash) return fail({ code: "password-none" })
  const secret = newAppSecret()
  if (!(await beginOwnFactor(pass, secret))) return fail({ code: "second-factor-on" })
  return ok(appSecretWords(secret, email))
})
