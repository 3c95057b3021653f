import { currentAnnotation, isVeiled } from "../db/claim-rows.ts"
import { endLease } from "../db/lease-rows.ts"
import { inVersion } from "../domain/effect.ts"
import { fail, ok } from "../domain/failure.ts"
import { readRationale } from "../domain/rationale.ts"
import { annotationInput } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"
import { liveClaim } from "./seen-unit.ts"

/** Label a claim, or change one's label, confidence or rationale; what was said before is kept, and whether it was given blind. */
export const giveAnnotation = documentCommand("annotation.give", annotationInput, async (pass, input) => {
  const rationale = readRationale(input.rationale)
  if (!rationale.ok) return rationale
  const claim = await liveClaim(pass, input.unitId)
  if (!claim.ok) return claim
  const before = await currentAnnotation(pass, input.unitId, pass.actor.id)
  if ((before?.id ?? null) !== input.seen) return fail({ code: "conflict", current: before, by: null })
  const { start, end } = claim.value.state
  const { id, unitId, label, confidence, said } = input
  const words = { label, confidence, rationale: rationale.value, said }
  const blind = (await isVeiled(pass, unitId)) && { blind: true as const }
  const after = inVersion({ id, unitId, reviewerId: pass.actor.id, ...words, start, end, ...blind }, pass.number)
  // Who said something needs no place in the queue's count any more but their label's.
  await endLease(pass, unitId)
  return ok({ change: { kind: "annotation-given", unitId, effect: { annotations: [{ before, after }] } } })
})
