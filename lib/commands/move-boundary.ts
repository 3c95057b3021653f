import { documentText } from "../db/claim-rows.ts"
import { unitAfter } from "../db/unit-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { moveBoundary as move } from "../domain/unit-edit.ts"
import { boundaryInput } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"
import { seenUnit } from "./seen-unit.ts"

/** Move the boundary between a passage and the one that follows it. */
export const moveBoundary = documentCommand("unit.edit", boundaryInput, async (pass, { unitId, version, at }) => {
  const unit = await seenUnit(pass, unitId, version)
  if (!unit.ok) return unit
  const next = await unitAfter(pass, unit.value.state.start)
  if (!next) return fail({ code: "boundary-outside" })
  const effect = move(await documentText(pass), unit.value.state, next.state, at)
  if (!effect.ok) return effect
  return ok({ change: { kind: "boundary-moved", unitId, effect: effect.value } })
})
