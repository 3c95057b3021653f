import * as z from "zod"
import { reliabilities } from "../domain/grade.ts"
import { derivationKinds } from "../domain/lineage.ts"
import { inProject, lines, rowId } from "./place.ts"

export const gradeWords = z.strictObject({
  reliability: z.enum(reliabilities, "Choose a grade from A to F."),
  reason: lines(5_000).min(1, "Say why; the reason stays with the grade."),
})
/** `seen` is the id of the grading that the form was filled in against; null for none. */
export const gradeInput = inProject.extend({
  sourceId: rowId(),
  id: rowId(),
  seen: rowId().nullable(),
  ...gradeWords.shape,
})

export const derivationWordsInput = z.strictObject({
  originId: rowId("Choose the source that it derives from."),
  how: z.enum(derivationKinds, "Choose how it derives."),
  note: lines(2_000),
})
export const derivationInput = inProject.extend({ sourceId: rowId(), id: rowId(), ...derivationWordsInput.shape })

export const sourceMergeWords = z.strictObject({ intoId: rowId("Choose the record that stays.") })
export const sourceMerge = inProject.extend({ sourceId: rowId(), version: z.int().min(1), ...sourceMergeWords.shape })
export const sourceMergeWithdrawal = inProject.extend({ sourceId: rowId() })

export const derivationWithdrawalWords = z.strictObject({
  reason: lines(2_000).min(1, "Say why it does not derive from it."),
})
export const derivationWithdrawal = inProject.extend({
  sourceId: rowId(),
  derivationId: rowId(),
  ...derivationWithdrawalWords.shape,
})
