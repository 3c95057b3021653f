import { expect, test } from "vitest"
import { createOwner } from "../../lib/commands/create-owner.ts"
import { newUserId } from "../../lib/db/accounts.ts"
import { database } from "../../lib/db/client.ts"
import { secretHash } from "../../lib/db/secret-hash.ts"
import { insertFirstUser } from "../../lib/db/setup-rows.ts"
import { demoPeople } from "../../lib/domain/demo.ts"
import { isSetupLinkOpen } from "../../lib/queries/is-setup-link-open.ts"
import { admitIdentity } from "../../lib/server/admit-identity.ts"
import { seedPeople, setupLink } from "../../prisma/seed-people.ts"
import { goodPassword, person } from "../server/person.ts"
import { forced } from "./forced.ts"

const owner = { name: "Vera Lindqvist", email: "vera@example.org", password: goodPassword }
const origin = "http://127.0.0.1:3000"
const newSecret = async () => (await setupLink(origin))!.split("/").at(-1)!
const empty = async () => {
  await database().user.deleteMany()
  await database().setupLink.deleteMany()
}
const holdSetup = "SELECT pg_advisory_xact_lock(hashtext('apparatus setup'))"
const codes = (results: readonly { ok: boolean; failure?: { code: string } }[]) =>
  results.map(result => (result.ok ? "made" : result.failure!.code)).sort()

test("before there is an owner a provider makes no account", async () => {
  const outside = { provider: "github", subject: "1", name: "Greta", email: "greta@example.org" }
  expect(await admitIdentity(outside, null)).toMatchObject({ ok: false, failure: { code: "setup-first" } })
  expect(await database().user.count()).toBe(0)
})

test("the link creates the first account, once, and nothing else", async () => {
  const secret = await newSecret()
  expect(await isSetupLinkOpen(secret)).toBe(true)
  expect(await createOwner({ ...owner, secret })).toMatchObject({ ok: true })
  const users = await database().user.findMany()
  expect(users.map(user => [user.name, user.email])).toEqual([["Vera Lindqvist", "vera@example.org"]])
  expect(await database().project.count()).toBe(0)
  expect(await isSetupLinkOpen(secret)).toBe(false)
  expect(await createOwner({ ...owner, email: "second@example.org", secret })).toMatchObject({
    failure: { code: "setup-spent" },
  })
  expect(await setupLink(origin)).toBeNull()
  await empty()
})

test("of two people with one link exactly one gets the account", async () => {
  const secret = await newSecret()
  const calls = ["a@example.org", "b@example.org"].map(email => () => createOwner({ ...owner, email, secret }))
  expect(codes(await forced(holdSetup, [], calls))).toEqual(["made", "setup-spent"])
  expect(await database().user.count()).toBe(1)
  await empty()
})

test("of two people with two links exactly one gets the account", async () => {
  const secret = await newSecret()
  const expiresAt = new Date(Date.now() + 60_000)
  await database().setupLink.create({ data: { secretHash: secretHash("a second link, twenty long"), expiresAt } })
  const calls = [secret, "a second link, twenty long"].map(
    (each, n) => () => createOwner({ ...owner, email: `${n}@example.org`, secret: each }),
  )
  expect(codes(await forced(holdSetup, [], calls))).toEqual(["made", "setup-spent"])
  await empty()
})

test("a link that was renewed, has expired or was made up does nothing", async () => {
  const first = await newSecret()
  const second = await newSecret()
  for (const secret of [first, "made up, and twenty long"])
    expect(await createOwner({ ...owner, secret })).toMatchObject({ failure: { code: "setup-spent" } })
  await database().setupLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
  expect(await createOwner({ ...owner, secret: second })).toMatchObject({ failure: { code: "setup-spent" } })
  await empty()
})

test("a link that is still open is worth nothing once somebody has an account", async () => {
  const secret = await newSecret()
  await person()
  expect(await isSetupLinkOpen(secret)).toBe(false)
  expect(await createOwner({ ...owner, secret })).toMatchObject({ failure: { code: "setup-spent" } })
  await empty()
})

test("a link that runs out while the password is hashed does nothing", async () => {
  const secret = await newSecret()
  const user = { id: newUserId(), name: owner.name, email: owner.email, passwordHash: null }
  const late = new Date(Date.now() + 25 * 3_600_000)
  expect(await insertFirstUser(secret, user, late)).toMatchObject({ failure: { code: "setup-spent" } })
  expect(await database().user.count()).toBe(0)
  await empty()
})

test("the secret itself is stored nowhere, and a day is all it lives", async () => {
  const secret = await newSecret()
  const [row] = await database().setupLink.findMany()
  expect(Buffer.from(row!.secretHash)).toEqual(Buffer.from(secretHash(secret)))
  const day = 24 * 3_600_000
  expect(row!.expiresAt.getTime() - row!.createdAt.getTime()).toBe(day)
  await empty()
})

test.each([
  [{ password: "short" }, "password"],
  [{ password: "vera@example.org" }, "password"],
  [{ email: "vera at example.org" }, "email"],
  [{ name: "  " }, "name"],
])("%j is refused at its field and the link stays good", async (words, path) => {
  const secret = await newSecret()
  expect(await createOwner({ ...owner, ...words, secret })).toMatchObject({
    failure: { code: "invalid", issues: [{ path }] },
  })
  expect(await createOwner({ ...owner, password: "iloveyou2", secret })).toMatchObject({
    failure: { code: "password-common" },
  })
  expect(await isSetupLinkOpen(secret)).toBe(true)
  await empty()
})

test("the demonstration's people are made once", async () => {
  const ids = await seedPeople()
  expect(Object.keys(ids)).toEqual(demoPeople.map(each => each.email))
  expect(await seedPeople()).toEqual(ids)
  expect(await database().user.count()).toBe(demoPeople.length)
})
