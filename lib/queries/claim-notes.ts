import { cardCitations, sharedCitations } from "../db/card-rows.ts"
import { countingLinks } from "../db/claim-link-rows.ts"
import { exportSources } from "../db/export-rows.ts"
import { type Actor, isId, readDocument } from "../db/pass.ts"
import { unitById } from "../db/unit-rows.ts"
import { sameAs } from "../domain/claim-link.ts"
import { fail, ok } from "../domain/failure.ts"
import type { TextRun } from "../domain/text-run.ts"
import { setShort } from "../press/set-citations.ts"
import { styleOf } from "./style-of.ts"

/** The citations of a claim's card as short notes in the project's style; none when the style can't set them. */
export async function claimNotes(actor: Actor, documentId: string, unitId: string) {
  const found = await readDocument(actor, documentId, "project.read", async pass => {
    const unit = isId(unitId) ? await unitById(pass, unitId) : null
    if (!unit) return fail({ code: "not-found" })
    const same = [...sameAs(await countingLinks(pass), [unitId])].filter(one => one !== unitId)
    const citations = [
      ...(await cardCitations(pass, unitId, unit.state)),
      ...(same.length > 0 ? await sharedCitations(pass, same) : []),
    ]
    const sources = await exportSources(pass, [...new Set(citations.map(({ sourceId }) => sourceId))])
    return ok({ citations, sources, style: await styleOf(pass) })
  })
  if (!found.ok) return found
  const { citations, sources, style } = found.value
  const cites = citations.map(({ sourceId, locator, locatorLabel }) => ({ sourceId, locator, label: locatorLabel }))
  const cited = sources.map(({ id, csl, archive }) => ({ id, csl, archive }))
  const set = citations.length > 0 ? await setShort(style, cited, cites) : ok([])
  const notes: Record<string, readonly TextRun[]> = {}
  if (set.ok) for (const [at, { id }] of citations.entries()) notes[id] = set.value[at] ?? []
  return ok({ notes })
}
