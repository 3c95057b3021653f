import { ownAccountRow } from "../db/accounts.ts"
import { saveChallenge } from "../db/passkey-challenge-rows.ts"
import { ownKeys } from "../db/passkey-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { mostPasskeys } from "../domain/passkey.ts"
import { nothing } from "../schema/account-input.ts"
import { askToMake, newChallenge } from "./passkey-protocol.ts"
import { type PageActor, provenCommand } from "./proven-command.ts"

/** Begin to add a passkey: answers what the browser is told to have one made, for five minutes and for this session. */
export const beginPasskey = provenCommand(nothing, async (pass, _, { origin, sessionId }: PageActor) => {
  const keys = await ownKeys(pass)
  if (keys.length >= mostPasskeys) return fail({ code: "passkeys-full", most: mostPasskeys })
  const challenge = newChallenge()
  await saveChallenge({ of: "session", name: sessionId }, "add", challenge, pass.at, pass)
  return ok(await askToMake({ challenge, origin }, await ownAccountRow(pass), keys))
})
