import { uuidv7 } from "uuidv7"
import type { Change, ChangeKind } from "../domain/change.ts"
import { changeOf } from "../domain/stored-change.ts"
import { eventOfChange, messageBody, type WebhookEvent, type WebhookSubject } from "../domain/webhook-event.ts"
import { database, type Transaction } from "./client.ts"
import { Prisma } from "./generated/client.ts"
import { told } from "./history-scope.ts"
import { unveiled, type Viewer } from "./sight.ts"

interface Stream {
  readonly id: string
  readonly documentId: string | null
  /** Whether what is said of the project's claims is hidden from reviewers, unless a document says otherwise. */
  readonly blind: boolean
  readonly from: number
}

interface Told {
  readonly revision: number
  readonly kind: ChangeKind
  readonly unitId: string | null
  readonly at: Date
  /** The change itself, where its ids are needed. */
  readonly body: string | null
  /** Whether an owner may know of it now. */
  readonly seen: boolean
  /** Whether everybody may. */
  readonly open: boolean
  /** Verdicts that it brought down, of those that an owner may know of, and one of them. */
  readonly fallen: number
  readonly fallenClaim: string | null
  readonly fallenIn: string | null
  readonly fallenOpen: boolean | null
}

/** Changes that become messages in one transaction. */
const most = 500

/**
 * Make messages of what a webhook was not told yet, of one stream, and note how far it was told, in one transaction. The
 * log of changes is the outbox: its revisions have no gaps and come in the order of commits, so that nothing is told that
 * was rolled back, and nothing that was not is left out. No two workers do so for one webhook at once. Answers whether
 * there was anything. `origin` begins the addresses in messages.
 */
export function spreadChanges(origin: string): Promise<boolean> {
  return database().$transaction(async tx => {
    const [webhook] = await tx.$queryRaw<{ id: string; projectId: string; events: WebhookEvent[] }[]>`
      SELECT w.id, w."projectId", w.events FROM "Webhook" w
      WHERE w."pausedAt" IS NULL AND w."removedAt" IS NULL AND EXISTS (${streamsBehind(Prisma.sql`w`)})
      ORDER BY random() LIMIT 1 FOR NO KEY UPDATE OF w SKIP LOCKED`
    if (!webhook) return false
    // Asked again with the row held: another worker may have told it since.
    const [stream] = await tx.$queryRaw<Stream[]>`
      SELECT behind.* FROM "Webhook" w CROSS JOIN LATERAL (${streamsBehind(Prisma.sql`w`)}) behind
      WHERE w.id = ${webhook.id}::uuid LIMIT 1`
    if (!stream) return true
    const changes = await changesAfter(tx, stream, webhook.events.includes("verdict.fell"))
    const last = changes.at(-1)
    if (!last) return true
    const rows = changes
      .flatMap(change => messages(webhook, stream, change))
      .map(({ type, revision, at, subject }) => {
        const id = uuidv7()
        return { id, revision, event: type, body: messageBody({ id, type, at }, subject, origin) }
      })
    // As one parameter, since seven for each of five hundred rows take most of the time.
    await tx.$executeRaw`
      INSERT INTO "WebhookDelivery" (id, "projectId", "webhookId", event, body, "streamId", revision)
      SELECT m.id, ${webhook.projectId}::uuid, ${webhook.id}::uuid, m.event, m.body, ${stream.id}::uuid, m.revision
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(id uuid, event text, body text, revision int)
      ON CONFLICT DO NOTHING`
    await tx.webhookPlace.upsert({
      where: { webhookId_streamId: { webhookId: webhook.id, streamId: stream.id } },
      create: { webhookId: webhook.id, streamId: stream.id, revision: last.revision },
      update: { revision: last.revision },
    })
    return true
  })
}

/** The streams of a webhook's project that have changes which it was not told. */
const streamsBehind = (w: Prisma.Sql) => Prisma.sql`
  SELECT s.id, s."documentId", p.blind, coalesce(told.revision, 0) AS "from"
  FROM "Project" p CROSS JOIN LATERAL (
    SELECT p.id, NULL::uuid AS "documentId", p.revision
    UNION ALL SELECT d.id, d.id, d.revision FROM "Document" d WHERE d."projectId" = p.id) s
  LEFT JOIN "WebhookPlace" told ON told."webhookId" = ${w}.id AND told."streamId" = s.id
  WHERE p.id = ${w}."projectId" AND s.revision > coalesce(told.revision, 0)`

/** Nobody who said anything. */
const nobody = { id: "00000000-0000-0000-0000-000000000000" }
const viewer = (bound: boolean, blind: boolean): Viewer => ({
  actor: nobody,
  sight: { bound, blind, norming: true, salt: null },
})

/** Kinds whose messages name something that stands only in the change itself. */
const naming: readonly ChangeKind[] = [
  ...(["flag-raised", "flag-answered", "flag-withdrawn", "flag-restored", "document-added"] as const),
  ...(["source-added", "source-changed", "source-graded", "snapshot-added", "sources-merged"] as const),
  ...(["merge-withdrawn", "source-derived", "derivation-withdrawn"] as const),
]

/**
 * The next changes of a stream. By the conditions of the history it is judged of each whether owners may know of it, who
 * make webhooks, and whether somebody may who judges blindly and has said nothing: such a one may stand behind a webhook.
 */
function changesAfter(tx: Transaction, { id, from, blind }: Stream, verdicts: boolean): Promise<Told[]> {
  const [owner, reviewer] = [viewer(false, blind), viewer(true, blind)]
  const fallen = [Prisma.sql`r."unitId"`, Prisma.sql`r."documentId"`] as const
  return tx.$queryRaw<Told[]>`
    SELECT c.revision, c.kind, c."unitId", c.at, CASE WHEN c.kind = ANY(${[...naming]}::text[]) THEN c.body END AS body,
      (true ${told(owner)}) AS seen, (true ${told(reviewer)}) AS open, f.*
    FROM "Change" c CROSS JOIN LATERAL (
      SELECT count(*)::int AS fallen, min(r."unitId"::text) AS "fallenClaim", min(r."documentId"::text) AS "fallenIn",
        bool_and(${unveiled(reviewer, ...fallen)}) AS "fallenOpen"
      FROM "Reopening" r WHERE ${verdicts} AND r."streamId" = c."streamId" AND r.revision = c.revision
        AND ${unveiled(owner, ...fallen)}) f
    WHERE c."streamId" = ${id}::uuid AND c.revision > ${from} ORDER BY c.revision LIMIT ${most}`
}

interface Message {
  readonly type: WebhookEvent
  readonly revision: number
  readonly at: Date
  readonly subject: WebhookSubject
}

/** What a webhook is told of a change: nothing, that it happened, and which verdicts it brought down. */
function messages(
  { projectId, events }: { readonly projectId: string; readonly events: readonly WebhookEvent[] },
  { documentId }: Stream,
  change: Told,
): Message[] {
  const { revision, at, unitId, fallen, fallenClaim, fallenIn, open } = change
  const none = { projectId, documentId, claimId: null, flagId: null, sourceId: null, revision }
  const type = eventOfChange[change.kind]
  const happened: Message[] =
    type && change.seen && events.includes(type)
      ? [{ type, revision, at, subject: { ...none, ...(open && { claimId: unitId, ...named(change) }) } }]
      : []
  const single = fallen === 1 && change.fallenOpen
  const fell: Message[] =
    fallen > 0
      ? [
          {
            ...{ type: "verdict.fell", revision, at },
            subject: { ...none, ...(single && { claimId: fallenClaim, documentId: fallenIn }) },
          },
        ]
      : []
  return [...happened, ...fell]
}

/** What a change names beside a claim. */
function named({ kind, body }: Told): Partial<WebhookSubject> {
  if (body === null) return {}
  const change: Change = changeOf(kind, body)
  if ("effect" in change) {
    const [flag, ...others] = change.effect.flags ?? []
    const flagId = (flag?.after ?? flag?.before)?.id
    return flagId && others.length === 0 ? { flagId } : {}
  }
  if (change.kind === "document-added") return { documentId: change.documentId }
  if (change.kind === "source-added") return { sourceId: change.source.id }
  if (change.kind === "source-changed") return { sourceId: change.after.id }
  if ("derivation" in change) return { sourceId: change.derivation.derivedId }
  return "sourceId" in change ? { sourceId: change.sourceId } : {}
}
