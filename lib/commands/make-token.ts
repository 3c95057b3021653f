import { makeOwnToken } from "../db/access-token-rows.ts"
import { newToken } from "../schema/token-input.ts"
import { accountCommand } from "./command.ts"

/**
 * Make an access token; the answer is the only place where it stands. Sent again, after a lost answer, it is refused,
 * because what was made can't be told a second time: its owner withdraws it and makes another.
 */
export const makeToken = accountCommand("session", newToken, makeOwnToken)
