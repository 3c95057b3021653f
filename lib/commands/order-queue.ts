import { lastProjectActor } from "../db/last-actor.ts"
import { queueRule, saveQueueOrder } from "../db/queue-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { queueOrderInput } from "../schema/queue-input.ts"
import { projectCommand } from "./command.ts"

/** Choose by which rule the project's queue gives the next claim. */
export const orderQueue = projectCommand("project.edit", queueOrderInput, async (pass, { order, seen }) => {
  const { order: before } = await queueRule(pass)
  if (before !== seen) {
    const by = await lastProjectActor(pass, ["queue-changed"])
    return fail({ code: "conflict", current: { order: before }, by })
  }
  await saveQueueOrder(pass, order)
  return ok({ change: { kind: "queue-changed", before, after: order } })
})
