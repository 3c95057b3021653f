import { expect, test } from "vitest"
import { changeName } from "../../lib/commands/change-name.ts"
import { changePassword } from "../../lib/commands/change-password.ts"
import { disconnectIdentity } from "../../lib/commands/disconnect-identity.ts"
import { account } from "../../lib/queries/account.ts"
import { goodPassword, identityOf, person } from "../server/person.ts"
import { signedIn } from "./everybody.ts"
import { forced } from "./forced.ts"

const sessionId = "01a20bdb-7ee6-7668-b0ab-0493fd959caa"

test("the account page shows what is one's own", async () => {
  const user = await person({ name: "Leila Haddad" })
  await identityOf(user, "github")
  await changeName(user, { name: "  Leila R. Haddad " })
  expect(await account(user)).toMatchObject({
    ok: true,
    value: { name: "Leila R. Haddad", email: user.email, hasPassword: true, sessions: [], connected: ["github"] },
  })
})

test("an account without a password can't change it", async () => {
  const user = { ...(await person({ passwordHash: null })), sessionId }
  expect(await changePassword(user, { current: "anything", next: "four louder libraries" })).toMatchObject({
    failure: { code: "password-none" },
  })
})

test("of two changes at once the second is told that the password is another one by now", async () => {
  const user = { ...(await person()), sessionId }
  const change = (next: string) => () => changePassword(user, { current: goodPassword, next })
  const hold = 'SELECT 1 FROM "User" WHERE id = $1 FOR UPDATE'
  const results = await forced(hold, [user.id], [change("four louder libraries"), change("five loudest readers")])
  expect(results.map(result => (result.ok ? "changed" : result.failure.code)).sort()).toEqual([
    "changed",
    "password-wrong",
  ])
})

test("a provider is disconnected, but never the only way in", async () => {
  const user = await signedIn(await person({ passwordHash: null }))
  await identityOf(user, "github")
  expect(await disconnectIdentity(user, { provider: "github" })).toMatchObject({ failure: { code: "last-way-in" } })
  await identityOf(user, "orcid")
  const disconnect = (provider: string) => () => disconnectIdentity(user, { provider })
  const hold = 'SELECT 1 FROM "User" WHERE id = $1 FOR UPDATE'
  const results = await forced(hold, [user.id], [disconnect("github"), disconnect("orcid")])
  expect(results.filter(result => result.ok)).toHaveLength(1)
})
