import { timingSafeEqual } from "node:crypto"
import type { JWT } from "next-auth/jwt"
import { isDiskFull } from "../db/is-database-away.ts"
import { newSecret, secretHash } from "../db/secret-hash.ts"
import { insertSession, saveSeen, sessionById } from "../db/session-rows.ts"
import { seenStep, sessionLife, sessionLives } from "../domain/session-life.ts"
import type { Visit } from "./visit.ts"

/** Who is signed in, and by which session. */
export interface SignedIn {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly sessionId: string
}

/** Start a session: a row with the hash of a fresh 256-bit secret, and a token that holds the secret and nothing about the person. */
export async function startSession(userId: string, visit: Visit): Promise<JWT> {
  const secret = newSecret()
  const at = new Date()
  const expiresAt = new Date(at.getTime() + sessionLife.absolute)
  const { userAgent, address } = visit
  const sid = await insertSession({ userId, secretHash: secretHash(secret), userAgent, address, at, expiresAt })
  return { sid, uid: userId, secret }
}

/** Note that a session was used; a disk that is full keeps nobody from reading, and the next use notes it again. */
async function noteSeen(id: string, at: Date): Promise<void> {
  await saveSeen(id, at).catch((error: unknown) => {
    if (!isDiskFull(error)) throw error
  })
}

/**
 * Who a token stands for, asked of the database every time; null when its session has ended, run out or never was.
 * `counts`: whether asking is a use that keeps the session from running out.
 */
export async function liveSession(token: JWT, counts: boolean): Promise<SignedIn | null> {
  const { sid, uid, secret } = token
  if (typeof sid !== "string" || typeof secret !== "string") return null
  const row = await sessionById(sid)
  const now = new Date()
  if (!row || row.userId !== uid || !sessionLives(row, now)) return null
  if (!timingSafeEqual(row.secretHash, secretHash(secret))) return null
  if (counts && now.getTime() - row.lastSeenAt.getTime() >= seenStep) await noteSeen(sid, now)
  return { id: row.userId, name: row.user.name, email: row.user.email, sessionId: row.id }
}
