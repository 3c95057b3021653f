import { documentNames } from "../db/flag-lists.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { documentLines, projectWordsRow } from "../db/project-lists.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"
import { documentsFilter } from "../schema/claims-input.ts"
import { pageSize, placeIn } from "../schema/list-filter.ts"
import { readFilter } from "./read-filter.ts"

/**
 * A project with its documents, 50 at once, and how far the work on each is; `names` lists all of them by title. `input`
 * comes from an address.
 */
export async function projectOverview(actor: Actor, projectId: string, input: unknown = {}) {
  const filter = readFilter(documentsFilter, input)
  if (!filter.ok) return filter
  return readProject(actor, projectId, "project.read", async pass => {
    const documents = await documentLines(pass, placeIn(filter.value), pageSize)
    if (!documents.ok) return documents
    return ok({
      project: await projectWordsRow(pass),
      role: pass.role,
      revision: pass.projectRevision,
      offers: offers(pass.role),
      after: documents.value.after,
      documents: documents.value.rows,
      names: await documentNames(pass),
    })
  })
}

projectOverview.input = documentsFilter

type Answer = Awaited<ReturnType<typeof projectOverview>>
export type DocumentLine = Extract<Answer, { ok: true }>["value"]["documents"][number]
