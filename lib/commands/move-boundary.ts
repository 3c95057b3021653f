import { documentText } from "../db/claim-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { moveBoundary as move } from "../domain/unit-edit.ts"
import { boundaryInput } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"
import { seenPair } from "./seen-unit.ts"

/** Move the boundary between a passage and the one that follows it. */
export const moveBoundary = documentCommand("unit.edit", boundaryInput, async (pass, input) => {
  const seen = await seenPair(pass, input)
  if (!seen.ok) return seen
  const { unit, next } = seen.value
  if (!next) return fail({ code: "boundary-outside" })
  const effect = move(await documentText(pass), unit.state, next.state, input.at)
  if (!effect.ok) return effect
  return ok({ change: { kind: "boundary-moved", unitId: input.unitId, effect: effect.value } })
})
