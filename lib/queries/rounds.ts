import { documentNames } from "../db/flag-lists.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { roundLines } from "../db/round-rows.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"

/** The norming rounds of a project, the newest first. */
export const rounds = (actor: Actor, projectId: string) =>
  readProject(actor, projectId, "project.read", async pass =>
    ok({
      project: (await projectWordsRow(pass)).name,
      offers: offers(pass.role),
      documents: await documentNames(pass),
      rounds: await roundLines(pass),
    }),
  )
