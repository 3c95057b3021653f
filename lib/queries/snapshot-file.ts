import { type Actor, isId, readProject } from "../db/pass.ts"
import { snapshotById } from "../db/snapshot-rows.ts"
import { fail, ok } from "../domain/failure.ts"

/** A snapshot as a file to keep, byte for byte as it was added. */
export const snapshotFile = (actor: Actor, projectId: string, sourceId: string, snapshotId: string) =>
  readProject(actor, projectId, "project.read", async pass => {
    const found = isId(sourceId) && isId(snapshotId) ? await snapshotById(pass, sourceId, snapshotId) : null
    if (!found) return fail({ code: "not-found" })
    return ok({ name: found.fileName, mediaType: found.mediaType, bytes: new Uint8Array(found.bytes) })
  })
