import { Secret, TOTP } from "otpauth"

/** What an app shows that has a secret, typed into it as it is told in words; `steps` half minutes from now. */
export const codeOf = (words: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(words.replaceAll(" ", "")) }).generate({
    timestamp: Date.now() + steps * 30_000,
  })
