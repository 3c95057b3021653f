import { type Actor, isId, readProject } from "../db/pass.ts"
import { sourceById } from "../db/project-rows.ts"
import { snapshotLines } from "../db/snapshot-rows.ts"
import { fail, ok } from "../domain/failure.ts"

/** The snapshots of a source, the newest first. */
export const snapshots = (actor: Actor, projectId: string, sourceId: string) =>
  readProject(actor, projectId, "project.read", async pass => {
    if (!isId(sourceId) || !(await sourceById(pass, sourceId))) return fail({ code: "not-found" })
    return ok({ snapshots: await snapshotLines(pass, sourceId) })
  })
