import { hashPassword } from "../../lib/commands/password-hash.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"

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
