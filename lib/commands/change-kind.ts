import { ok } from "../domain/failure.ts"
import { kindInput } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"
import { seenUnit } from "./seen-unit.ts"

/** Say what kind of passage a unit is; "not a claim" takes it off the reviewers' list without losing a word. */
export const changeKind = documentCommand("unit.edit", kindInput, async (pass, { unitId, version, kind }) => {
  const unit = await seenUnit(pass, unitId, version)
  if (!unit.ok) return unit
  const { state } = unit.value
  return ok({
    change: { kind: "kind-changed", unitId, effect: { units: [{ before: state, after: { ...state, kind } }] } },
  })
})
