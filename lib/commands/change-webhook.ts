import { lastProjectActor } from "../db/last-actor.ts"
import { saveWebhook, webhookLine } from "../db/webhook-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { webhookState } from "../domain/webhook.ts"
import { webhookRevision } from "../schema/webhook-input.ts"
import { projectCommand } from "./command.ts"

/** Change where a webhook is and what it is told of. What waits goes to the new address. */
export const changeWebhook = projectCommand(
  "webhook.manage",
  webhookRevision,
  async (pass, { webhookId, version, address, events }) => {
    const current = await webhookLine(pass, webhookId)
    if (!current) return fail({ code: "not-found" })
    if (current.version !== version) {
      const by = await lastProjectActor(pass, ["webhook-changed", "webhook-secret-renewed"], { webhookId })
      return fail({ code: "conflict", current, by })
    }
    await saveWebhook(pass, webhookId, { address, events })
    const { pausedAt } = current
    const [before, after] = [webhookState(current), webhookState({ address, events, pausedAt })]
    const moved = address !== current.address
    return ok({ change: { kind: "webhook-changed", webhookId, before, after, moved } })
  },
)
