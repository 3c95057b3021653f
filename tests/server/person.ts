import { Secret } from "otpauth"
import { hashPassword } from "../../lib/commands/password-hash.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { database } from "../../lib/db/client.ts"
import { ownAccount } from "../../lib/db/pass.ts"
import { beginOwnFactor, confirmOwnFactor, deleteOwnFactor } from "../../lib/db/second-factor-rows.ts"
import { ok } from "../../lib/domain/failure.ts"

export const goodPassword = "three quiet archives"
let hash: Promise<string> | undefined
let count = 0

/** An account with the password above, or with none. */
export async function person(words: { name?: string; email?: string; passwordHash?: string | null } = {}) {
  hash ??= hashPassword(goodPassword)
  const name = words.name ?? `Person ${++count}`
  const email = words.email ?? `person-${newUserId().slice(-12)}@example.org`
  const user = {
    id: newUserId(),
    name,
    email,
    passwordHash: words.passwordHash === undefined ? await hash : words.passwordHash,
  }
  if (!(await insertUser(user))) throw new Error(`${email} is taken`)
  return user
}

/** Connects somebody's account to one at a provider. */
export const identityOf = (somebody: { readonly id: string }, provider: string) =>
  database().identity.create({ data: { provider, subject: newUserId(), userId: somebody.id } })

/** Switches two-step sign-in on for somebody, whose app has shown no code yet; answers the app's secret in words. */
export async function appOf(somebody: { readonly id: string }): Promise<string> {
  const secret = new Secret({ size: 20 })
  await ownAccount(somebody, async pass => {
    await deleteOwnFactor(pass)
    await beginOwnFactor(pass, secret.bytes)
    await confirmOwnFactor(pass, 0)
    return ok(null)
  })
  return secret.base32
}
