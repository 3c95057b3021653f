import { ofClaim, passageById, versionTexts } from "../db/history-scope.ts"
import { type Actor, isId, readDocument } from "../db/pass.ts"
import { documentRow } from "../db/project-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { historyFilter } from "../schema/list-filter.ts"
import { happeningsPage } from "./happenings.ts"
import { readFilter } from "./read-filter.ts"

/**
 * What happened to a passage, live or retired, and to what it came from: what was said of it, how it was cut, its flags,
 * links with other claims, and what brought its verdict down. 50 at once, the newest first; `input` comes from an address.
 */
export async function claimHistory(actor: Actor, documentId: string, unitId: string, input: unknown) {
  const filter = readFilter(historyFilter, input)
  if (!filter.ok) return filter
  return readDocument(actor, documentId, "project.read", async pass => {
    const passage = isId(unitId) ? await passageById(pass, unitId) : null
    if (!passage) return fail({ code: "not-found" })
    const { id, number, start, end, retired, kind } = passage
    const text = (await versionTexts(pass, pass.documentId)).get(number) ?? ""
    const document = { id: pass.documentId, projectId: pass.projectId }
    const { title } = (await documentRow(pass, pass.documentId))!
    return ok({
      document: { ...document, title },
      passage: { id, start, retired, kind, quote: text.slice(start, end) },
      filter: filter.value,
      ...(await happeningsPage(pass, await ofClaim(pass, passage), filter.value)),
    })
  })
}
claimHistory.input = historyFilter
