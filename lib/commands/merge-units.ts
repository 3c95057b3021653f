import { unitAfter } from "../db/unit-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { mergeUnits as merge } from "../domain/unit-edit.ts"
import { mergeInput } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"
import { seenUnit } from "./seen-unit.ts"

/** Merge a passage with the one that follows it. */
export const mergeUnits = documentCommand("unit.edit", mergeInput, async (pass, { unitId, version, id }) => {
  const unit = await seenUnit(pass, unitId, version)
  if (!unit.ok) return unit
  const next = await unitAfter(pass, unit.value.state.start)
  if (!next) return fail({ code: "merge-at-end" })
  const effect = merge(unit.value.state, next.state, id)
  if (!effect.ok) return effect
  return ok({ change: { kind: "units-merged", unitId: id, effect: effect.value } })
})
