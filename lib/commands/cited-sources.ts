import { sourceExists } from "../db/claim-rows.ts"
import type { DocumentPass } from "../db/pass.ts"
import { isSnapshotOf } from "../db/snapshot-rows.ts"
import type { CitationState } from "../domain/effect.ts"
import { fail, ok, type Result } from "../domain/failure.ts"

/** Holds the sources that a citation names until it is stored; a source was not seen through itself. */
export async function citedSources(
  pass: DocumentPass,
  { sourceId, throughId, snapshotId }: Pick<CitationState, "sourceId" | "throughId" | "snapshotId">,
): Promise<Result<null>> {
  if (throughId === sourceId) {
    const message = "Choose another source than the one that you cite, or say that you saw it directly."
    return fail({ code: "invalid", issues: [{ path: "throughId", message }] })
  }
  if (!(await sourceExists(pass, sourceId))) return fail({ code: "not-found" })
  if (snapshotId && !(await isSnapshotOf(pass, snapshotId, sourceId))) {
    const message = "Choose a snapshot of the source that you cite."
    return fail({ code: "invalid", issues: [{ path: "snapshotId", message }] })
  }
  if (throughId && !(await sourceExists(pass, throughId))) return fail({ code: "not-found" })
  return ok(null)
}
