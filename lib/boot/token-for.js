import { makeOwnToken } from "../db/access-token-rows.ts"
import { noteOwn } from "../db/account-event-rows.ts"
import { accountByEmail } from "../db/accounts.ts"
import { closeDatabase } from "../db/close-database.ts"
import { ownAccount } from "../db/pass.ts"
import { tokenWords } from "../schema/token-input.ts"
import { databaseTrouble } from "./database-trouble.js"
import { whenStopping } from "./stopping.js"
import { codeOf, Trouble } from "./trouble.js"

/**
 * A fresh token for the account with an e-mail address, on the database of DATABASE_URL.
 * @param {{ email: string, scopes?: string | undefined, days?: string | undefined, name?: string | undefined }} asked
 */
export async function tokenFor({ email, scopes = "read,write,manage", days = "90", name = "Command line" }) {
  const words = tokenWords.safeParse({ name, scopes: scopes.split(",").map(scope => scope.trim()), days: Number(days) })
  if (!words.success) throw new Trouble(wrong(words.error.issues[0]))
  whenStopping(closeDatabase)
  try {
    const account = await accountByEmail(email.trim().toLowerCase())
    if (!account)
      throw new Trouble(`No account has the e-mail address ${email}. Check it, or look at the page “Account”.`)
    const wish = { id: crypto.randomUUID(), ...words.data }
    const made = await ownAccount({ id: account.id }, async pass => {
      const token = await makeOwnToken(pass, wish)
      if (token.ok) await noteOwn(pass, "token-made", "operator")
      return token
    })
    if (made.ok) return made.value.token
    const { failure } = made
    throw failure.code === "tokens-full"
      ? new Trouble(
          `This account has ${failure.most} access tokens. Withdraw some on its page “Account”, then ask again.`,
        )
      : new Error(failure.code)
  } catch (error) {
    // Prisma's code for a table that is not there.
    if (codeOf(error) === "P2021")
      throw new Trouble("The database is of an older Apparatus. Run npm start with this one first, then ask again.")
    throw databaseTrouble(error, process.env["DATABASE_URL"] ?? "")
  }
}

/** @param {{ path: PropertyKey[], message: string } | undefined} issue */
function wrong(issue) {
  if (issue?.path[0] === "scopes") return "The scopes are read, write and manage, parted by commas: --scopes read,write"
  return `--${String(issue?.path[0])}: ${issue?.message}`
}
