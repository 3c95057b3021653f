import { derivations } from "../db/derivation-rows.ts"
import { saveMergeWithdrawal } from "../db/merged-sources.ts"
import { sourceById } from "../db/project-rows.ts"
import { refreshCiting } from "../db/stored-verdicts.ts"
import { fail, ok } from "../domain/failure.ts"
import { descendantsOf, lineageOf } from "../domain/lineage.ts"
import { sourceMergeWithdrawal } from "../schema/source-weight-input.ts"
import { projectCommand } from "./command.ts"

/** Take a record out of the source that it was merged into; it has its own citations again. */
export const withdrawMerge = projectCommand("source.edit", sourceMergeWithdrawal, async (pass, { sourceId }) => {
  const source = await sourceById(pass, sourceId)
  if (!source?.mergedIntoId) return fail({ code: "not-found" })
  const intoId = source.mergedIntoId
  const below = descendantsOf(lineageOf(await derivations(pass)), intoId)
  await saveMergeWithdrawal(pass, sourceId)
  const verdictsChanged = await refreshCiting(pass, [sourceId, intoId, ...below])
  return ok({ change: { kind: "merge-withdrawn", sourceId, intoId }, answer: { verdictsChanged } })
})
