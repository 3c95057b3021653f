import { currentAnnotation } from "../db/claim-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { annotationWithdrawal } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"

/** Take one's own label back; it stays in the claim's history. */
export const withdrawAnnotation = documentCommand(
  "annotation.give",
  annotationWithdrawal,
  async (pass, { unitId, seen }) => {
    const before = await currentAnnotation(pass, unitId, pass.actor.id)
    if (!before) return fail({ code: "annotation-missing" })
    if (before.id !== seen) return fail({ code: "conflict", current: before, by: null })
    return ok({ change: { kind: "annotation-withdrawn", unitId, effect: { annotations: [{ before, after: null }] } } })
  },
)
