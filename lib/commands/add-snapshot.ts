import { createHash } from "node:crypto"
import { sourceById } from "../db/project-rows.ts"
import { insertSnapshot } from "../db/snapshot-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { largestSnapshot, type SnapshotType, snapshotTypeOf } from "../domain/snapshot.ts"
import { snapshotInput } from "../schema/snapshot-input.ts"
import { projectCommand } from "./command.ts"

interface Contents {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: SnapshotType
}

/** Keep what a source said on a day, byte for byte, so that it can be cited after the page has changed. */
export const addSnapshot = projectCommand<typeof snapshotInput, object, Contents>(
  "source.add",
  snapshotInput,
  async (pass, { id, sourceId, takenOn, fileName }, { bytes, mediaType }) => {
    const source = await sourceById(pass, sourceId)
    if (!source) return fail({ code: "not-found" })
    if (source.mergedIntoId) return fail({ code: "source-merged" })
    const sha256 = new Uint8Array(createHash("sha256").update(bytes).digest())
    if (!(await insertSnapshot(pass, { id, sourceId, takenOn, fileName, mediaType, bytes, sha256 })))
      return fail({ code: "request-reused" })
    const hash = Buffer.from(sha256).toString("hex")
    const what = { sourceId, snapshotId: id, takenOn, fileName, sha256: hash, bytes: bytes.length }
    return ok({ change: { kind: "snapshot-added", ...what } })
  },
  async ({ base64, fileName }): Promise<Result<Contents>> => {
    const bytes = new Uint8Array(Buffer.from(base64, "base64"))
    if (bytes.length > largestSnapshot) return fail({ code: "too-large", limit: largestSnapshot })
    if (bytes.length === 0) return fail({ code: "text-empty" })
    const mediaType = snapshotTypeOf(bytes, fileName)
    if (mediaType) return ok({ bytes, mediaType })
    const message = "Choose a text, a saved page (.html) or a PDF; other files can't be kept as a snapshot."
    return fail({ code: "invalid", issues: [{ path: "file", message }] })
  },
)
