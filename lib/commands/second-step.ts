import { noteOwn } from "../db/account-event-rows.ts"
import type { AccountPass } from "../db/pass.ts"
import { ownFactor, ownSecondWays, spendRecoveryCode, spendStep } from "../db/second-factor-rows.ts"
import { secretHash } from "../db/secret-hash.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { typedCode } from "../domain/one-time-code.ts"
import { stepOf } from "./app-codes.ts"
import { type AnsweredPasskey, takePasskey } from "./take-passkey.ts"

/** By what the second step was taken; "none" where the account asks for none. */
export type SecondStep = "none" | "code" | "recovery-code" | "passkey"

/**
 * Take the second step into an account whose password was right, with a passkey, a code of the app or a recovery code; each
 * answer and code works once. Fails with "code-needed" when nothing came, with "passkey-wrong" or "passkey-copied" for a
 * passkey, and with "code-wrong" for whatever else is not right.
 */
export async function takeSecondStep(
  pass: AccountPass,
  typed: string,
  passkey: AnsweredPasskey | null = null,
): Promise<Result<SecondStep>> {
  const by = await ownSecondWays(pass)
  if (!by) return ok("none")
  if (passkey) {
    const taken = await takePasskey(pass, passkey)
    return taken.ok ? ok("passkey") : taken
  }
  if (typed.trim() === "") return fail({ code: "code-needed", by })
  const read = typedCode(typed)
  if (read.kind === "app") {
    const factor = await ownFactor(pass)
    const step = factor?.confirmed && factor.secret && stepOf(factor.secret, read.code, pass.at)
    return typeof step === "number" && (await spendStep(pass, step)) ? ok("code") : fail({ code: "code-wrong" })
  }
  if (read.kind === "neither" || !(await spendRecoveryCode(pass, secretHash(read.code))))
    return fail({ code: "code-wrong" })
  await noteOwn(pass, "recovery-code-used")
  return ok("recovery-code")
}
