import { type Actor, readProject } from "../db/pass.ts"
import { documentLines, projectWordsRow } from "../db/project-lists.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"

/** A project with its documents and how far the work on each is. */
export const projectOverview = (actor: Actor, projectId: string) =>
  readProject(actor, projectId, "project.read", async pass =>
    ok({
      project: await projectWordsRow(pass),
      role: pass.role,
      revision: pass.projectRevision,
      offers: offers(pass.role),
      documents: await documentLines(pass),
    }),
  )
