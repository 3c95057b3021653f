import { deleteSkip } from "../db/skip-rows.ts"
import { ok } from "../domain/failure.ts"
import { skipWithdrawal } from "../schema/queue-input.ts"
import { keepingCommand } from "./command.ts"

/** Put a claim that one skipped back into one's queue. */
export const withdrawSkip = keepingCommand("annotation.give", skipWithdrawal, async (pass, { unitId }) => {
  await deleteSkip(pass, unitId)
  return ok({})
})
