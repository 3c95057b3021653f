import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow, sourceLines } from "../db/project-lists.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"

/** The project's bibliography, by author and title. */
export const sources = (actor: Actor, projectId: string) =>
  readProject(actor, projectId, "project.read", async pass => {
    const { name } = await projectWordsRow(pass)
    return ok({ project: name, sources: await sourceLines(pass), offers: offers(pass.role) })
  })
