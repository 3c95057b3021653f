import { documentRevisions } from "../db/live-rows.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { ok } from "../domain/failure.ts"

/** Up to where a project and its documents have come, and as whom the actor sees them: what a live stream says first. */
export const liveRevisions = (actor: Actor, projectId: string) =>
  readProject(actor, projectId, "project.read", async pass =>
    ok({
      projectId,
      project: pass.projectRevision,
      documents: await documentRevisions(pass),
      role: pass.role,
      masked: pass.sight.salt !== null,
    }),
  )
