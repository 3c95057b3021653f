import { ownAccount } from "../db/pass.ts"
import { saveChallenge } from "../db/passkey-challenge-rows.ts"
import { ownKeys } from "../db/passkey-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { nothing } from "../schema/account-input.ts"
import { parse } from "../schema/parse.ts"
import { askToUse, newChallenge } from "./passkey-protocol.ts"
import type { PageActor } from "./proven-command.ts"

/** Begin to prove with a passkey who one is: answers what the browser is told, for five minutes and for this session. */
async function run(actor: PageActor, raw: unknown) {
  const input = parse(nothing, raw)
  if (!input.ok) return input
  return ownAccount(actor, async pass => {
    const keys = await ownKeys(pass)
    if (keys.length === 0) return fail({ code: "passkey-none" })
    const challenge = newChallenge()
    await saveChallenge({ of: "session", name: actor.sessionId }, "proof", challenge, pass.at, pass)
    return ok(await askToUse({ challenge, origin: actor.origin }, keys))
  })
}

export const beginPasskeyProof = Object.assign(run, {
  needs: "account",
  scope: "account",
  admits: "session",
  input: nothing,
} as const)
