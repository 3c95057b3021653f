import { citationById, isVeiled } from "../db/claim-rows.ts"
import { lastActor } from "../db/last-actor.ts"
import { may } from "../domain/access.ts"
import { fail, ok } from "../domain/failure.ts"
import { citationWithdrawal } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"

/** Take a citation back: one's own, or anybody's for those who edit sources. It stays in the history. */
export const withdrawCitation = documentCommand(
  "citation.give",
  citationWithdrawal,
  async (pass, { citationId, version }) => {
    const citation = await citationById(pass, citationId)
    if (!citation) return fail({ code: "not-found" })
    const { state: before } = citation
    if (before.authorId !== pass.actor.id && !may(pass.role, "source.edit")) return fail({ code: "only-your-own" })
    if (before.withdrawn) return fail({ code: "citation-withdrawn" })
    if (citation.version !== version) {
      if (before.authorId !== pass.actor.id && (await isVeiled(pass, before.unitId))) return fail({ code: "not-found" })
      return fail({
        code: "conflict",
        current: { ...before, version: citation.version },
        by: await lastActor(pass, citationId),
      })
    }
    const effect = { citations: [{ before, after: { ...before, withdrawn: true } }] }
    return ok({ change: { kind: "citation-withdrawn", unitId: before.unitId, effect } })
  },
)
