import { type DeliveryTrouble, deliveryDays, givenUpBeforePause, type WebhookPause } from "../domain/webhook.ts"
import { database } from "./client.ts"
import { Prisma } from "./generated/client.ts"
import { unsealed } from "./sealed-secret.ts"

/** A message that this worker sends now. What comes of it counts only while the lease is its own. */
export interface TakenDelivery {
  readonly id: string
  readonly leaseId: string
  readonly webhookId: string
  readonly address: string
  readonly body: string
  /** Which sending this is, from 1, and how many were in vain since it last began to wait. */
  readonly attempt: number
  readonly failures: number
  /** What it is signed with; none when the secret can't be opened with this server's key. */
  readonly secrets: readonly Uint8Array[]
}

/** Seconds after which a worker that was not heard of has lost its message; longer than a sending can take. */
const held = 30

/** Messages that are on their way to one webhook at once, over all servers, so that a slow receiver holds up no others. */
const atOnce = 2

const live = Prisma.sql`w."pausedAt" IS NULL AND w."removedAt" IS NULL`
const due = Prisma.sql`d.state = 'waiting' AND d."nextAt" <= clock_timestamp()
  AND (d."leaseId" IS NULL OR d."heldUntil" < clock_timestamp())`
const free = (webhookId: Prisma.Sql) => Prisma.sql`(
  SELECT count(*) FROM "WebhookDelivery" o
  WHERE o."webhookId" = ${webhookId} AND o."leaseId" IS NOT NULL AND o."heldUntil" >= clock_timestamp()) < ${atOnce}`

type Taken = Omit<TakenDelivery, "secrets"> & {
  readonly secret: Uint8Array
  readonly earlierSecret: Uint8Array | null
}

/**
 * Take on the message that is due longest of the webhook whose turn it is. No two workers take the same; one whose worker
 * was not heard of is taken again, and so may arrive twice under its one id. Null when none is due.
 */
export async function takeDelivery(): Promise<TakenDelivery | null> {
  const leaseId = crypto.randomUUID()
  const taken = await database().$transaction(async tx => {
    const [webhook] = await tx.$queryRaw<{ id: string }[]>`
      SELECT w.id FROM "Webhook" w WHERE ${live} AND ${free(Prisma.sql`w.id`)}
        AND EXISTS (SELECT 1 FROM "WebhookDelivery" d WHERE d."webhookId" = w.id AND ${due})
      ORDER BY w."triedAt" NULLS FIRST, w.id LIMIT 1 FOR NO KEY UPDATE OF w SKIP LOCKED`
    if (!webhook) return null
    // Counted again with the webhook held, since another worker may have taken one meanwhile.
    const [row] = await tx.$queryRaw<Taken[]>`
      WITH turn AS (
        UPDATE "Webhook" w SET "triedAt" = clock_timestamp() WHERE w.id = ${webhook.id}::uuid
        RETURNING w.id, w.address, w.secret, CASE WHEN w."earlierUntil" > clock_timestamp() THEN w."earlierSecret" END AS "earlierSecret"),
      next AS (
        SELECT d.id FROM "WebhookDelivery" d WHERE d."webhookId" = ${webhook.id}::uuid AND ${due}
          AND ${free(Prisma.sql`d."webhookId"`)}
        ORDER BY d."nextAt", d.id LIMIT 1 FOR NO KEY UPDATE)
      UPDATE "WebhookDelivery" d SET "leaseId" = ${leaseId}::uuid, attempts = attempts + 1,
        "heldUntil" = clock_timestamp() + ${held} * interval '1 second'
      FROM next, turn WHERE d.id = next.id
      RETURNING d.id, d."leaseId", d."webhookId", turn.address, d.body, d.attempts AS attempt, d.failures, turn.secret, turn."earlierSecret"`
    return row ?? null
  })
  if (!taken) return null
  const { secret, earlierSecret, ...rest } = taken
  const open = (stored: Uint8Array | null) => (stored ? unsealed(stored, rest.webhookId, "webhook secrets") : null)
  const [newest, earlier] = [open(secret), open(earlierSecret)]
  return { ...rest, secrets: newest ? [newest, ...(earlier ? [earlier] : [])] : [] }
}

/** A sending and what came of it. */
export interface Attempt {
  readonly at: Date
  readonly milliseconds: number
  readonly status: number | null
  readonly trouble: DeliveryTrouble | null
  readonly answer: string
}

/** What becomes of a message: it was taken, it is sent again after so many milliseconds, or never again. */
export type Outcome =
  | { readonly state: "delivered" }
  | { readonly state: "waiting"; readonly wait: number }
  | { readonly state: "given-up"; readonly gone: boolean }

/** Note a sending in the log and what becomes of its message; false when it is this worker's no longer. */
export function noteAttempt(
  { id, leaseId, webhookId, attempt: number }: TakenDelivery,
  attempt: Attempt,
  outcome: Outcome,
): Promise<boolean> {
  const { state } = outcome
  const wait = outcome.state === "waiting" ? outcome.wait : 0
  return database().$transaction(async tx => {
    const count = await tx.$executeRaw`
      UPDATE "WebhookDelivery" SET state = ${state}, "leaseId" = NULL, "heldUntil" = NULL,
        failures = failures + ${state === "delivered" ? 0 : 1}::int,
        "nextAt" = clock_timestamp() + ${wait}::float8 * interval '1 millisecond',
        "endedAt" = CASE WHEN ${state} <> 'waiting' THEN clock_timestamp() END
      WHERE id = ${id}::uuid AND "leaseId" = ${leaseId}::uuid`
    if (count === 0) return false
    await tx.webhookAttempt.create({ data: { deliveryId: id, number, ...attempt } })
    if (outcome.state === "delivered")
      await tx.$executeRaw`UPDATE "Webhook" SET "givenUp" = 0 WHERE id = ${webhookId}::uuid AND "givenUp" > 0`
    if (outcome.state !== "given-up") return true
    const why: WebhookPause = outcome.gone ? "gone" : "failing"
    await tx.$executeRaw`
      UPDATE "Webhook" SET "givenUp" = "givenUp" + 1,
        "pausedAt" = CASE WHEN ${outcome.gone} OR "givenUp" + 1 >= ${givenUpBeforePause} THEN coalesce("pausedAt", clock_timestamp()) ELSE "pausedAt" END,
        "pausedWhy" = CASE WHEN ${outcome.gone} OR "givenUp" + 1 >= ${givenUpBeforePause} THEN coalesce("pausedWhy", ${why}) ELSE "pausedWhy" END
      WHERE id = ${webhookId}::uuid`
    return true
  })
}

/** Let another worker have a message at once that was not sent. With `pause` its webhook is paused first. */
export async function releaseDelivery(taken: TakenDelivery, pause: WebhookPause | null = null): Promise<void> {
  const { id, leaseId, webhookId } = taken
  if (pause)
    await database().webhook.updateMany({
      where: { id: webhookId, pausedAt: null },
      data: { pausedAt: new Date(), pausedWhy: pause },
    })
  await database().$executeRaw`
    UPDATE "WebhookDelivery" SET "leaseId" = NULL, "heldUntil" = NULL, attempts = attempts - 1
    WHERE id = ${id}::uuid AND "leaseId" = ${leaseId}::uuid`
}

/** Messages that one statement takes away, so that it ends in time. */
const swept = 200

/** Take away messages that were made a month ago, and webhooks that were removed with all that is theirs. */
export async function sweepDeliveries(isStopping: () => boolean): Promise<void> {
  for (let gone = swept; gone === swept && !isStopping(); )
    gone = await database().$executeRaw`
      DELETE FROM "WebhookDelivery" WHERE id IN (
        SELECT d.id FROM "WebhookDelivery" d JOIN "Webhook" w ON w.id = d."webhookId"
        WHERE d."createdAt" < clock_timestamp() - ${deliveryDays} * interval '1 day' OR w."removedAt" IS NOT NULL LIMIT ${swept})`
  await database().$executeRaw`
    DELETE FROM "Webhook" w WHERE w."removedAt" < clock_timestamp() - interval '1 minute'
      AND NOT EXISTS (SELECT 1 FROM "WebhookDelivery" d WHERE d."webhookId" = w.id)`
}
