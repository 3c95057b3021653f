import type { AccountPass } from "../db/pass.ts"
import { ownKey, savePasskeyUse } from "../db/passkey-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { UsedPasskey } from "../schema/passkey-input.ts"
import { checkUsed, credentialIdOf, saysWhose } from "./passkey-protocol.ts"

/** The answer of an authenticator, with what it was asked and where. */
export interface AnsweredPasskey {
  readonly answer: UsedPasskey
  /** As it was taken; null when nothing was asked, or an answer came before. */
  readonly challenge: Uint8Array | null
  readonly origin: string
}

/** Take the answer of one of one's own passkeys. Fails with "passkey-copied" when its count went back, and otherwise with "passkey-wrong". */
export async function takePasskey(
  pass: AccountPass,
  { answer, challenge, origin }: AnsweredPasskey,
): Promise<Result<null>> {
  const key = await ownKey(pass, credentialIdOf(answer.id))
  if (!key || !challenge || saysWhose(answer, pass.actor.id) === false) return fail({ code: "passkey-wrong" })
  const used = await checkUsed(answer, { challenge, origin }, key)
  if (!used) return fail({ code: "passkey-wrong" })
  return (await savePasskeyUse(pass, key.id, used)) ? ok(null) : fail({ code: "passkey-copied" })
}
