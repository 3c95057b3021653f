import { noteEvent, noteOwn } from "../db/account-event-rows.ts"
import { ownAccount } from "../db/pass.ts"
import { takeChallenge } from "../db/passkey-challenge-rows.ts"
import { saveProof } from "../db/session-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { parse } from "../schema/parse.ts"
import { passkeyAnswer } from "../schema/passkey-input.ts"
import type { PageActor } from "./proven-command.ts"
import { takePasskey } from "./take-passkey.ts"

/** Prove again who one is, with a passkey, which is as much as signing in asks for; for a quarter of an hour, as with a password. */
async function run(actor: PageActor, raw: unknown): Promise<Result<object>> {
  const input = parse(passkeyAnswer, raw)
  if (!input.ok) return input
  const { origin, sessionId } = actor
  const challenge = await takeChallenge({ of: "session", name: sessionId }, "proof", new Date())
  const proven = await ownAccount(actor, async pass => {
    const taken = await takePasskey(pass, { ...input.value, challenge, origin })
    if (!taken.ok) return taken
    if (!(await saveProof(pass, sessionId))) return fail({ code: "signed-out" })
    await noteOwn(pass, "proof", "passkey")
    return ok({})
  })
  if (!proven.ok && proven.failure.code !== "signed-out")
    await noteEvent({ kind: "proof", userId: actor.id, refused: true, detail: proven.failure.code })
  return proven
}

export const proveByPasskey = Object.assign(run, {
  needs: "account",
  scope: "account",
  admits: "session",
  input: passkeyAnswer,
} as const)
