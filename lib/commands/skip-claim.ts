import { endLease } from "../db/lease-rows.ts"
import { saveSkip, unitInProject } from "../db/skip-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { skipInput } from "../schema/queue-input.ts"
import { keepingCommand } from "./command.ts"

/** Pass a claim over in the queue with a reason, until one asks for the skipped ones again. */
export const skipClaim = keepingCommand("annotation.give", skipInput, async (pass, { unitId, reason, note }) => {
  const unit = await unitInProject(pass, unitId)
  if (!unit) return fail({ code: "not-found" })
  if (unit.retired) return fail({ code: "unit-retired" })
  if (unit.kind !== "claim") return fail({ code: "not-a-claim" })
  await saveSkip(pass, { unitId, documentId: unit.documentId, reason, note })
  await endLease(pass, unitId)
  return ok({})
})
