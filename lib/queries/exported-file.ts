import { exportSight, filePiece, ownFile } from "../db/export-job-rows.ts"
import { type Actor, isId, readProject } from "../db/pass.ts"
import { isNarrower } from "../domain/export-job.ts"
import { fail, ok, type Result } from "../domain/failure.ts"

/** A stored file that is handed out piece by piece. */
export interface PiecedFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly pieces: number
  /** Asks again whether its reader may have it, so that somebody removed meanwhile gets no further. */
  readonly piece: (sequence: number) => Promise<Result<Uint8Array>>
}

/**
 * A file that somebody asked for and that is made. It is theirs alone, while they may export from the project and while
 * nothing is hidden from them that was open when it was made.
 */
export const exportedFile = (actor: Actor, projectId: string, jobId: string): Promise<Result<PiecedFile>> =>
  readProject(actor, projectId, "claims.export", async pass => {
    const job = isId(jobId) ? await ownFile(pass, jobId) : null
    if (!job) return fail({ code: "not-found" })
    if (job.expired) return fail({ code: "export-expired" })
    if (job.state !== "done") return fail({ code: "export-not-ready" })
    const { name, mediaType, bytes, pieces, sight } = job
    if (isNarrower(await exportSight(pass), sight!)) return fail({ code: "export-veiled" })
    const piece = (sequence: number) =>
      readProject(actor, projectId, "claims.export", async again => {
        const found = await filePiece(again, jobId, sequence)
        return found ? ok(found) : fail({ code: "export-expired" })
      })
    return ok({ name: name!, mediaType: mediaType!, bytes, pieces, piece })
  })
