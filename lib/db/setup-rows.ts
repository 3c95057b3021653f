import { type Failure, fail, ok, type Result } from "../domain/failure.ts"
import { anyUser, insertUser, type NewUser } from "./accounts.ts"
import { database, type Transaction } from "./client.ts"
import { newSecret, secretHash } from "./secret-hash.ts"

/** How long a setup link can be used, in milliseconds: a day. */
const linkLife = 24 * 3_600_000

/**
 * Make the one-time link with which the first account is created, in the place of any earlier one. Answers its
 * secret, which is stored nowhere, or null when somebody has an account already.
 */
export async function makeSetupLink(at: Date): Promise<string | null> {
  return database().$transaction(async tx => {
    await holdSetup(tx)
    if (await anyUser(tx)) return null
    const secret = newSecret()
    await tx.setupLink.deleteMany({ where: { usedAt: null } })
    const expiresAt = new Date(at.getTime() + linkLife)
    await tx.setupLink.create({ data: { secretHash: secretHash(secret), createdAt: at, expiresAt } })
    return secret
  })
}

/** Whether a setup link can still be used. */
export async function isSetupOpen(secret: string, at: Date): Promise<boolean> {
  const where = { secretHash: secretHash(secret), usedAt: null, expiresAt: { gt: at } }
  return (await database().setupLink.count({ where })) > 0 && !(await anyUser())
}

/** Spend a setup link on the first account. Of two at once exactly one gets it. */
export async function insertFirstUser(secret: string, user: NewUser, at: Date): Promise<Result<null>> {
  const spent: Failure = { code: "setup-spent" }
  return database().$transaction(async tx => {
    await holdSetup(tx)
    if (await anyUser(tx)) return fail(spent)
    const where = { secretHash: secretHash(secret), usedAt: null, expiresAt: { gt: at } }
    const { count } = await tx.setupLink.updateMany({ where, data: { usedAt: at } })
    if (count === 0) return fail(spent)
    await insertUser(user, { tx })
    return ok(null)
  })
}

// A lock of the setup itself: two links, or a link and its renewal, share no row that could be held.
async function holdSetup(tx: Transaction): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('apparatus setup'))::text`
}
