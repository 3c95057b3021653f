import { randomBytes } from "node:crypto"

/** Bytes of a signing secret; Standard Webhooks asks for 24 to 64. */
const secretBytes = 32

/** A new secret to sign messages with, and the words in which its receiver keeps it (Standard Webhooks). */
export function signingSecret(): { readonly bytes: Uint8Array; readonly words: string } {
  const bytes = randomBytes(secretBytes)
  return { bytes, words: `whsec_${bytes.toString("base64")}` }
}
