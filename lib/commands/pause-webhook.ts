import { pauseWebhookRow, webhookLine } from "../db/webhook-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { webhookState } from "../domain/webhook.ts"
import { webhookChoice } from "../schema/webhook-input.ts"
import { projectCommand } from "./command.ts"

/** Send nothing to a webhook until it is resumed. What happens meanwhile is remembered. */
export const pauseWebhook = projectCommand("webhook.manage", webhookChoice, async (pass, { webhookId }) => {
  const current = await webhookLine(pass, webhookId)
  if (!current) return fail({ code: "not-found" })
  await pauseWebhookRow(pass, webhookId)
  const before = webhookState(current)
  return ok({
    change: { kind: "webhook-changed", webhookId, before, after: { ...before, paused: true }, moved: false },
  })
})
