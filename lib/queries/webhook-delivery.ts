import { attemptsOf, deliveryById } from "../db/delivery-rows.ts"
import { type Actor, isId, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { webhookLine } from "../db/webhook-rows.ts"
import { fail, ok } from "../domain/failure.ts"

interface Place {
  readonly webhookId: string
  readonly deliveryId: string
}

/** A message to a webhook as it is sent, and every sending of it, the last first. */
export async function webhookDelivery(actor: Actor, projectId: string, { webhookId, deliveryId }: Place) {
  if (!isId(webhookId) || !isId(deliveryId)) return fail({ code: "not-found" })
  return readProject(actor, projectId, "webhook.manage", async pass => {
    const line = await webhookLine(pass, webhookId)
    const message = line && (await deliveryById(pass, webhookId, deliveryId))
    if (!message) return fail({ code: "not-found" })
    return ok({
      project: (await projectWordsRow(pass)).name,
      webhook: { id: line.id, address: line.address, pausedAt: line.pausedAt },
      message,
      attempts: await attemptsOf(pass, deliveryId),
    })
  })
}
