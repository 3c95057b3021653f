import { removeWebhookRow, webhookLine } from "../db/webhook-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { webhookState } from "../domain/webhook.ts"
import { webhookChoice } from "../schema/webhook-input.ts"
import { projectCommand } from "./command.ts"

/** Tell an address nothing more. What still waits is never sent, and its log goes. */
export const removeWebhook = projectCommand("webhook.manage", webhookChoice, async (pass, { webhookId }) => {
  const current = await webhookLine(pass, webhookId)
  if (!current) return fail({ code: "not-found" })
  await removeWebhookRow(pass, webhookId)
  return ok({ change: { kind: "webhook-removed", webhookId, webhook: webhookState(current) } })
})
