import { earlierSecretHours, type WebhookPause } from "../domain/webhook.ts"
import type { WebhookEvent } from "../domain/webhook-event.ts"
import type { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { sealed } from "./sealed-secret.ts"

/** A webhook as its owners see it. Its secret is in no answer but the one in which it was made. */
export interface WebhookLine {
  readonly id: string
  readonly address: string
  readonly events: readonly WebhookEvent[]
  readonly createdBy: string
  readonly createdAt: Date
  readonly pausedAt: Date | null
  readonly pausedWhy: WebhookPause | null
  /** Until when messages are signed with the secret before as well. */
  readonly earlierUntil: Date | null
  readonly version: number
}

const columns = {
  id: true,
  address: true,
  events: true,
  createdAt: true,
  pausedAt: true,
  pausedWhy: true,
  earlierUntil: true,
  version: true,
  creator: { select: { name: true } },
} satisfies Prisma.WebhookSelect

type Row = Prisma.WebhookGetPayload<{ select: typeof columns }>

const line =
  (at: Date) =>
  ({ creator, events, pausedWhy, earlierUntil, ...row }: Row): WebhookLine => ({
    ...row,
    createdBy: creator.name,
    events: events as WebhookEvent[],
    pausedWhy: pausedWhy as WebhookPause | null,
    earlierUntil: earlierUntil && earlierUntil > at ? earlierUntil : null,
  })

/** The project's webhooks, in the order in which they were made. */
export async function webhookLines(pass: ProjectPass): Promise<WebhookLine[]> {
  const where = { projectId: pass.projectId, removedAt: null }
  const rows = await pass.tx.webhook.findMany({
    where,
    select: columns,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  })
  return rows.map(line(pass.at))
}

export async function webhookLine(pass: ProjectPass, id: string): Promise<WebhookLine | null> {
  const where = { id, projectId: pass.projectId, removedAt: null }
  const row = await pass.tx.webhook.findFirst({ where, select: columns })
  return row && line(pass.at)(row)
}

interface Words {
  readonly address: string
  readonly events: readonly WebhookEvent[]
}

/** Store a webhook that is told of what happens from now on; false when its id is taken. */
export async function insertWebhook(pass: ProjectPass, id: string, words: Words, secret: Uint8Array): Promise<boolean> {
  const { tx, projectId, actor, at } = pass
  const { address, events } = words
  const row = {
    id,
    projectId,
    address,
    events: [...events],
    secret: sealed(secret, id, "webhook secrets"),
    createdBy: actor.id,
  }
  const { count } = await tx.webhook.createMany({ data: { ...row, createdAt: at }, skipDuplicates: true })
  if (count > 0) await skipToNow(pass, id)
  return count > 0
}

/** What happened until now is told to it no more. A change under way now comes behind, and is. */
export async function skipToNow({ tx, projectId }: ProjectPass, id: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "WebhookPlace" ("webhookId", "streamId", revision)
    SELECT ${id}::uuid, s.id, s.revision FROM (
      SELECT p.id, p.revision FROM "Project" p WHERE p.id = ${projectId}::uuid
      UNION ALL SELECT d.id, d.revision FROM "Document" d WHERE d."projectId" = ${projectId}::uuid) s
    ON CONFLICT ("webhookId", "streamId") DO UPDATE SET revision = excluded.revision`
}

export async function saveWebhook(pass: ProjectPass, id: string, { address, events }: Words): Promise<void> {
  const data = { address, events: [...events], version: { increment: 1 } }
  await pass.tx.webhook.updateMany({ where: here(pass, id), data })
}

/** Messages wait from now on, but for those on their way. */
export async function pauseWebhookRow(pass: ProjectPass, id: string): Promise<void> {
  const data = { pausedAt: pass.at, pausedWhy: "person" }
  await pass.tx.webhook.updateMany({ where: { ...here(pass, id), pausedAt: null }, data })
}

export async function resumeWebhookRow(pass: ProjectPass, id: string): Promise<void> {
  await pass.tx.webhook.updateMany({ where: here(pass, id), data: { pausedAt: null, pausedWhy: null, givenUp: 0 } })
}

/** Sign with a new secret, and for a day with the one before too. */
export async function saveSecret(pass: ProjectPass, id: string, secret: Uint8Array): Promise<void> {
  const until = new Date(pass.at.getTime() + earlierSecretHours * 3_600_000)
  const next = sealed(secret, id, "webhook secrets")
  await pass.tx.$executeRaw`
    UPDATE "Webhook" SET "earlierSecret" = secret, "earlierUntil" = ${until}, secret = ${next}, version = version + 1
    WHERE id = ${id}::uuid AND "projectId" = ${pass.projectId}::uuid AND "removedAt" IS NULL`
}

/** Nothing more is sent, not even what waits; the rows go later, in small steps. */
export async function removeWebhookRow(pass: ProjectPass, id: string): Promise<void> {
  await pass.tx.webhook.updateMany({ where: here(pass, id), data: { removedAt: pass.at } })
}

const here = ({ projectId }: ProjectPass, id: string) => ({ id, projectId, removedAt: null })
