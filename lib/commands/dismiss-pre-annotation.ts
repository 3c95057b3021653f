import { cardPreAnnotations, preAnnotationStates } from "../db/pre-annotation-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { preAnnotationDismissal } from "../schema/pre-annotation-input.ts"
import { documentCommand } from "./command.ts"
import { liveClaim } from "./seen-unit.ts"

/** Put away what a file suggests for a claim, for everybody; undo brings it back. One that can't be seen is not there. */
export const dismissPreAnnotation = documentCommand(
  "annotation.give",
  preAnnotationDismissal,
  async (pass, { unitId, preAnnotationId }) => {
    const claim = await liveClaim(pass, unitId)
    if (!claim.ok) return claim
    const seen = await cardPreAnnotations(pass, unitId, claim.value.state)
    if (!seen.some(({ id }) => id === preAnnotationId)) return fail({ code: "not-found" })
    const [before] = await preAnnotationStates(pass, [preAnnotationId])
    const after = { ...before!, status: "dismissed" as const, dismissedBy: pass.actor.id }
    const effect = { preAnnotations: [{ before: before!, after }] }
    return ok({ change: { kind: "preannotation-dismissed", unitId, effect } })
  },
)
