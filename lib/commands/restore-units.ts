import { allUnits } from "../db/unit-rows.ts"
import { ok } from "../domain/failure.ts"
import { restoreUnits as restore } from "../domain/unit-edit.ts"
import { restoreInput } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"
import { seenUnit } from "./seen-unit.ts"

/** Bring back what the splitter proposed at a passage. */
export const restoreUnits = documentCommand("unit.edit", restoreInput, async (pass, { unitId, version }) => {
  const unit = await seenUnit(pass, unitId, version)
  if (!unit.ok) return unit
  const effect = restore(await allUnits(pass), unit.value.state)
  if (!effect.ok) return effect
  return ok({ change: { kind: "units-restored", unitId, effect: effect.value } })
})
