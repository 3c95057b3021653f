import { saveName } from "../db/accounts.ts"
import { ok } from "../domain/failure.ts"
import { nameWords } from "../schema/account-input.ts"
import { accountCommand } from "./command.ts"

/** Change the name under which others see one's work. */
export const changeName = accountCommand("manage", nameWords, async (pass, { name }) => {
  await saveName(pass, name)
  return ok({ name })
})
