import { noteOwn } from "../db/account-event-rows.ts"
import { holdAccount, ownAccountRow } from "../db/accounts.ts"
import { ownAccount } from "../db/pass.ts"
import { takeChallenge } from "../db/passkey-challenge-rows.ts"
import { insertPasskey, ownPasskeys } from "../db/passkey-rows.ts"
import { isProven } from "../db/session-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { mostPasskeys } from "../domain/passkey.ts"
import { parse } from "../schema/parse.ts"
import { newPasskey } from "../schema/passkey-input.ts"
import { firstRecoveryCodes } from "./new-recovery-codes.ts"
import { checkMade } from "./passkey-protocol.ts"
import type { PageActor } from "./proven-command.ts"

export interface AddedPasskey {
  readonly id: string
  /** For the second step, at the first passkey of an account with a password and without an app. */
  readonly recoveryCodes: readonly string[]
}

/**
 * Add the passkey that the browser was told to have made. Its answer is checked between two transactions, and counts once:
 * sent again it is refused. The recovery codes stand in the answer and nowhere else; when it was lost, renew them.
 */
async function run(actor: PageActor, raw: unknown): Promise<Result<AddedPasskey>> {
  const input = parse(newPasskey, raw)
  if (!input.ok) return input
  const { name, answer } = input.value
  const { origin, sessionId } = actor
  const proven = await ownAccount(actor, async pass =>
    (await isProven(pass, sessionId)) ? ok(pass.at) : fail({ code: "proof-needed" }),
  )
  if (!proven.ok) return proven
  const challenge = await takeChallenge({ of: "session", name: sessionId }, "add", proven.value)
  const made = challenge && (await checkMade(answer, { challenge, origin }))
  if (!made) return fail({ code: "passkey-wrong" })
  return ownAccount(actor, async pass => {
    await holdAccount(pass)
    if ((await ownPasskeys(pass)).length >= mostPasskeys) return fail({ code: "passkeys-full", most: mostPasskeys })
    const id = await insertPasskey(pass, { ...made, name })
    if (!id) return fail({ code: "passkey-known" })
    const { passwordHash } = await ownAccountRow(pass)
    const recoveryCodes = passwordHash ? await firstRecoveryCodes(pass) : []
    await noteOwn(pass, "passkey-added")
    return ok({ id, recoveryCodes })
  })
}

export const addPasskey = Object.assign(run, {
  needs: "account",
  scope: "account",
  admits: "session",
  input: newPasskey,
} as const)
