import { withdrawOwnTokens } from "../db/access-token-rows.ts"
import { eventsOfLate, noteOwn } from "../db/account-event-rows.ts"
import { accountByEmail, everyAccount } from "../db/accounts.ts"
import { closeDatabase } from "../db/close-database.ts"
import { deleteAccount } from "../db/delete-account.ts"
import { ownAccount } from "../db/pass.ts"
import { deleteOwnPasskeys } from "../db/passkey-rows.ts"
import { deleteOwnFactor, dropIdleRecoveryCodes } from "../db/second-factor-rows.ts"
import { endOwnSessions } from "../db/session-rows.ts"
import { failureSentence } from "../domain/failure-sentence.ts"
import { databaseTrouble } from "./database-trouble.js"
import { whenStopping } from "./stopping.js"
import { codeOf, Trouble } from "./trouble.js"

/**
 * Do what `npm run account` asks for, on the database of DATABASE_URL; answers the lines to print. What is done is written
 * down for its person as done by whoever runs the server.
 * @param {{ what: string | undefined, email: string | null, tokens: boolean, days: number }} asked
 * @returns {Promise<string[]>}
 */
export async function tendAccount({ what, email, tokens, days }) {
  whenStopping(closeDatabase)
  try {
    const id = email === null ? null : await idOf(email)
    if (what === "events") return (await eventsOfLate(days, id)).map(event => JSON.stringify(event))
    if (what === "delete" && id) return [await remove(id)]
    if (what === "second-factor-off" && id) return [await removeFactor(id)]
    const people = id ? [id] : await everyAccount()
    let [ended, withdrawn] = [0, 0]
    for (const person of people) {
      const done = await signOut(person, tokens)
      ended += done.ended
      withdrawn += done.withdrawn
    }
    return [`Ended ${ended} sessions${tokens ? ` and withdrew ${withdrawn} access tokens` : ""}.`]
  } catch (error) {
    // Prisma's code for a table that is not there.
    if (codeOf(error) === "P2021")
      throw new Trouble("The database is of an older Apparatus. Run npm start with this one first, then ask again.")
    throw error instanceof Trouble ? error : databaseTrouble(error, process.env["DATABASE_URL"] ?? "")
  }
}

/** @param {string} email */
async function idOf(email) {
  const account = await accountByEmail(email.trim().toLowerCase())
  if (account) return account.id
  throw new Trouble(`No account has the e-mail address ${email}. Check it, or look at the page “Account”.`)
}

/** @param {string} id */
async function removeFactor(id) {
  const done = await ownAccount({ id }, async pass => {
    const app = await deleteOwnFactor(pass)
    if (app) await noteOwn(pass, "second-factor-off", "operator")
    const passkeys = await deleteOwnPasskeys(pass)
    if (passkeys > 0) await noteOwn(pass, "passkey-removed", "operator")
    await dropIdleRecoveryCodes(pass)
    return { ok: true, value: { any: app || passkeys > 0, passkeys } }
  })
  if (done.ok && done.value.any) {
    const { passkeys } = done.value
    const removed = passkeys === 1 ? "; one passkey was removed" : `; ${passkeys} passkeys were removed`
    return `Two-step sign-in is off for this account${passkeys > 0 ? removed : ""}.`
  }
  throw new Trouble("This account has no two-step sign-in, so nothing was changed.")
}

/** @param {string} id */
async function remove(id) {
  const done = await ownAccount({ id }, pass => deleteAccount(pass, "operator"))
  if (!done.ok) throw new Trouble(failureSentence(done.failure))
  return `The account is deleted. What its person did in projects stands under “${done.value.pseudonym}” now.`
}

/** @param {string} id @param {boolean} tokens */
async function signOut(id, tokens) {
  const done = await ownAccount({ id }, async pass => {
    const ended = await endOwnSessions(pass)
    if (ended > 0) await noteOwn(pass, "session-ended", "operator")
    const withdrawn = tokens ? await withdrawOwnTokens(pass) : 0
    if (withdrawn > 0) await noteOwn(pass, "token-withdrawn", "operator")
    return { ok: true, value: { ended, withdrawn } }
  })
  if (!done.ok) throw new Error(done.failure.code)
  return done.value
}
