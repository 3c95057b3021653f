import * as z from "zod"
import { credentials } from "./account-input.ts"
import { line, required, rowId } from "./place.ts"

const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]+$/)

/** What every answer of an authenticator has (WebAuthn, level 3, 5.1); what a browser adds is passed over. */
const credential = z.object({ id: base64url(1_400), rawId: base64url(1_400), type: z.literal("public-key") })

/** The answer of an authenticator that made a passkey, as a browser turns it into JSON. */
const madePasskey = credential.extend({
  response: z.object({
    clientDataJSON: base64url(4_096),
    attestationObject: base64url(32_768),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,30}$/))
      .max(10)
      .default([]),
  }),
})

/** The answer of an authenticator that used one. */
const usedPasskey = credential.extend({
  response: z.object({
    clientDataJSON: base64url(4_096),
    authenticatorData: base64url(4_096),
    signature: base64url(8_192),
    userHandle: base64url(100).optional(),
  }),
})

export type MadePasskey = z.output<typeof madePasskey>
export type UsedPasskey = z.output<typeof usedPasskey>

/** What somebody calls a passkey. */
export const passkeyWords = z.strictObject({ name: required(line(80)) })
export const newPasskey = passkeyWords.extend({ answer: madePasskey })
export const passkeyChoice = z.strictObject({ passkeyId: rowId() })
export const renamedPasskey = passkeyWords.extend(passkeyChoice.shape)
export const passkeyAnswer = z.strictObject({ answer: usedPasskey })

/** Whether a passkey is to let somebody in by itself, or after the password. */
export const passkeyWish = z.strictObject({ purpose: z.enum(["sign-in", "second-step"]) })

/** What somebody types to sign in, and the passkey with which they take the second step. */
export const credentialsAndPasskey = credentials.extend({ passkey: usedPasskey.optional() })
