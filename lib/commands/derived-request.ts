import { createHash } from "node:crypto"

/**
 * The request id of one document's part of a request that is about several: a UUID of version 8 made from the SHA-256 of
 * both ids, so that the same request sent again is the same changes.
 */
export function derivedRequest(requestId: string, documentId: string): string {
  const hex = createHash("sha256").update(`${requestId} ${documentId}`).digest("hex")
  const variant = "89ab"[Number.parseInt(hex[16]!, 16) % 4]
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`]
  return [...parts, hex.slice(20, 32)].join("-")
}
