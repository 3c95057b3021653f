import { createHash } from "node:crypto"
import { fitsPassword, hashPassword, isOutdated } from "../commands/password-hash.ts"
import { accountByEmail, replacePasswordHash } from "../db/accounts.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { credentials } from "../schema/account-input.ts"
import { logSignIn } from "./log-sign-in.ts"
import { forgetTurns, returnTurn, takeTurn } from "./rate-limit.ts"
import type { Visit } from "./visit.ts"

/**
 * Check an e-mail address and a password; answers whose they are. For an account that does not exist, or that has no
 * password, the same is counted, the same work done and the same said as for a wrong password.
 */
export async function signIn(input: unknown, visit: Visit): Promise<Result<{ id: string }>> {
  const typed = credentials.safeParse(input)
  const email = typed.success ? typed.data.email : ""
  const counted = await countAttempt(email, visit)
  if (!counted.ok) return refuse(counted, visit)
  const account = typed.success ? await accountByEmail(email) : null
  const password = typed.success ? typed.data.password : ""
  const fits = await fitsPassword(account?.passwordHash ?? null, password)
  if (!account?.passwordHash || !fits) return refuse(fail({ code: "sign-in-wrong" }), visit)
  await forgiveAttempts(email, visit)
  if (isOutdated(account.passwordHash))
    await replacePasswordHash(account.id, account.passwordHash, await hashPassword(password))
  logSignIn("signed-in", visit, { userId: account.id, by: "password" })
  return ok({ id: account.id })
}

function refuse<T>(result: Result<T> & { ok: false }, visit: Visit) {
  logSignIn("refused", visit, { why: result.failure.code })
  return result
}

// A refused attempt is not counted further on, so that one address can't use up the account's own turns.
async function countAttempt(email: string, visit: Visit): Promise<Result<null>> {
  for (const [kind, key] of counts(email, visit)) {
    const turn = await takeTurn(kind, key)
    if (!turn.ok) return turn
  }
  return ok(null)
}

async function forgiveAttempts(email: string, visit: Visit): Promise<void> {
  const [address, pair, account] = counts(email, visit)
  await Promise.all([returnTurn(...address), forgetTurns(...pair), returnTurn(...account)])
}

// Addresses that people type are not kept, only what tells them apart.
function counts(email: string, { neighbourhood }: Visit) {
  const account = createHash("sha256").update(email).digest("base64url")
  return [
    ["sign-in-address", neighbourhood],
    ["sign-in-account-from-address", `${account} ${neighbourhood}`],
    ["sign-in-account", account],
  ] as const
}
