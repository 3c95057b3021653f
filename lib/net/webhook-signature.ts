import { createHmac } from "node:crypto"

export interface SignedMessage {
  readonly id: string
  /** In the very characters that are sent. */
  readonly body: string
  readonly at: Date
}

/**
 * The headers of a message after Standard Webhooks 1.0 (standardwebhooks.com): its id, the seconds since 1970 at which it
 * is sent, and HMAC-SHA256 of "id.seconds.body" under each secret, parted by spaces, so that either of two is accepted
 * while one follows the other.
 */
export function signedHeaders({ id, body, at }: SignedMessage, secrets: readonly Uint8Array[]): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1_000))
  const signature = (secret: Uint8Array) =>
    `v1,${createHmac("sha256", secret).update(`${id}.${seconds}.${body}`).digest("base64")}`
  return {
    "webhook-id": id,
    "webhook-timestamp": seconds,
    "webhook-signature": secrets.map(signature).join(" "),
  }
}
