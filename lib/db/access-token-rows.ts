import { randomBytes } from "node:crypto"
import { accessToken, mostTokens, tokenEnding } from "../domain/access-token.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { TokenScope } from "../domain/token-scope.ts"
import { holdAccount } from "./accounts.ts"
import { database } from "./client.ts"
import type { AccountPass } from "./pass.ts"
import { secretHash } from "./secret-hash.ts"

const day = 24 * 3_600_000

/** What a token no longer counts for is shown for so long, in days. */
const remembered = 30

/** How long a use of a token is not written again, in milliseconds. */
const usedStep = 60_000

export interface TokenWish {
  readonly id: string
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly days: number
}

export interface MadeToken {
  readonly id: string
  /** The token itself, which is stored nowhere and so can be told once only. */
  readonly token: string
  readonly expiresAt: Date
}

/** Make a token for the pass's own account, and drop those that have long ceased to count. */
export async function makeOwnToken(
  pass: AccountPass,
  { id, name, scopes, days }: TokenWish,
): Promise<Result<MadeToken>> {
  const { tx, actor, at } = pass
  await holdAccount(pass)
  const userId = actor.id
  const past = { lt: new Date(at.getTime() - remembered * day) }
  await tx.accessToken.deleteMany({ where: { userId, OR: [{ expiresAt: past }, { withdrawnAt: past }] } })
  if ((await tx.accessToken.count({ where: { userId, ...living(at) } })) >= mostTokens)
    return fail({ code: "tokens-full", most: mostTokens })
  const token = accessToken(randomBytes(32))
  const expiresAt = new Date(at.getTime() + days * day)
  const secret = { secretHash: secretHash(token), ending: tokenEnding(token) }
  const row = { id, userId, name, ...secret, scopes: [...scopes], createdAt: at, expiresAt }
  const { count } = await tx.accessToken.createMany({ data: row, skipDuplicates: true })
  return count > 0 ? ok({ id, token, expiresAt }) : fail({ code: "request-reused" })
}

export interface OwnToken {
  readonly id: string
  readonly name: string
  readonly ending: string
  readonly scopes: readonly TokenScope[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

/** One's own tokens that were not withdrawn, the newest first; those that expired lately too. */
export async function ownTokens(pass: AccountPass): Promise<OwnToken[]> {
  const since = new Date(pass.at.getTime() - remembered * day)
  const rows = await pass.tx.accessToken.findMany({
    where: { userId: pass.actor.id, withdrawnAt: null, expiresAt: { gt: since } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    omit: { secretHash: true, userId: true, withdrawnAt: true },
  })
  return rows.map(row => ({ ...row, scopes: row.scopes as TokenScope[] }))
}

/** Withdraw one of one's own tokens; answers whether there was one to withdraw. */
export async function withdrawOwnToken(pass: AccountPass, id: string): Promise<boolean> {
  return (await withdraw(pass, { id })) > 0
}

/** Withdraw all of one's own tokens that still count; answers how many. */
export const withdrawOwnTokens = (pass: AccountPass): Promise<number> => withdraw(pass, living(pass.at))

async function withdraw({ tx, actor, at }: AccountPass, which: object): Promise<number> {
  const where = { ...which, userId: actor.id, withdrawnAt: null }
  const { count } = await tx.accessToken.updateMany({ where, data: { withdrawnAt: at } })
  // The streams that a token opened end as those of an ended session do.
  if (count > 0) await tx.$executeRaw`SELECT pg_notify('apparatus_session', ${actor.id})`
  return count
}

export interface LiveToken {
  readonly id: string
  readonly userId: string
  readonly scopes: readonly TokenScope[]
}

/** The token of these words if it still counts, and note that it was used, at most once a minute. */
export async function liveToken(token: string, at: Date): Promise<LiveToken | null> {
  const row = await database().accessToken.findUnique({
    where: { secretHash: secretHash(token), ...living(at) },
    select: { id: true, userId: true, scopes: true, lastUsedAt: true },
  })
  if (!row) return null
  const { id, userId, scopes, lastUsedAt } = row
  const before = new Date(at.getTime() - usedStep)
  if (!lastUsedAt || lastUsedAt <= before)
    await database().accessToken.updateMany({
      where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] },
      data: { lastUsedAt: at },
    })
  return { id, userId, scopes: scopes as TokenScope[] }
}

const living = (at: Date) => ({ withdrawnAt: null, expiresAt: { gt: at } })
