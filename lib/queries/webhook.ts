import { deliveryCounts, deliveryLines } from "../db/delivery-rows.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { webhookLine } from "../db/webhook-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { deliveryLog } from "../schema/webhook-input.ts"
import { readFilter } from "./read-filter.ts"

/** Messages in a part of the log. */
const part = 25

/** A webhook and its messages of the last month, 25 at once, the newest first. `input` comes from an address. */
export async function webhook(actor: Actor, projectId: string, input: unknown) {
  const asked = readFilter(deliveryLog, { ...(input as object), projectId })
  if (!asked.ok) return asked
  const { webhookId, after } = asked.value
  return readProject(actor, projectId, "webhook.manage", async pass => {
    const line = await webhookLine(pass, webhookId)
    if (!line) return fail({ code: "not-found" })
    const log = await deliveryLines(pass, webhookId, after, part)
    if (!log.ok) return log
    const counts = await deliveryCounts(pass, [webhookId])
    return ok({
      project: (await projectWordsRow(pass)).name,
      webhook: { ...line, deliveries: counts.get(webhookId)! },
      messages: log.value.rows,
      after: log.value.after,
    })
  })
}
webhook.input = deliveryLog

export type WebhookPage = Extract<Awaited<ReturnType<typeof webhook>>, { ok: true }>["value"]
