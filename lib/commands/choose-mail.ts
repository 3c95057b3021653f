import { saveMailChoice } from "../db/mail-rows.ts"
import { ok } from "../domain/failure.ts"
import { mailWords } from "../schema/comment-input.ts"
import { accountCommand } from "./command.ts"

/** Choose how often one is told by e-mail what concerns one. */
export const chooseMail = accountCommand("manage", mailWords, async (pass, { choice }) => {
  await saveMailChoice(pass, choice)
  return ok({ choice })
})
