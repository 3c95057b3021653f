import { endLease } from "../db/lease-rows.ts"
import { ok } from "../domain/failure.ts"
import { leaseInput } from "../schema/queue-input.ts"
import { keepingCommand } from "./command.ts"

/** Give a claim back to the queue when one leaves its page; a lease that was taken later stays. */
export const leaveClaim = keepingCommand("annotation.give", leaseInput, async (pass, { unitId, takenAt }) => {
  await endLease(pass, unitId, new Date(takenAt))
  return ok({})
})
