import { type ExportJobLine, ownJobs } from "../db/export-job-rows.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { ok } from "../domain/failure.ts"

/** Files that the list shows. */
const most = 20

export type ExportJobShown = ExportJobLine

/** The files that somebody asked for in a project, and how far each is. They see their own only. */
export const exportJobs = (actor: Actor, projectId: string) =>
  readProject(actor, projectId, "claims.export", async pass => ok({ jobs: await ownJobs(pass, most) }))

export type ExportJobs = Extract<Awaited<ReturnType<typeof exportJobs>>, { ok: true }>["value"]
