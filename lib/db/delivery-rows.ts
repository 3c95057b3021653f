import type { Result } from "../domain/failure.ts"
import type { DeliveryState, DeliveryTrouble } from "../domain/webhook.ts"
import { Prisma } from "./generated/client.ts"
import { type ListPart, listPart } from "./keyset.ts"
import type { ProjectPass } from "./pass.ts"

/** A message in a webhook's log, with what came of its last sending. */
export interface DeliveryLine {
  readonly id: string
  readonly event: string
  readonly state: DeliveryState
  readonly attempts: number
  readonly createdAt: Date
  /** When it is sent next; null when it has ended. */
  readonly nextAt: Date | null
  readonly endedAt: Date | null
  readonly status: number | null
  readonly trouble: DeliveryTrouble | null
  readonly milliseconds: number | null
}

const line = Prisma.sql`d.id, d.event, d.state, d.attempts, d."createdAt", d."endedAt",
  CASE WHEN d.state = 'waiting' THEN d."nextAt" END AS "nextAt", a.status, a.trouble, a.milliseconds`

const rows = (pass: ProjectPass, webhookId: string) => Prisma.sql`
  "WebhookDelivery" d LEFT JOIN LATERAL (
    SELECT status, trouble, milliseconds FROM "WebhookAttempt" WHERE "deliveryId" = d.id ORDER BY number DESC LIMIT 1) a ON true
  WHERE d."projectId" = ${pass.projectId}::uuid AND d."webhookId" = ${webhookId}::uuid`

/** A part of a webhook's log, the newest first. */
export const deliveryLines = (
  pass: ProjectPass,
  webhookId: string,
  after: string | undefined,
  count: number,
): Promise<Result<ListPart<DeliveryLine>>> =>
  listPart<DeliveryLine>(
    [
      { sql: Prisma.sql`d."createdAt"`, type: "time", down: true },
      { sql: Prisma.sql`d.id`, type: "uuid", down: true },
    ],
    after === undefined ? { from: 0 } : { after },
    count,
    ({ key, behind, order }) =>
      pass.tx.$queryRaw`SELECT ${line}, ${key} FROM ${rows(pass, webhookId)} AND ${behind} ${order}`,
  )

export interface AttemptLine {
  readonly number: number
  readonly at: Date
  readonly milliseconds: number
  readonly status: number | null
  readonly trouble: DeliveryTrouble | null
  readonly answer: string
}

/** A message whole; null when the webhook has none with this id. */
export async function deliveryById(
  pass: ProjectPass,
  webhookId: string,
  id: string,
): Promise<(DeliveryLine & { readonly body: string }) | null> {
  const [row] = await pass.tx.$queryRaw<(DeliveryLine & { body: string })[]>`
    SELECT ${line}, d.body FROM ${rows(pass, webhookId)} AND d.id = ${id}::uuid`
  return row ?? null
}

/** Every sending of a message that `deliveryById` answered, the last first. */
export async function attemptsOf(pass: ProjectPass, deliveryId: string): Promise<AttemptLine[]> {
  const rows = await pass.tx.webhookAttempt.findMany({
    where: { deliveryId, delivery: { projectId: pass.projectId } },
    orderBy: { number: "desc" },
    omit: { deliveryId: true },
  })
  return rows.map(row => ({ ...row, trouble: row.trouble as DeliveryTrouble | null }))
}

/** How many of a webhook's messages there are in each state. */
export async function deliveryCounts(
  pass: ProjectPass,
  webhookIds: readonly string[],
): Promise<ReadonlyMap<string, Record<DeliveryState, number>>> {
  const none = { waiting: 0, delivered: 0, "given-up": 0 }
  const groups = await pass.tx.webhookDelivery.groupBy({
    by: ["webhookId", "state"],
    where: { projectId: pass.projectId, webhookId: { in: [...webhookIds] } },
    _count: true,
  })
  const counts = new Map(webhookIds.map(id => [id, { ...none }]))
  for (const { webhookId, state, _count } of groups) counts.get(webhookId)![state as DeliveryState] = _count
  return counts
}

/** Store a message that tells of no change; false when its id stands for something else. */
export async function insertTrial(
  { tx, projectId, at }: ProjectPass,
  webhookId: string,
  message: { readonly id: string; readonly event: string; readonly body: string },
): Promise<boolean> {
  const row = { ...message, projectId, webhookId, createdAt: at, nextAt: at }
  await tx.webhookDelivery.createMany({ data: row, skipDuplicates: true })
  const { id, event } = message
  return (await tx.webhookDelivery.count({ where: { id, projectId, webhookId, event } })) === 1
}

/** Let a message that has ended be sent again, under its own id; false when it still waits. */
export async function sendDeliveryAgain({ tx, projectId, at }: ProjectPass, webhookId: string, id: string) {
  const { count } = await tx.webhookDelivery.updateMany({
    where: { id, projectId, webhookId, state: { not: "waiting" } },
    data: { ...anew, nextAt: at },
  })
  return count > 0
}

const anew = { state: "waiting", endedAt: null, failures: 0 }

/** Messages that one request lets be sent again. */
const mostAgain = 2_000

/** Let what was given up be sent again, the oldest first; answers how many. */
export const sendGivenUpAgain = ({ tx, projectId }: ProjectPass, webhookId: string): Promise<number> =>
  tx.$executeRaw`
    UPDATE "WebhookDelivery" SET state = 'waiting', "endedAt" = NULL, failures = 0, "nextAt" = clock_timestamp()
    WHERE id IN (SELECT id FROM "WebhookDelivery"
      WHERE "projectId" = ${projectId}::uuid AND "webhookId" = ${webhookId}::uuid AND state = 'given-up'
      ORDER BY "createdAt", id LIMIT ${mostAgain})`
