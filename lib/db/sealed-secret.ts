import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"

const [nonceBytes, tagBytes] = [12, 16]

/** What a secret is for. Each use has a key of its own, so that what was sealed for one can't be opened as another. */
type Use = "webhook secrets" | "second factors"

/** A key of the server's own secret, for this use alone. */
function key(use: Use): Buffer {
  const secret = process.env["AUTH_SECRET"]
  if (!secret) throw new Error("AUTH_SECRET is not set, so that no secret can be sealed.")
  return Buffer.from(hkdfSync("sha256", secret, "", `apparatus ${use}`, 32))
}

/**
 * A secret in the form in which it is stored when it has to be used again: AES-256-GCM under a key that is not in the
 * database. `owner` is the id of the row it belongs to; in another row it can't be opened.
 */
export function sealed(secret: Uint8Array, owner: string, use: Use): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv("aes-256-gcm", key(use), nonce).setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(secret), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]))
}

/** The secret that was sealed for `owner`; null when the server's secret is another one since, or it was tampered with. */
export function unsealed(stored: Uint8Array, owner: string, use: Use): Uint8Array | null {
  const nonce = stored.subarray(0, nonceBytes)
  const tag = stored.subarray(nonceBytes, nonceBytes + tagBytes)
  if (tag.length < tagBytes) return null
  const decipher = createDecipheriv("aes-256-gcm", key(use), nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(stored.subarray(nonceBytes + tagBytes)), decipher.final()])
  } catch {
    return null
  }
}
