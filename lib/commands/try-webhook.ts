import { insertTrial } from "../db/delivery-rows.ts"
import { webhookLine } from "../db/webhook-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { messageBody, testEvent } from "../domain/webhook-event.ts"
import { webhookTrial } from "../schema/webhook-input.ts"
import { keepingCommand } from "./command.ts"

/**
 * Send a webhook a message that tells of nothing, to see whether it arrives. It goes like any other; the log says what
 * came of it. The history tells of no message.
 */
export const tryWebhook = keepingCommand("webhook.manage", webhookTrial, async (pass, { projectId, webhookId, id }) => {
  if (!(await webhookLine(pass, webhookId))) return fail({ code: "not-found" })
  const nothing = { documentId: null, claimId: null, flagId: null, sourceId: null, revision: null }
  const body = messageBody({ id, type: testEvent, at: pass.at }, { projectId, ...nothing }, null)
  const stored = await insertTrial(pass, webhookId, { id, event: testEvent, body })
  return stored ? ok({ id }) : fail({ code: "request-reused" })
})
