import { documentText } from "../db/claim-rows.ts"
import { ok } from "../domain/failure.ts"
import { splitUnit as split } from "../domain/unit-edit.ts"
import { splitInput } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"
import { seenUnit } from "./seen-unit.ts"

/** Split a passage at a point of the text. */
export const splitUnit = documentCommand("unit.edit", splitInput, async (pass, { unitId, version, at, ids }) => {
  const unit = await seenUnit(pass, unitId, version)
  if (!unit.ok) return unit
  const effect = split(await documentText(pass), unit.value.state, at, ids)
  if (!effect.ok) return effect
  return ok({ change: { kind: "unit-split", unitId, effect: effect.value } })
})
