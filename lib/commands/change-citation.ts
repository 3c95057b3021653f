import { citationById } from "../db/claim-rows.ts"
import { lastActor } from "../db/last-actor.ts"
import { fail, ok } from "../domain/failure.ts"
import { citationChange } from "../schema/annotation-input.ts"
import { citedSources } from "./cited-sources.ts"
import { documentCommand } from "./command.ts"

/** Correct one's own citation. */
export const changeCitation = documentCommand("citation.give", citationChange, async (pass, input) => {
  const { documentId: _document, requestId: _request, citationId, version, ...words } = input
  const citation = await citationById(pass, citationId)
  if (!citation) return fail({ code: "not-found" })
  const { state: before } = citation
  if (before.authorId !== pass.actor.id) return fail({ code: "only-your-own" })
  if (before.withdrawn) return fail({ code: "citation-withdrawn" })
  if (citation.version !== version)
    return fail({
      code: "conflict",
      current: { ...before, version: citation.version },
      by: await lastActor(pass, citationId),
    })
  const cited = await citedSources(pass, words)
  if (!cited.ok) return cited
  const effect = { citations: [{ before, after: { ...before, ...words } }] }
  return ok({ change: { kind: "citation-changed", unitId: before.unitId, effect } })
})
