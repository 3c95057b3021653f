import { randomBytes } from "node:crypto"
import { Secret, TOTP } from "otpauth"
import { codeDigits, codePeriod } from "../domain/one-time-code.ts"

/** Bytes of a shared secret: as long as the hash that it goes into (RFC 4226, section 4). */
const secretBytes = 20

/** Steps before and after the present one of which a code counts too, for clocks that are not quite right. */
const drift = 1

/** A new secret for an authenticator app. */
export const newAppSecret = (): Uint8Array => randomBytes(secretBytes)

/** A secret as people type it into an app, and as a picture tells it; `name` is the account's, as the app shows it. */
export function appSecretWords(secret: Uint8Array, name: string): { readonly words: string; readonly address: string } {
  const totp = codes(secret, name)
  return { words: totp.secret.base32.replace(/(.{4})(?=.)/g, "$1 "), address: totp.toString() }
}

/**
 * The time step, in half minutes since 1970, that six digits are the code of, at most one away from the present one; null
 * when there is none (RFC 6238 with SHA-1, which is what apps know).
 */
export function stepOf(secret: Uint8Array, code: string, at: Date): number | null {
  const timestamp = at.getTime()
  const delta = codes(secret).validate({ token: code, timestamp, window: drift })
  return delta === null ? null : TOTP.counter({ period: codePeriod, timestamp }) + delta
}

const codes = (secret: Uint8Array, label = "") =>
  new TOTP({
    issuer: "Apparatus",
    label,
    algorithm: "SHA1",
    digits: codeDigits,
    period: codePeriod,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  })
