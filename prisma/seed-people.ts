import { fitsPassword, hashPassword } from "../lib/commands/password-hash.ts"
import { accountByEmail, insertUser, newUserId } from "../lib/db/accounts.ts"
import { makeSetupLink } from "../lib/db/setup-rows.ts"
import { demoPassword, demoPeople } from "../lib/domain/demo.ts"

/** Create the people of the demonstration who are missing; answers everybody's id by e-mail address. */
export async function seedPeople(): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const { email, name } of demoPeople) {
    const known = await accountByEmail(email)
    if (!known) await insertUser({ id: newUserId(), email, name, passwordHash: await hashPassword(demoPassword) })
    ids[email] = (known ?? (await accountByEmail(email)))!.id
  }
  return ids
}

/** Whether somebody of the demonstration is `known` here, and whether its public password still is an `open` door. */
export async function demoPeopleHere(): Promise<{ known: boolean; open: boolean }> {
  const accounts = await Promise.all(demoPeople.map(({ email }) => accountByEmail(email)))
  const known = accounts.filter(account => account !== null)
  const fits = await Promise.all(known.map(({ passwordHash }) => fitsPassword(passwordHash, demoPassword)))
  return { known: known.length > 0, open: fits.includes(true) }
}

/** The address with which the first visitor creates the owner account, made anew at each call; null when there is an account. */
export async function setupLink(origin: string): Promise<string | null> {
  const secret = await makeSetupLink(new Date())
  return secret && new URL(`/setup/${secret}`, origin).href
}
