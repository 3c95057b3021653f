import { deliveryById, sendDeliveryAgain, sendGivenUpAgain } from "../db/delivery-rows.ts"
import { webhookLine } from "../db/webhook-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { deliveryPlace, webhookPlace } from "../schema/webhook-input.ts"
import { keepingCommand } from "./command.ts"

/** Send a message again that was delivered or given up, under its own id, so that its receiver knows it. */
export const sendAgain = keepingCommand("webhook.manage", deliveryPlace, async (pass, { webhookId, deliveryId }) => {
  const there = (await webhookLine(pass, webhookId)) && (await deliveryById(pass, webhookId, deliveryId))
  if (!there) return fail({ code: "not-found" })
  const sent = await sendDeliveryAgain(pass, webhookId, deliveryId)
  return sent ? ok({ deliveryId }) : fail({ code: "delivery-not-ended" })
})

/** Send all messages again that were given up, the oldest first, 2,000 at once; answers how many. */
export const sendAllAgain = keepingCommand("webhook.manage", webhookPlace, async (pass, { webhookId }) =>
  (await webhookLine(pass, webhookId))
    ? ok({ count: await sendGivenUpAgain(pass, webhookId) })
    : fail({ code: "not-found" }),
)
