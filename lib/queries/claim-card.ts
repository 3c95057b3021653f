import { cardAdjudications, cardAnnotations, cardCitations, cardFlags } from "../db/card-rows.ts"
import { claimFacts, currentPolicy } from "../db/claim-facts.ts"
import { claimRepeats } from "../db/claim-repeats.ts"
import { type Actor, isId, readDocument } from "../db/pass.ts"
import { unitById } from "../db/unit-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { verdictConditions } from "../domain/verdict.ts"

/** Everything about one claim: its cues, what was said and cited, its flags and decisions, and what its verdict lacks. */
export const claimCard = (actor: Actor, documentId: string, unitId: string) =>
  readDocument(actor, documentId, "project.read", async pass => {
    const unit = isId(unitId) ? await unitById(pass, unitId) : null
    if (!unit) return fail({ code: "not-found" })
    if (unit.state.retired) return fail({ code: "unit-retired" })
    const { policy } = await currentPolicy(pass)
    const [row] = await claimFacts(pass, pass, [unitId])
    const annotations = await cardAnnotations(pass, unitId, unit.state)
    const here = annotations.filter(annotation => annotation.unitId === unitId)
    return ok({
      unit: { ...unit.state, version: unit.version },
      revision: pass.revision,
      state: row?.state ?? "open",
      verdict: row?.verdict ?? null,
      verdictBy: row?.verdictBy ?? null,
      conditions: row ? verdictConditions(row.facts, policy) : [],
      mine: here.find(({ current, reviewerId }) => current && reviewerId === actor.id) ?? null,
      others: here.filter(({ current, reviewerId }) => current && reviewerId !== actor.id),
      earlier: annotations.filter(({ current, unitId: on }) => !current || on !== unitId),
      citations: await cardCitations(pass, unitId, unit.state),
      flags: await cardFlags(pass, unit.state),
      adjudications: await cardAdjudications(pass, unitId),
      repeats: await claimRepeats(pass, unit),
    })
  })

type Answer = Awaited<ReturnType<typeof claimCard>>
export type Card = Extract<Answer, { ok: true }>["value"]
