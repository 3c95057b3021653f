import { derivations, saveDerivationWithdrawal } from "../db/derivation-rows.ts"
import { refreshCiting } from "../db/stored-verdicts.ts"
import { fail, ok } from "../domain/failure.ts"
import { descendantsOf, lineageOf } from "../domain/lineage.ts"
import { derivationWithdrawal } from "../schema/source-weight-input.ts"
import { projectCommand } from "./command.ts"

/** Take back that a source derives from another. What was stated stays in the activity. */
export const withdrawDerivation = projectCommand("source.grade", derivationWithdrawal, async (pass, input) => {
  const { sourceId, derivationId, reason } = input
  const known = await derivations(pass)
  const derivation = known.find(({ id, derivedId }) => id === derivationId && derivedId === sourceId)
  if (!derivation) return fail({ code: "not-found" })
  await saveDerivationWithdrawal(pass, derivationId)
  const verdictsChanged = await refreshCiting(pass, [sourceId, ...descendantsOf(lineageOf(known), sourceId)])
  return ok({ change: { kind: "derivation-withdrawn", derivation, reason }, answer: { verdictsChanged } })
})
