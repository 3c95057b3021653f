import { createHash, randomBytes } from "node:crypto"

/** A new secret of 256 bits, fit for an address. */
export const newSecret = (): string => randomBytes(32).toString("base64url")

/** The form in which a secret is stored. It has too much chance in it to be guessed, so that one round is enough. */
export const secretHash = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(secret).digest())
