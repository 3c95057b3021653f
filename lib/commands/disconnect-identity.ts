import { noteOwn } from "../db/account-event-rows.ts"
import { deleteOwnIdentities, holdAccount, ownAccountRow, ownIdentities } from "../db/accounts.ts"
import { fail, ok } from "../domain/failure.ts"
import { identityChoice } from "../schema/account-input.ts"
import { provenCommand } from "./proven-command.ts"

/** Disconnect a provider from one's account, unless it is the only way in. */
export const disconnectIdentity = provenCommand(identityChoice, async (pass, { provider }) => {
  await holdAccount(pass)
  const { passwordHash } = await ownAccountRow(pass)
  const others = (await ownIdentities(pass)).filter(identity => identity.provider !== provider)
  if (!passwordHash && others.length === 0) return fail({ code: "last-way-in" })
  if ((await deleteOwnIdentities(pass, provider)) === 0) return fail({ code: "not-found" })
  await noteOwn(pass, "provider-disconnected", provider)
  return ok({ provider })
})
