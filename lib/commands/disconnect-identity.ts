import { deleteOwnIdentities, holdAccount, ownAccountRow, ownIdentities } from "../db/accounts.ts"
import { fail, ok } from "../domain/failure.ts"
import { identityChoice } from "../schema/account-input.ts"
import { accountCommand } from "./command.ts"

/** Disconnect a provider from one's account, unless it is the only way in. */
export const disconnectIdentity = accountCommand("session", identityChoice, async (pass, { provider }) => {
  await holdAccount(pass)
  const { passwordHash } = await ownAccountRow(pass)
  const others = (await ownIdentities(pass)).filter(identity => identity.provider !== provider)
  if (!passwordHash && others.length === 0) return fail({ code: "last-way-in" })
  return (await deleteOwnIdentities(pass, provider)) > 0 ? ok({ provider }) : fail({ code: "not-found" })
})
