import { ofDocument } from "../db/history-scope.ts"
import { type Actor, readDocument } from "../db/pass.ts"
import { documentRow } from "../db/project-rows.ts"
import { ok } from "../domain/failure.ts"
import { historyFilter } from "../schema/list-filter.ts"
import { happeningsPage } from "./happenings.ts"
import { readFilter } from "./read-filter.ts"

/** What happened in a document and to it, 50 at once, the newest first. `input` comes from an address. */
export async function documentHistory(actor: Actor, documentId: string, input: unknown) {
  const filter = readFilter(historyFilter, input)
  if (!filter.ok) return filter
  return readDocument(actor, documentId, "project.read", async pass => {
    const { projectId } = pass
    const document = { id: pass.documentId, projectId, title: (await documentRow(pass, pass.documentId))!.title }
    const page = await happeningsPage(pass, ofDocument(pass, pass.documentId), filter.value)
    return ok({ document, filter: filter.value, ...page })
  })
}
documentHistory.input = historyFilter
