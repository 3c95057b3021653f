import { resumeWebhookRow, skipToNow, webhookLine } from "../db/webhook-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { webhookState } from "../domain/webhook.ts"
import { webhookResumption } from "../schema/webhook-input.ts"
import { projectCommand } from "./command.ts"

/**
 * Send to a webhook again: what waits, and what happened since it was paused or only what happens from now on. One that is
 * not paused misses nothing.
 */
export const resumeWebhook = projectCommand(
  "webhook.manage",
  webhookResumption,
  async (pass, { webhookId, missed }) => {
    const current = await webhookLine(pass, webhookId)
    if (!current) return fail({ code: "not-found" })
    if (missed === "skip" && current.pausedAt) await skipToNow(pass, webhookId)
    await resumeWebhookRow(pass, webhookId)
    const before = webhookState(current)
    return ok({
      change: { kind: "webhook-changed", webhookId, before, after: { ...before, paused: false }, moved: false },
    })
  },
)
