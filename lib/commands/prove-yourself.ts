import { noteEvent, noteOwn } from "../db/account-event-rows.ts"
import { ownAccountRow } from "../db/accounts.ts"
import { ownAccount } from "../db/pass.ts"
import { saveProof } from "../db/session-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { proofWords } from "../schema/account-input.ts"
import { parse } from "../schema/parse.ts"
import { fitsPassword } from "./password-hash.ts"
import type { SessionActor } from "./proven-command.ts"
import { takeSecondStep } from "./second-step.ts"

/**
 * Prove again who one is, with all that signing in asks for: the password and, where there is a second step, a code.
 * For a quarter of an hour the session may then do what decides who gets into the account.
 */
async function run(actor: SessionActor, raw: unknown): Promise<Result<object>> {
  const input = parse(proofWords, raw)
  if (!input.ok) return input
  const { password, code } = input.value
  const account = await ownAccount(actor, async pass => ok(await ownAccountRow(pass)))
  if (!account.ok) return account
  const { passwordHash } = account.value
  if (!passwordHash) return fail({ code: "password-none" })
  if (!(await fitsPassword(passwordHash, password))) return refuse(actor, fail({ code: "password-wrong" }))
  const proven = await ownAccount(actor, async pass => {
    // The password may have been changed while it was hashed.
    if ((await ownAccountRow(pass)).passwordHash !== passwordHash) return fail({ code: "password-wrong" })
    const step = await takeSecondStep(pass, code)
    if (!step.ok) return step
    if (!(await saveProof(pass, actor.sessionId))) return fail({ code: "signed-out" })
    await noteOwn(pass, "proof", step.value === "none" ? "password" : `password-and-${step.value}`)
    return ok({})
  })
  return proven.ok || proven.failure.code !== "code-wrong" ? proven : refuse(actor, proven)
}

async function refuse<T>(actor: SessionActor, result: Result<T> & { ok: false }): Promise<Result<T>> {
  await noteEvent({ kind: "proof", userId: actor.id, refused: true, detail: result.failure.code })
  return result
}

export const proveYourself = Object.assign(run, {
  needs: "account",
  scope: "account",
  admits: "session",
  input: proofWords,
} as const)
