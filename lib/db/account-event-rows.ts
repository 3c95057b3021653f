import { uuidv7 } from "uuidv7"
import type { AccountEventKind } from "../domain/account-event.ts"
import type { Result } from "../domain/failure.ts"
import { log, loggedError } from "../log/log-line.js"
import { circumstances } from "./circumstances.ts"
import { database, type Transaction } from "./client.ts"
import { Prisma } from "./generated/client.ts"
import { type ListPart, type ListPlace, listPart, type OrderKey } from "./keyset.ts"
import type { AccountPass, Actor } from "./pass.ts"

export interface Event {
  readonly kind: AccountEventKind
  /** Whose account it is about; null when none is known. */
  readonly userId: string | null
  readonly refused?: boolean
  /** How or why, as a short word; never what was typed. */
  readonly detail?: string
  /** The project that it was about. */
  readonly projectId?: string | null
}

const insert = (
  to: Pick<Transaction, "accountEvent">,
  { kind, userId, refused = false, detail = "", projectId = null }: Event,
  at: Date,
) => {
  const said = { kind, userId, refused, detail: detail.slice(0, 200), projectId, ...circumstances() }
  return to.accountEvent.createMany({ data: { id: uuidv7(), at, ...said } })
}

/** Write down what somebody did with their account, with what they did or not at all. */
export async function noteOwn(pass: AccountPass, kind: AccountEventKind, detail = ""): Promise<void> {
  await insert(pass.tx, { kind, userId: pass.actor.id, detail }, pass.at)
}

/** Write down what happened at the door, where nobody is let in yet, or what was refused and so leaves nothing else behind. */
export async function noteEvent(event: Event): Promise<void> {
  await insert(database(), event, new Date())
}

/** Refusals of one person in a minute of which each is written down; of more the first ones tell enough. */
const mostRefusals = 30
const refusals = new Map<string, number>()
let minute = 0

/**
 * Write down that somebody was refused for want of rights. It is done beside the answer, which waits for nothing: a
 * refusal must not become a failure when it can't be written down, and is told in the server's log then.
 */
export function noteRefusal(actor: Actor, detail: string, projectId: string | null = null): void {
  const now = Math.floor(Date.now() / 60_000)
  if (now !== minute) refusals.clear()
  minute = now
  const count = (refusals.get(actor.id) ?? 0) + 1
  refusals.set(actor.id, count)
  if (count > mostRefusals) return
  noteEvent({ kind: "access", userId: actor.id, refused: true, detail, projectId }).catch((error: unknown) =>
    log("error", "account-event.lost", { error: loggedError(error) }),
  )
}

export interface EventRow {
  readonly id: string
  readonly at: Date
  readonly kind: string
  readonly refused: boolean
  readonly detail: string
  readonly address: string
  readonly userAgent: string
}

const order: readonly OrderKey[] = [
  { sql: Prisma.sql`at`, type: "time", down: true },
  { sql: Prisma.sql`id`, type: "uuid", down: true },
]

/** What happened to one's own account, the newest first. */
export const ownEvents = (
  { tx, actor }: AccountPass,
  place: ListPlace,
  count: number,
): Promise<Result<ListPart<EventRow>>> =>
  listPart(
    order,
    place,
    count,
    cut => tx.$queryRaw<(EventRow & { key: (string | null)[] })[]>`
      SELECT id, at, kind, refused, detail, address, "userAgent", ${cut.key} FROM "AccountEvent"
      WHERE "userId" = ${actor.id}::uuid AND ${cut.behind} ${cut.order}`,
  )

export interface AnyEventRow extends EventRow {
  readonly projectId: string | null
  readonly requestId: string | null
  readonly email: string | null
}

/** What happened to all accounts, or to one, in some days until now, the oldest first: for whoever runs the server. */
export const eventsOfLate = (days: number, userId: string | null): Promise<AnyEventRow[]> =>
  database().$queryRaw<AnyEventRow[]>`
    SELECT e.id, e.at, e.kind, e.refused, e.detail, e.address, e."userAgent", e."projectId", e."requestId", u.email
    FROM "AccountEvent" e LEFT JOIN "User" u ON u.id = e."userId"
    WHERE e.at > now() - ${days} * interval '1 day' AND (${userId}::uuid IS NULL OR e."userId" = ${userId}::uuid)
    ORDER BY e.at, e.id LIMIT 100000`

/** Have the events deleted that were kept for as long as it is promised; answers how many. */
export async function forgetEvents(): Promise<number> {
  const [row] = await database().$queryRaw<{ gone: number }[]>`SELECT forget_account_events() AS gone`
  return row?.gone ?? 0
}
