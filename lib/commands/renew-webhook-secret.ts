import { saveSecret, webhookLine } from "../db/webhook-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { serverOf } from "../domain/webhook.ts"
import { webhookChoice } from "../schema/webhook-input.ts"
import { projectCommand } from "./command.ts"
import { signingSecret } from "./signing-secret.ts"

/**
 * Sign with a new secret, which is in the answer and nowhere else. For a day messages are signed with the one before as
 * well, so that a receiver can take up the new one without missing any.
 */
export const renewWebhookSecret = projectCommand("webhook.manage", webhookChoice, async (pass, { webhookId }) => {
  const current = await webhookLine(pass, webhookId)
  if (!current) return fail({ code: "not-found" })
  const { bytes, words } = signingSecret()
  await saveSecret(pass, webhookId, bytes)
  const change = { kind: "webhook-secret-renewed", webhookId, server: serverOf(current.address) } as const
  return ok({ change, answer: { secret: words } })
})
