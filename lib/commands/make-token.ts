import { makeOwnToken } from "../db/access-token-rows.ts"
import { noteOwn } from "../db/account-event-rows.ts"
import { newToken } from "../schema/token-input.ts"
import { provenCommand } from "./proven-command.ts"

/**
 * Make an access token; the answer is the only place where it stands. Sent again, after a lost answer, it is refused,
 * because what was made can't be told a second time: its owner withdraws it and makes another.
 */
export const makeToken = provenCommand(newToken, async (pass, wish) => {
  const made = await makeOwnToken(pass, wish)
  if (made.ok) await noteOwn(pass, "token-made", wish.scopes.join(", "))
  return made
})
