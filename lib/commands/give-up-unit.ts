import { ok } from "../domain/failure.ts"
import { unitGivenUp } from "../schema/version-input.ts"
import { documentCommand } from "./command.ts"
import { lostUnit } from "./lost-unit.ts"

/** Give up a claim that a new version lost. It stays in the history and with its version, with the reason. */
export const giveUpUnit = documentCommand("unit.edit", unitGivenUp, async (pass, { unitId, version, reason }) => {
  const lost = await lostUnit(pass, unitId, version)
  if (!lost.ok) return lost
  const { state: before } = lost.value
  const effect = { units: [{ before, after: { ...before, retired: true } }] }
  return ok({ change: { kind: "claim-given-up", unitId, reason, effect } })
})
