import { documentText } from "../db/claim-rows.ts"
import { ok } from "../domain/failure.ts"
import { splitIntoParts as split } from "../domain/unit-edit.ts"
import { partsInput } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"
import { seenUnit } from "./seen-unit.ts"

/** Split a passage into the sub-claims that the person saw proposed. */
export const splitIntoParts = documentCommand("unit.edit", partsInput, async (pass, { unitId, version, parts }) => {
  const unit = await seenUnit(pass, unitId, version)
  if (!unit.ok) return unit
  const effect = split(await documentText(pass), unit.value.state, parts)
  if (!effect.ok) return effect
  return ok({ change: { kind: "unit-split", unitId, effect: effect.value } })
})
