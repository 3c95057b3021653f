import { noteOwn } from "../db/account-event-rows.ts"
import type { AccountPass } from "../db/pass.ts"
import { ownFactor, spendRecoveryCode, spendStep } from "../db/second-factor-rows.ts"
import { secretHash } from "../db/secret-hash.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { typedCode } from "../domain/one-time-code.ts"
import { stepOf } from "./app-codes.ts"

/** By what the second step was taken; "none" where the account asks for none. */
export type SecondStep = "none" | "code" | "recovery-code"

/**
 * Take the second step into an account whose password was right, with a code of the app or a recovery code; each works
 * once. Fails with "code-needed" when nothing was typed, and with "code-wrong" for whatever else is not right.
 */
export async function takeSecondStep(pass: AccountPass, typed: string): Promise<Result<SecondStep>> {
  const factor = await ownFactor(pass)
  if (!factor?.confirmed) return ok("none")
  if (typed.trim() === "") return fail({ code: "code-needed" })
  const read = typedCode(typed)
  if (read.kind === "app") {
    const step = factor.secret && stepOf(factor.secret, read.code, pass.at)
    return step !== null && (await spendStep(pass, step)) ? ok("code") : fail({ code: "code-wrong" })
  }
  if (read.kind === "neither" || !(await spendRecoveryCode(pass, secretHash(read.code))))
    return fail({ code: "code-wrong" })
  await noteOwn(pass, "recovery-code-used")
  return ok("recovery-code")
}
