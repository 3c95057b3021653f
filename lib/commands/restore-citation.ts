import { citationById, isVeiled } from "../db/claim-rows.ts"
import { lastActor } from "../db/last-actor.ts"
import { may } from "../domain/access.ts"
import { fail, ok } from "../domain/failure.ts"
import { citationWithdrawal } from "../schema/annotation-input.ts"
import { citedSources } from "./cited-sources.ts"
import { documentCommand } from "./command.ts"
import { liveClaim } from "./seen-unit.ts"

/** Bring a withdrawn citation back: one's own, or anybody's for those who edit sources. It stays its author's. */
export const restoreCitation = documentCommand(
  "citation.give",
  citationWithdrawal,
  async (pass, { citationId, version }) => {
    const citation = await citationById(pass, citationId)
    if (!citation) return fail({ code: "not-found" })
    const { state: before } = citation
    if (before.authorId !== pass.actor.id && !may(pass.role, "source.edit")) return fail({ code: "only-your-own" })
    if (citation.version !== version || !before.withdrawn) {
      if (before.authorId !== pass.actor.id && (await isVeiled(pass, before.unitId))) return fail({ code: "not-found" })
      const current = { ...before, version: citation.version }
      return fail({ code: "conflict", current, by: await lastActor(pass, citationId) })
    }
    const claim = await liveClaim(pass, before.unitId)
    if (!claim.ok) return claim
    const cited = await citedSources(pass, before)
    if (!cited.ok) return cited
    const effect = { citations: [{ before, after: { ...before, withdrawn: false } }] }
    return ok({ change: { kind: "citation-restored", unitId: before.unitId, effect } })
  },
)
