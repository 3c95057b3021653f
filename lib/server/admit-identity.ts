import { noteEvent, noteOwn } from "../db/account-event-rows.ts"
import {
  anyUser,
  insertIdentity,
  insertUserWithIdentity,
  newUserId,
  type OutsideAccount,
  ownerOfIdentity,
} from "../db/accounts.ts"
import { ownAccount } from "../db/pass.ts"
import { isProven } from "../db/session-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { emailAddress } from "../schema/account-input.ts"
import type { SignedIn } from "./session.ts"

/** Who a provider says that somebody is. The e-mail address is null unless the provider confirmed it. */
export interface OutsidePerson extends OutsideAccount {
  readonly name: string
  readonly email: string | null
}

/**
 * Let somebody in whom a provider vouches for, so that afterwards the outside account has an owner here. Who is
 * signed in connects it to their account, for which they have to have proved lately who they are. Otherwise it opens the account that it is connected to, or a new one; an
 * existing account with the same e-mail address is not touched, as whoever controls the provider would own it.
 */
export async function admitIdentity(person: OutsidePerson, signedInAs: SignedIn | null): Promise<Result<null>> {
  const owner = await ownerOfIdentity(person)
  if (signedInAs) {
    if (owner) return owner === signedInAs.id ? ok(null) : fail({ code: "identity-taken" })
    return ownAccount(signedInAs, async pass => {
      if (!(await isProven(pass, signedInAs.sessionId))) return fail({ code: "proof-needed" })
      if (!(await insertIdentity(person, pass))) return fail({ code: "identity-taken" })
      await noteOwn(pass, "provider-connected", person.provider)
      return ok(null)
    })
  }
  if (owner) return ok(null)
  const email = emailAddress.safeParse(person.email)
  if (!email.success) return fail({ code: "identity-email-missing" })
  if (!(await anyUser())) return fail({ code: "setup-first" })
  const id = newUserId()
  const made = await insertUserWithIdentity({ id, email: email.data, name: shown(person.name, email.data) }, person)
  if (made) await noteEvent({ kind: "account-made", userId: id, detail: person.provider })
  return made || (await ownerOfIdentity(person)) ? ok(null) : fail({ code: "identity-email-known" })
}

function shown(name: string, email: string): string {
  const clean = name
    .toWellFormed()
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, 120)
    .toWellFormed()
  return clean || email.slice(0, email.indexOf("@"))
}
