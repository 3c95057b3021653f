import { insertWebhook, webhookLines } from "../db/webhook-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { mostWebhooks, webhookState } from "../domain/webhook.ts"
import { newWebhook } from "../schema/webhook-input.ts"
import { projectCommand } from "./command.ts"
import { signingSecret } from "./signing-secret.ts"

/**
 * Tell an address what happens in the project from now on. The secret that messages are signed with is in the answer and
 * nowhere else; when the answer was lost, renew it.
 */
export const addWebhook = projectCommand("webhook.manage", newWebhook, async (pass, { id, address, events }) => {
  if ((await webhookLines(pass)).length >= mostWebhooks) return fail({ code: "webhooks-full", most: mostWebhooks })
  const { bytes, words } = signingSecret()
  if (!(await insertWebhook(pass, id, { address, events }, bytes))) return fail({ code: "request-reused" })
  const webhook = webhookState({ address, events, pausedAt: null })
  return ok({ change: { kind: "webhook-added", webhookId: id, webhook }, answer: { secret: words } })
})
