import { createHmac } from "node:crypto"
import { createServer, type RequestListener, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { uuidv7 } from "uuidv7"
import { addWebhook } from "../../lib/commands/add-webhook.ts"
import { database } from "../../lib/db/client.ts"
import { takeDelivery } from "../../lib/db/delivery-work-rows.ts"
import { spreadChanges } from "../../lib/db/webhook-work-rows.ts"
import { type WebhookEvent, webhookEvents } from "../../lib/domain/webhook-event.ts"
import { type Post, sendDelivery } from "../../lib/jobs/send-delivery.ts"
import { type Network, safeFetch } from "../../lib/net/safe-fetch.ts"
import { type Person, value } from "../queries/project.ts"

export const origin = "https://apparatus.example"
export const address = "https://hooks.example.org/in?key=1"

const servers: Server[] = []

export function closeReceivers(): void {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
}

interface Arrived {
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string
}

/**
 * A receiver that every public address leads to. It speaks no TLS, so that its messages come over http; the rest is what
 * is done for any receiver.
 */
export async function receiver(
  answer: RequestListener,
  resolve: Network["resolve"] = async () => ["93.184.216.34"],
  milliseconds = 10_000,
) {
  const arrived: Arrived[] = []
  const server = createServer((request, response) => {
    let body = ""
    request.on("data", chunk => {
      body += chunk
    })
    request.on("end", () => {
      arrived.push({ path: request.url ?? "", headers: request.headers as Record<string, string>, body })
      answer(request, response)
    })
  })
  servers.push(server)
  await new Promise<void>(done => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  const network: Network = { resolve, dial: () => ({ host: "127.0.0.1", port }) }
  const post: Post = request =>
    safeFetch({ ...request, milliseconds, url: request.url.replace(/^https:/, "http:") }, network)
  return { arrived, post }
}

export const takes: RequestListener = (_, response) => response.writeHead(204).end()

/** A webhook of a project, with the secret that its receiver keeps. */
export async function hooked(owner: Person, projectId: string, events: readonly WebhookEvent[] = webhookEvents) {
  const webhookId = uuidv7()
  const { secret } = value(await addWebhook(owner, { projectId, id: webhookId, address, events, requestId: uuidv7() }))
  return { projectId, webhookId, secret: secret! }
}

/** Makes messages of all that happened. */
export async function spreadAll(): Promise<void> {
  while (await spreadChanges(origin));
}

/** Sends all that is due. */
export async function sendAll(post: Post): Promise<void> {
  for (let taken = await takeDelivery(); taken; taken = await takeDelivery()) await sendDelivery(taken, post)
}

/** The messages of a webhook by the order of the changes. */
export const messagesOf = (webhookId: string) =>
  database().webhookDelivery.findMany({ where: { webhookId }, orderBy: { id: "asc" }, include: { log: true } })

export const eventsOf = async (webhookId: string) => (await messagesOf(webhookId)).map(({ event }) => event)

/** Whether a receiver that keeps this secret takes a message. */
export function isSigned({ headers, body }: Arrived, secret: string): boolean {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64")
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`
  const right = `v1,${createHmac("sha256", key).update(signed).digest("base64")}`
  return headers["webhook-signature"]!.split(" ").includes(right)
}

/** Lets everything that waits be due. */
export const hurry = () => database().webhookDelivery.updateMany({ data: { nextAt: new Date(0) } })
