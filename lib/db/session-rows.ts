import { uuidv7 } from "uuidv7"
import { sessionLife } from "../domain/session-life.ts"
import { database, type Transaction } from "./client.ts"
import type { AccountPass } from "./pass.ts"

export interface NewSession {
  readonly userId: string
  readonly secretHash: Uint8Array<ArrayBuffer>
  readonly userAgent: string
  readonly address: string
  readonly at: Date
  readonly expiresAt: Date
}

/** Store a sign-in and drop the same person's expired ones; answers its id. */
export async function insertSession({ at, ...session }: NewSession): Promise<string> {
  const id = uuidv7()
  await database().session.create({ data: { ...session, id, createdAt: at, lastSeenAt: at, provenAt: at } })
  await database().session.deleteMany({ where: { userId: session.userId, expiresAt: { lt: at } } })
  return id
}

export interface SessionRow {
  readonly id: string
  readonly userId: string
  readonly secretHash: Uint8Array
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly endedAt: Date | null
  readonly user: { readonly name: string; readonly email: string }
}

/** A session with the person it belongs to, whether it still counts or not. */
export function sessionById(id: string): Promise<SessionRow | null> {
  return database().session.findUnique({
    where: { id },
    select: {
      id: true,
      userId: true,
      secretHash: true,
      lastSeenAt: true,
      expiresAt: true,
      endedAt: true,
      user: { select: { name: true, email: true } },
    },
  })
}

/** Whether somebody's password alone lets them in: they have one, and neither an app that shows codes nor a passkey. */
export async function hasOneStep(userId: string): Promise<boolean> {
  const alone = { NOT: { factor: { confirmedAt: { not: null } } }, passkeys: { none: {} } }
  return (await database().user.count({ where: { id: userId, passwordHash: { not: null }, ...alone } })) > 0
}

/** Note that a session was used. */
export async function saveSeen(id: string, at: Date): Promise<void> {
  await database().session.updateMany({
    where: { id, endedAt: null, lastSeenAt: { lt: at } },
    data: { lastSeenAt: at },
  })
}

/** Note that whoever has a session of one's own just proved who they are; answers false when it has ended. */
export async function saveProof(pass: AccountPass, id: string): Promise<boolean> {
  const own = { userId: pass.actor.id, id, endedAt: null }
  const { count } = await pass.tx.session.updateMany({ where: own, data: { provenAt: pass.at } })
  return count > 0
}

/** Whether whoever has a session of one's own proved who they are within the time that a proof lasts. */
export async function isProven(pass: AccountPass, id: string): Promise<boolean> {
  const since = new Date(pass.at.getTime() - sessionLife.proof)
  return (
    (await pass.tx.session.count({ where: { id, userId: pass.actor.id, endedAt: null, provenAt: { gt: since } } })) > 0
  )
}

/** End a session that another one takes the place of in the same browser. */
export async function replaceSession(id: string, at: Date): Promise<void> {
  const [ended] = await database().session.updateManyAndReturn({
    where: { id, endedAt: null },
    data: { endedAt: at },
    select: { userId: true },
  })
  if (ended) await tellEnded(database(), ended.userId)
}

/** Tell the streams of a person that a session of theirs ended, so that the one behind it does too. */
async function tellEnded(to: Pick<Transaction, "$executeRaw">, userId: string): Promise<void> {
  await to.$executeRaw`SELECT pg_notify('apparatus_session', ${userId})`
}

export interface OwnSession {
  readonly id: string
  readonly userAgent: string
  readonly address: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly endedAt: null
}

/** One's own sessions that were not ended, the last used one first. Some may have run out. */
export async function ownSessions(pass: AccountPass): Promise<OwnSession[]> {
  const rows = await pass.tx.session.findMany({
    where: { userId: pass.actor.id, endedAt: null, expiresAt: { gt: pass.at } },
    orderBy: { lastSeenAt: "desc" },
    omit: { secretHash: true, userId: true, provenAt: true },
  })
  return rows.map(row => ({ ...row, endedAt: null }))
}

/** End one of one's own sessions; answers whether there was one to end. */
export async function endOwnSession(pass: AccountPass, id: string): Promise<boolean> {
  const where = { id, userId: pass.actor.id, endedAt: null }
  const { count } = await pass.tx.session.updateMany({ where, data: { endedAt: pass.at } })
  if (count > 0) await tellEnded(pass.tx, pass.actor.id)
  return count > 0
}

/** End all of one's own sessions; answers how many that were. */
export const endOwnSessions = (pass: AccountPass): Promise<number> => endOwnSessionsBut(pass, null)

/** End all of one's own sessions but one; answers how many that were. */
export async function endOwnSessionsBut(pass: AccountPass, keep: string | null): Promise<number> {
  const where = { userId: pass.actor.id, endedAt: null, ...(keep !== null && { id: { not: keep } }) }
  const { count } = await pass.tx.session.updateMany({ where, data: { endedAt: pass.at } })
  if (count > 0) await tellEnded(pass.tx, pass.actor.id)
  return count
}
