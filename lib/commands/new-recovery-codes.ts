import { randomBytes } from "node:crypto"
import type { AccountPass } from "../db/pass.ts"
import { recoveryCodesLeft, replaceRecoveryCodes } from "../db/second-factor-rows.ts"
import { secretHash } from "../db/secret-hash.ts"
import { recoveryCode, recoveryCodes } from "../domain/one-time-code.ts"

/** Make new recovery codes in the place of all earlier ones. Only their hashes are stored. */
export async function newRecoveryCodes(pass: AccountPass): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => recoveryCode(randomBytes(32)))
  await replaceRecoveryCodes(
    pass,
    codes.map(code => secretHash(code.replaceAll("-", ""))),
  )
  return codes
}

/** Make recovery codes at the first second factor; none when there are some that were not used. */
export const firstRecoveryCodes = async (pass: AccountPass): Promise<readonly string[]> =>
  (await recoveryCodesLeft(pass)) > 0 ? [] : newRecoveryCodes(pass)
