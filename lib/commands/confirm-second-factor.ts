import { noteOwn } from "../db/account-event-rows.ts"
import { holdAccount } from "../db/accounts.ts"
import { confirmOwnFactor, ownFactor } from "../db/second-factor-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { typedCode } from "../domain/one-time-code.ts"
import { codeWords } from "../schema/account-input.ts"
import { stepOf } from "./app-codes.ts"
import { firstRecoveryCodes } from "./new-recovery-codes.ts"
import { provenCommand } from "./proven-command.ts"

/**
 * Switch two-step sign-in on with the first code of the app, which shows that the app has the secret. Answers the recovery
 * codes, which stand nowhere else; none when there are some from a passkey. When the answer was lost, renew them.
 */
export const confirmSecondFactor = provenCommand(codeWords, async (pass, { code }) => {
  await holdAccount(pass)
  const factor = await ownFactor(pass)
  if (!factor) return fail({ code: "second-factor-none" })
  if (factor.confirmed) return fail({ code: "second-factor-on" })
  const read = typedCode(code)
  const step = read.kind === "app" && factor.secret ? stepOf(factor.secret, read.code, pass.at) : null
  if (step === null || !(await confirmOwnFactor(pass, step))) return fail({ code: "code-wrong" })
  const recoveryCodes = await firstRecoveryCodes(pass)
  await noteOwn(pass, "second-factor-on")
  return ok({ recoveryCodes })
})
