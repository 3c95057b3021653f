import { bornUnits } from "../db/unit-rows.ts"
import { workedUnits } from "../db/version-rows.ts"
import { ok } from "../domain/failure.ts"
import { placedUnit } from "../domain/placed-unit.ts"
import { unitPlacement } from "../schema/version-input.ts"
import { documentCommand } from "./command.ts"
import { lostUnit } from "./lost-unit.ts"
import { seenUnit } from "./seen-unit.ts"

/**
 * Put a claim that a new version lost on a passage of the current text that a person chose. It takes the place of one
 * that nobody worked on; on any other one what was said of it is shown as said before, and can be said again.
 */
export const placeUnit = documentCommand("unit.edit", unitPlacement, async (pass, input) => {
  const lost = await lostUnit(pass, input.unitId, input.version)
  if (!lost.ok) return lost
  const onto = await seenUnit(pass, input.ontoId, input.ontoVersion)
  if (!onto.ok) return onto
  const [there] = await bornUnits(pass, [input.ontoId])
  const taken = (await workedUnits(pass, [input.ontoId])).size > 0
  const effect = placedUnit(lost.value, there!, taken)
  const unitId = taken ? input.ontoId : input.unitId
  return ok({ change: { kind: "claim-placed", unitId, effect }, answer: { unitId, joined: taken } })
})
