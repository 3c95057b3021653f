import { ok } from "../domain/failure.ts"
import { flagWithdrawal } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"
import { ownOpenFlag } from "./own-open-flag.ts"

/** Take back a flag that one raised oneself. */
export const withdrawFlag = documentCommand("flag.raise", flagWithdrawal, async (pass, { flagId, version }) => {
  const flag = await ownOpenFlag(pass, flagId, version)
  if (!flag.ok) return flag
  const before = flag.value.state
  const after = { ...before, status: "withdrawn" as const }
  return ok({ change: { kind: "flag-withdrawn", effect: { flags: [{ before, after }] } } })
})
