import { ownAccountRow } from "../db/accounts.ts"
import { type Actor, ownAccount } from "../db/pass.ts"
import { ok } from "../domain/failure.ts"

/** Who is calling, for programs that have nothing but a token. */
export const whoAmI = (actor: Actor) =>
  ownAccount(actor, async pass => {
    const { name, email } = await ownAccountRow(pass)
    return ok({ id: actor.id, name, email })
  })
