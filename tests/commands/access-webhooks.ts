import { uuidv7 } from "uuidv7"
import { addWebhook } from "../../lib/commands/add-webhook.ts"
import { changeWebhook } from "../../lib/commands/change-webhook.ts"
import { pauseWebhook } from "../../lib/commands/pause-webhook.ts"
import { removeWebhook } from "../../lib/commands/remove-webhook.ts"
import { renewWebhookSecret } from "../../lib/commands/renew-webhook-secret.ts"
import { resumeWebhook } from "../../lib/commands/resume-webhook.ts"
import { sendAgain, sendAllAgain } from "../../lib/commands/send-again.ts"
import { tryWebhook } from "../../lib/commands/try-webhook.ts"
import { database } from "../../lib/db/client.ts"
import { webhook } from "../../lib/queries/webhook.ts"
import { webhookDelivery } from "../../lib/queries/webhook-delivery.ts"
import { webhooks } from "../../lib/queries/webhooks.ts"
import { value } from "../queries/project.ts"
import { inProject, requestId } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"
import type { Room } from "./everybody.ts"

const owners = "forbidden forbidden forbidden ok not-found not-found signed-out"
const at = "projects/[projectId]/webhooks"
const words = { address: "https://hooks.example.org/in?key=1", events: ["flag.raised", "annotation.given"] }

async function made({ owner, projectId }: Room) {
  const id = uuidv7()
  value(await addWebhook(owner, { projectId, id, ...words, requestId: requestId() }))
  return { projectId, webhookId: id }
}

const chosen = async (room: Room) => ({ ...(await made(room)), requestId: requestId() })

/** With a message that was given up. */
async function ended(room: Room) {
  const place = await made(room)
  const id = uuidv7()
  value(await tryWebhook(room.owner, { ...place, id }))
  await database().webhookDelivery.update({ where: { id }, data: { state: "given-up", endedAt: new Date() } })
  return { ...place, deliveryId: id }
}

/** Webhooks are for owners. */
export const webhookRows: readonly Row[] = [
  row(
    "webhooks",
    `GET ${at}`,
    owners,
    (actor, { projectId }: { projectId: string }) => webhooks(actor, projectId),
    inProject,
  ),
  row("addWebhook", `POST ${at}`, owners, addWebhook, async ({ projectId }) => ({
    ...{ projectId, id: uuidv7(), ...words, requestId: requestId() },
  })),
  row(
    "webhook",
    `GET ${at}/[webhookId]`,
    owners,
    (actor, input: { projectId: string }) => webhook(actor, input.projectId, input),
    made,
  ),
  row("changeWebhook", `POST ${at}/[webhookId]`, owners, changeWebhook, async room => ({
    ...(await chosen(room)),
    ...{ version: 1, address: words.address, events: ["version.added"] },
  })),
  row("pauseWebhook", `POST ${at}/[webhookId]/pause`, owners, pauseWebhook, chosen),
  row("resumeWebhook", `POST ${at}/[webhookId]/resume`, owners, resumeWebhook, async room => ({
    ...(await chosen(room)),
    missed: "send",
  })),
  row("renewWebhookSecret", `POST ${at}/[webhookId]/secret`, owners, renewWebhookSecret, chosen),
  row("removeWebhook", `POST ${at}/[webhookId]/remove`, owners, removeWebhook, chosen),
  row("tryWebhook", `POST ${at}/[webhookId]/test`, owners, tryWebhook, async room => ({
    ...(await made(room)),
    id: uuidv7(),
  })),
  row("sendAllAgain", `POST ${at}/[webhookId]/again`, owners, sendAllAgain, async room => {
    const { projectId, webhookId } = await ended(room)
    return { projectId, webhookId }
  }),
  row(
    "webhookDelivery",
    `GET ${at}/[webhookId]/deliveries/[deliveryId]`,
    owners,
    (actor, input: { projectId: string; webhookId: string; deliveryId: string }) =>
      webhookDelivery(actor, input.projectId, input),
    ended,
  ),
  row("sendAgain", `POST ${at}/[webhookId]/deliveries/[deliveryId]/again`, owners, sendAgain, ended),
]
