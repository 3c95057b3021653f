import { ok } from "../domain/failure.ts"
import { citationInput } from "../schema/annotation-input.ts"
import { citedSources } from "./cited-sources.ts"
import { documentCommand } from "./command.ts"
import { liveClaim } from "./seen-unit.ts"

/** Cite a source of the project for or against a claim. */
export const giveCitation = documentCommand("citation.give", citationInput, async (pass, input) => {
  const claim = await liveClaim(pass, input.unitId)
  if (!claim.ok) return claim
  const cited = await citedSources(pass, input)
  if (!cited.ok) return cited
  const { documentId: _document, requestId: _request, ...words } = input
  const after = { ...words, authorId: pass.actor.id, withdrawn: false }
  return ok({
    change: { kind: "citation-given", unitId: input.unitId, effect: { citations: [{ before: null, after }] } },
  })
})
