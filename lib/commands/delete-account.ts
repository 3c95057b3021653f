import { ownAccountRow } from "../db/accounts.ts"
import { deleteAccount as deleteAccountRow } from "../db/delete-account.ts"
import { fail } from "../domain/failure.ts"
import { accountDeletion } from "../schema/account-input.ts"
import { provenCommand } from "./proven-command.ts"

const otherAddress = "This is not the e-mail address of your account. Type the one at the top of this page."

/** Delete one's account, for good. What one did in projects stays, under a pseudonym. */
export const deleteAccount = provenCommand(accountDeletion, async (pass, { email }) => {
  if ((await ownAccountRow(pass)).email !== email)
    return fail({ code: "invalid", issues: [{ path: "email", message: otherAddress }] })
  return deleteAccountRow(pass)
})
