import { claimFacts, currentPolicy } from "../db/claim-facts.ts"
import { currentAdjudication, isVeiled } from "../db/claim-rows.ts"
import { lastActor } from "../db/last-actor.ts"
import { wayTrouble } from "../domain/decision-way.ts"
import { fail, ok } from "../domain/failure.ts"
import { decisionLacks } from "../domain/label-conditions.ts"
import { adjudicationInput } from "../schema/adjudication-input.ts"
import { documentCommand } from "./command.ts"
import { decidesOwn } from "./decides-own.ts"
import { liveClaim } from "./seen-unit.ts"

/**
 * Decide on a claim, with a reason and the evidence that its label needs. The reviewers' labels stay as they are and go
 * into the export as dissent. How it was decided and whom it follows is held against their labels as they stand.
 */
export const adjudicateClaim = documentCommand("claim.adjudicate", adjudicationInput, async (pass, input) => {
  const claim = await liveClaim(pass, input.unitId)
  if (!claim.ok) return claim
  if (await decidesOwn(pass, input.unitId)) return fail({ code: "adjudication-own" })
  const standing = await currentAdjudication(pass, input.unitId)
  if ((standing?.id ?? null) !== input.seen) {
    // In a round that is not revealed nobody is told what another editor decided, nor that they did.
    if (await isVeiled(pass, input.unitId)) return fail({ code: "conflict", current: null, by: null })
    const decision = standing?.id ?? input.seen
    return fail({ code: "conflict", current: standing, by: decision && (await lastActor(pass, decision)) })
  }
  const { policy } = await currentPolicy(pass)
  const [known] = await claimFacts(pass, pass, [input.unitId], "all")
  const trouble = wayTrouble(input.how, input.label, input.follows, known?.facts.annotations ?? [])
  if (trouble) return fail({ code: "invalid", issues: [trouble] })
  const lacks = decisionLacks(input.label, known?.facts.citations ?? [], policy)
  if (lacks) return fail({ code: "evidence-missing", why: lacks })
  const { editor: _name, ...before } = standing ?? { editor: "" }
  const { id, unitId, label, reason, how } = input
  const made = { ...(how && { how }), ...(input.follows.length > 0 && { follows: [...input.follows].sort() }) }
  const after = { id, unitId, editorId: pass.actor.id, label, reason, ...made }
  const step = { before: standing ? (before as Omit<typeof standing, "editor">) : null, after }
  return ok({ change: { kind: "claim-adjudicated", unitId, effect: { adjudications: [step] } } })
})
