import { createHash } from "node:crypto"

/** SHA-256 that ties a change to the one before it: of the previous hash and the fields, parted by line feeds. */
export function changeHash(link: {
  previous: Uint8Array
  streamId: string
  revision: number
  actorId: string
  at: Date
  kind: string
  body: string
}): Buffer {
  const fields = [link.streamId, String(link.revision), link.actorId, link.at.toISOString(), link.kind, link.body]
  return createHash("sha256").update(link.previous).update(fields.join("\n")).digest()
}
