import { documentNames } from "../db/flag-lists.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { documentLines, projectWordsRow } from "../db/project-lists.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"
import { pageChoice, pageSize } from "../schema/list-filter.ts"

/** A project with its documents, 50 at once, and how far the work on each is; `names` lists all of them by title. */
export const projectOverview = (actor: Actor, projectId: string, page = 1) =>
  readProject(actor, projectId, "project.read", async pass =>
    ok({
      project: await projectWordsRow(pass),
      role: pass.role,
      revision: pass.projectRevision,
      offers: offers(pass.role),
      documents: await documentLines(pass, (page - 1) * pageSize, pageSize),
      names: await documentNames(pass),
    }),
  )
projectOverview.input = pageChoice

type Answer = Awaited<ReturnType<typeof projectOverview>>
export type DocumentLine = Extract<Answer, { ok: true }>["value"]["documents"][number]
