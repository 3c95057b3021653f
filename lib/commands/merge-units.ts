import { fail, ok } from "../domain/failure.ts"
import { mergeUnits as merge } from "../domain/unit-edit.ts"
import { mergeInput } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"
import { seenPair } from "./seen-unit.ts"

/** Merge a passage with the one that follows it. */
export const mergeUnits = documentCommand("unit.edit", mergeInput, async (pass, input) => {
  const seen = await seenPair(pass, input)
  if (!seen.ok) return seen
  const { unit, next } = seen.value
  if (!next) return fail({ code: "merge-at-end" })
  const effect = merge(unit.state, next.state, input.id)
  if (!effect.ok) return effect
  return ok({ change: { kind: "units-merged", unitId: input.id, effect: effect.value } })
})
