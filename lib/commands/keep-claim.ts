import { renewLease } from "../db/lease-rows.ts"
import { ok } from "../domain/failure.ts"
import { leaseInput } from "../schema/queue-input.ts"
import { keepingCommand } from "./command.ts"

/** Let the queue keep a claim for who is at work on it; `kept` is false when its time ran out before. */
export const keepClaim = keepingCommand("annotation.give", leaseInput, async (pass, { unitId, takenAt }) =>
  ok({ kept: await renewLease(pass, unitId, new Date(takenAt)) }),
)
