import { withdrawOwnToken } from "../db/access-token-rows.ts"
import { noteOwn } from "../db/account-event-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { tokenChoice } from "../schema/token-input.ts"
import { accountCommand } from "./command.ts"

/** Withdraw one of one's own access tokens; the next request with it is refused. */
export const withdrawToken = accountCommand("session", tokenChoice, async (pass, { tokenId }) => {
  if (!(await withdrawOwnToken(pass, tokenId))) return fail({ code: "not-found" })
  await noteOwn(pass, "token-withdrawn")
  return ok({ tokenId })
})
