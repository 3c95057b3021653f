import { createHash } from "node:crypto"
import { fitsPassword, hashPassword, isOutdated } from "../commands/password-hash.ts"
import { type SecondStep, takeSecondStep } from "../commands/second-step.ts"
import { noteEvent } from "../db/account-event-rows.ts"
import { accountByEmail, replacePasswordHash } from "../db/accounts.ts"
import { ownAccount } from "../db/pass.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { typedCode } from "../domain/one-time-code.ts"
import { credentialsAndPasskey, type UsedPasskey } from "../schema/passkey-input.ts"
import { logSignIn } from "./log-sign-in.ts"
import { challengeOf } from "./passkey-sign-in.ts"
import { forgetTurns, returnTurn, takeTurn } from "./rate-limit.ts"
import type { Visit } from "./visit.ts"

/**
 * Check an e-mail address, a password and, where the account asks for one, a second step; answers whose they are. For an account
 * that does not exist, or that has no password, the same is counted, the same work done and the same said as for a wrong
 * password; whether an account has a second step is told to nobody who does not have its password.
 */
export async function signIn(input: unknown, visit: Visit): Promise<Result<{ id: string }>> {
  const typed = credentialsAndPasskey.safeParse(input)
  const email = typed.success ? typed.data.email : ""
  const counted = await countAttempt(email, visit)
  if (!counted.ok) return refuse(counted, visit)
  const account = typed.success ? await accountByEmail(email) : null
  const password = typed.success ? typed.data.password : ""
  const fits = await fitsPassword(account?.passwordHash ?? null, password)
  if (!account?.passwordHash || !fits) {
    const wrong = fail({ code: "sign-in-wrong" })
    await noteEvent({ kind: "sign-in", userId: account?.id ?? null, refused: true, detail: wrong.failure.code })
    return refuse(wrong, visit)
  }
  const { code = "", passkey } = typed.data ?? {}
  const step = passkey ? await stepByPasskey(account.id, passkey, visit) : await stepByCode(account.id, code)
  // Asking for the code is no attempt that failed.
  if (step.ok || step.failure.code === "code-needed") await forgiveAttempts(email, visit)
  if (!step.ok) return refuse(step, visit)
  if (isOutdated(account.passwordHash))
    await replacePasswordHash(account.id, account.passwordHash, await hashPassword(password))
  const by = step.value === "none" ? "password" : `password-and-${step.value}`
  await noteEvent({ kind: "sign-in", userId: account.id, detail: by })
  logSignIn("signed-in", visit, { userId: account.id, by })
  return ok({ id: account.id })
}

// A million codes can be tried through, so that wrong ones are counted over all addresses. A recovery code can't be
// guessed, and lets its owner in while somebody who knows the password uses up all attempts.
async function stepByCode(userId: string, code: string): Promise<Result<SecondStep>> {
  const guessable = typedCode(code).kind === "app"
  const turn = guessable ? await takeTurn("second-step", userId) : ok(null)
  if (!turn.ok) return turn
  const step = await ownAccount({ id: userId }, pass => takeSecondStep(pass, code))
  if (step.ok && guessable) await returnTurn("second-step", userId)
  if (step.ok) return step
  // That no code ever follows tells somebody that their password is known to others.
  if (step.failure.code === "code-needed") await noteEvent({ kind: "code-asked", userId })
  else await noteEvent({ kind: "sign-in", userId, refused: true, detail: step.failure.code })
  return step
}

async function stepByPasskey(userId: string, answer: UsedPasskey, visit: Visit): Promise<Result<SecondStep>> {
  const passkey = { answer, challenge: await challengeOf(visit, "second-step"), origin: visit.origin }
  const step = await ownAccount({ id: userId }, pass => takeSecondStep(pass, "", passkey))
  if (!step.ok) await noteEvent({ kind: "sign-in", userId, refused: true, detail: step.failure.code })
  return step
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
