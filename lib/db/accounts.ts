import { uuidv7 } from "uuidv7"
import { database, type Transaction } from "./client.ts"
import type { AccountPass } from "./pass.ts"

export interface NewUser {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly passwordHash: string | null
}

/** A person's account at an outside provider. */
export interface OutsideAccount {
  readonly provider: string
  readonly subject: string
}

/** The transaction in which something belongs, when there is one. */
interface Within {
  readonly tx: Pick<Transaction, "user">
}

/** Store an account; answers false, and stores nothing, when the e-mail address is taken. */
export async function insertUser(user: NewUser, { tx }: Within = { tx: database() }): Promise<boolean> {
  const { count } = await tx.user.createMany({ data: user, skipDuplicates: true })
  return count > 0
}

/** The ids of all accounts: for whoever runs the server. */
export const everyAccount = async (): Promise<string[]> =>
  (await database().user.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id)

/** Whether anybody has an account. */
export async function anyUser(tx: Pick<Transaction, "user"> = database()): Promise<boolean> {
  return (await tx.user.findFirst({ where: { deletedAt: null }, select: { id: true } })) !== null
}

export interface AccountRow {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly passwordHash: string | null
}

const account = { id: true, email: true, name: true, passwordHash: true } as const

export const accountByEmail = (email: string): Promise<AccountRow | null> =>
  database().user.findUnique({ where: { email }, select: account })

export const ownAccountRow = (pass: AccountPass): Promise<AccountRow> =>
  pass.tx.user.findUniqueOrThrow({ where: { id: pass.actor.id }, select: account })

/** Put a hash in the place of another one; answers false when that is no longer the stored one. */
export async function replacePasswordHash(
  userId: string,
  before: string,
  after: string,
  { tx }: Within = { tx: database() },
): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, passwordHash: before },
    data: { passwordHash: after },
  })
  return count > 0
}

export async function saveName(pass: AccountPass, name: string): Promise<void> {
  await pass.tx.user.update({ where: { id: pass.actor.id }, data: { name } })
}

/** Whose account an outside account opens. */
export async function ownerOfIdentity(outside: OutsideAccount): Promise<string | null> {
  const { provider, subject } = outside
  const row = await database().identity.findUnique({ where: { provider_subject: { provider, subject } } })
  return row?.userId ?? null
}

/** Connect an outside account to one's own; answers false when it belongs to somebody already. */
export async function insertIdentity({ provider, subject }: OutsideAccount, pass: AccountPass): Promise<boolean> {
  const userId = pass.actor.id
  const { count } = await pass.tx.identity.createMany({ data: { provider, subject, userId }, skipDuplicates: true })
  return count > 0
}

/**
 * Make an account that an outside account opens. Answers false, and stores nothing, when the e-mail address is
 * taken, by the same person's other sign-in at the same moment for example.
 */
export async function insertUserWithIdentity(
  user: Omit<NewUser, "passwordHash">,
  outside: OutsideAccount,
): Promise<boolean> {
  const stored = await database().$executeRaw`
    WITH made AS (
      INSERT INTO "User" (id, email, name) VALUES (${user.id}::uuid, ${user.email}, ${user.name})
      ON CONFLICT DO NOTHING RETURNING id)
    INSERT INTO "Identity" (provider, subject, "userId") SELECT ${outside.provider}, ${outside.subject}, id FROM made`
  return stored > 0
}

export interface OwnIdentity extends OutsideAccount {
  readonly createdAt: Date
}

export const ownIdentities = (pass: AccountPass): Promise<OwnIdentity[]> =>
  pass.tx.identity.findMany({
    where: { userId: pass.actor.id },
    select: { provider: true, subject: true, createdAt: true },
    orderBy: { createdAt: "asc" },
  })

/** Disconnect one's own outside accounts at a provider; answers how many there were. */
export async function deleteOwnIdentities(pass: AccountPass, provider: string): Promise<number> {
  const { count } = await pass.tx.identity.deleteMany({ where: { userId: pass.actor.id, provider } })
  return count
}

/** Hold one's own row until the end of the transaction, so that two changes of an account happen one after another. */
export async function holdAccount(pass: AccountPass): Promise<void> {
  await pass.tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${pass.actor.id}::uuid FOR NO KEY UPDATE`
}

/**
 * Whether one's account is there still, and that it stays there until the end of the transaction: a request that was let
 * in may be under way while its account is deleted.
 */
export async function keepsAccount({ tx, actor }: AccountPass): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "User" WHERE id = ${actor.id}::uuid AND "deletedAt" IS NULL FOR KEY SHARE`
  return rows.length > 0
}

export const newUserId = (): string => uuidv7()
