import { deliveryCounts } from "../db/delivery-rows.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { webhookLines } from "../db/webhook-rows.ts"
import { ok } from "../domain/failure.ts"

/** The project's webhooks, each with how many of the last month's messages wait, were delivered, were given up. */
export const webhooks = (actor: Actor, projectId: string) =>
  readProject(actor, projectId, "webhook.manage", async pass => {
    const lines = await webhookLines(pass)
    const counts = await deliveryCounts(
      pass,
      lines.map(({ id }) => id),
    )
    return ok({
      project: (await projectWordsRow(pass)).name,
      webhooks: lines.map(line => ({ ...line, deliveries: counts.get(line.id)! })),
    })
  })

export type WebhookList = Extract<Awaited<ReturnType<typeof webhooks>>, { ok: true }>["value"]
