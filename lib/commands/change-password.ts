import { withdrawOwnTokens } from "../db/access-token-rows.ts"
import { noteEvent, noteOwn } from "../db/account-event-rows.ts"
import { ownAccountRow, replacePasswordHash } from "../db/accounts.ts"
import { ownAccount } from "../db/pass.ts"
import { ownSecondWays } from "../db/second-factor-rows.ts"
import { endOwnSessionsBut, isProven } from "../db/session-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { passwordWords } from "../schema/account-input.ts"
import { parse } from "../schema/parse.ts"
import { judgePassword } from "./judge-password.ts"
import { fitsPassword, hashPassword } from "./password-hash.ts"
import type { SessionActor } from "./proven-command.ts"

/**
 * Change one's password, end all other sessions and withdraw all access tokens: whoever got in with the old one is out. The hashing happens
 * between two transactions; a password that was changed in between is not overwritten. The current password is all the proof that signing in would ask for, unless there is a second step.
 */
async function run(actor: SessionActor, raw: unknown): Promise<Result<{ ended: number; withdrawn: number }>> {
  const input = parse(passwordWords, raw)
  if (!input.ok) return input
  const { current, next } = input.value
  const account = await ownAccount(actor, async pass => {
    const proven = !(await ownSecondWays(pass)) || (await isProven(pass, actor.sessionId))
    return proven ? ok(await ownAccountRow(pass)) : fail({ code: "proof-needed" })
  })
  if (!account.ok) return account
  const { passwordHash } = account.value
  if (!passwordHash) return fail({ code: "password-none" })
  if (!(await fitsPassword(passwordHash, current))) {
    await noteEvent({ kind: "password-changed", userId: actor.id, refused: true, detail: "password-wrong" })
    return fail({ code: "password-wrong" })
  }
  const trouble = await judgePassword(next, account.value, "next")
  if (trouble) return fail(trouble)
  const hash = await hashPassword(next)
  return ownAccount(actor, async pass => {
    if (!(await replacePasswordHash(actor.id, passwordHash, hash, pass))) return fail({ code: "password-wrong" })
    await noteOwn(pass, "password-changed")
    const ended = await endOwnSessionsBut(pass, actor.sessionId)
    return ok({ ended, withdrawn: await withdrawOwnTokens(pass) })
  })
}

export const changePassword = Object.assign(run, {
  needs: "account",
  scope: "account",
  admits: "session",
  input: passwordWords,
} as const)
