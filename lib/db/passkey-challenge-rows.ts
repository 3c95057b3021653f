import { createHash } from "node:crypto"
import { challengeLife, type PasskeyPurpose } from "../domain/passkey.ts"
import { database, type Transaction } from "./client.ts"

/** The transaction in which something belongs, when there is one. */
interface Within {
  readonly tx: Pick<Transaction, "$executeRaw" | "passkeyChallenge">
}

/** Who is asked for a passkey: a session or, before there is one, a browser; by what names it and nothing else does. */
export interface PasskeyFlow {
  readonly of: "session" | "browser"
  readonly name: string
}

const hashOf = ({ of, name }: PasskeyFlow) => createHash("sha256").update(`${of} ${name}`).digest()

/**
 * Keep what a browser is asked to have signed, in the place of what it was asked for the same purpose before. Those whose
 * time is over are dropped.
 */
export async function saveChallenge(
  flow: PasskeyFlow,
  purpose: PasskeyPurpose,
  challenge: Uint8Array<ArrayBuffer>,
  at: Date,
  { tx }: Within = { tx: database() },
): Promise<void> {
  const expiresAt = new Date(at.getTime() + challengeLife)
  await tx.$executeRaw`
    INSERT INTO "PasskeyChallenge" ("flowHash", purpose, challenge, "expiresAt")
    VALUES (${hashOf(flow)}, ${purpose}, ${challenge}, ${expiresAt})
    ON CONFLICT ("flowHash", purpose) DO UPDATE SET challenge = excluded.challenge, "expiresAt" = excluded."expiresAt"`
  await tx.passkeyChallenge.deleteMany({ where: { expiresAt: { lte: at } } })
}

/**
 * Take what a browser was asked to have signed for a purpose; null when it was asked for nothing, too long ago, or its
 * answer came before. It is gone whatever the answer is worth, and goes to one of those who take it at once.
 */
export async function takeChallenge(flow: PasskeyFlow, purpose: PasskeyPurpose, at: Date): Promise<Uint8Array | null> {
  const [row] = await database().$queryRaw<{ challenge: Uint8Array; expiresAt: Date }[]>`
    DELETE FROM "PasskeyChallenge" WHERE "flowHash" = ${hashOf(flow)} AND purpose = ${purpose}
    RETURNING challenge, "expiresAt"`
  return row && row.expiresAt > at ? row.challenge : null
}
