import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { acceptInvitation } from "../../lib/commands/accept-invitation.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { inviteMember } from "../../lib/commands/invite-member.ts"
import { registerByInvitation } from "../../lib/commands/register-by-invitation.ts"
import { withdrawInvitation } from "../../lib/commands/withdraw-invitation.ts"
import { database } from "../../lib/db/client.ts"
import { invitation } from "../../lib/queries/invitation.ts"
import { goodPassword, person } from "../server/person.ts"
import { forced } from "./forced.ts"

/** A project with an open invitation for a reviewer. */
async function invited() {
  const owner = await person({ name: "Vera Lindqvist" })
  const projectId = uuidv7()
  await createProject(owner, { id: projectId, name: "Purges seminar", description: "", requestId: uuidv7() })
  const id = uuidv7()
  const made = await inviteMember(owner, { projectId, id, role: "reviewer", note: "", requestId: uuidv7() })
  if (!made.ok) throw new Error(made.failure.code)
  return { owner, projectId, id, secret: made.value.path!.split("/").at(-1)! }
}

let count = 0
const newcomer = (secret: string) => ({
  secret,
  requestId: uuidv7(),
  name: "Nora Beck",
  email: `nora-${++count}@example.org`,
  password: goodPassword,
})
const code = (result: { ok: boolean; failure?: { code: string } }) => (result.ok ? "joined" : result.failure!.code)
const members = (projectId: string) => database().membership.count({ where: { projectId } })
const holdProject = 'SELECT 1 FROM "Project" WHERE id = $1 FOR UPDATE'

test("the page shows the project, the role and who invites, to whoever holds the link", async () => {
  const { secret, owner, projectId } = await invited()
  expect(await invitation(secret, null)).toMatchObject({
    state: "open",
    project: "Purges seminar",
    role: "reviewer",
    invitedBy: "Vera Lindqvist",
  })
  expect(await invitation(secret, owner.id)).toEqual({ state: "member", project: "Purges seminar", projectId })
  expect(await invitation("not the secret", null)).toEqual({ state: "over" })
})

test("with it one makes an account and joins, once", async () => {
  const { secret, projectId } = await invited()
  const words = newcomer(secret)
  expect(await registerByInvitation(words)).toMatchObject({ ok: true, value: { projectId } })
  const user = await database().user.findUniqueOrThrow({
    where: { email: words.email },
    include: { memberships: true },
  })
  expect(user.memberships).toMatchObject([{ projectId, role: "reviewer" }])
  expect(await invitation(secret, null)).toEqual({ state: "over" })
  const again = newcomer(secret)
  expect(code(await registerByInvitation(again))).toBe("invitation-spent")
  expect(await database().user.count({ where: { email: again.email } })).toBe(0)
})

test("of two people with one link exactly one joins, and only that one gets an account", async () => {
  const { secret, projectId } = await invited()
  const [one, two] = [newcomer(secret), newcomer(secret)]
  const results = await forced(
    holdProject,
    [projectId],
    [() => registerByInvitation(one), () => registerByInvitation(two)],
  )
  expect(results.map(code).sort()).toEqual(["invitation-spent", "joined"])
  expect(await members(projectId)).toBe(2)
  expect(await database().user.count({ where: { email: { in: [one.email, two.email] } } })).toBe(1)
})

test("of one who has an account and one who makes one exactly one joins", async () => {
  const { secret, projectId } = await invited()
  const user = await person()
  const results = await forced<{ ok: boolean; failure?: { code: string } }>(
    holdProject,
    [projectId],
    [() => acceptInvitation(user, { secret, requestId: uuidv7() }), () => registerByInvitation(newcomer(secret))],
  )
  expect(results.map(code).sort()).toEqual(["invitation-spent", "joined"])
  expect(await members(projectId)).toBe(2)
})

test("who has an account is told so, and their link stays good for them", async () => {
  const { secret, projectId } = await invited()
  const user = await person()
  expect(code(await registerByInvitation({ ...newcomer(secret), email: user.email }))).toBe("email-taken")
  expect((await database().user.findUniqueOrThrow({ where: { id: user.id } })).passwordHash).toBe(user.passwordHash)
  expect(code(await acceptInvitation(user, { secret, requestId: uuidv7() }))).toBe("joined")
  expect(await invitation(secret, user.id)).toEqual({ state: "member", project: "Purges seminar", projectId })
})

test("whoever has no open invitation does not learn who has an account", async () => {
  const user = await person()
  const words = { ...newcomer("no invitation has this secret"), email: user.email }
  expect(code(await registerByInvitation(words))).toBe("invitation-spent")
})

test.each(["withdrawn", "expired"])("an invitation that was %s is over", async how => {
  const { secret, owner, projectId, id } = await invited()
  if (how === "withdrawn") await withdrawInvitation(owner, { projectId, invitationId: id, requestId: uuidv7() })
  else await database().invitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } })
  expect(await invitation(secret, null)).toEqual({ state: "over" })
  expect(code(await registerByInvitation(newcomer(secret)))).toBe("invitation-spent")
  expect(code(await acceptInvitation(await person(), { secret, requestId: uuidv7() }))).toBe("invitation-spent")
  expect(await members(projectId)).toBe(1)
})

test("a bad password is refused before anything is stored", async () => {
  const { secret, projectId } = await invited()
  expect(await registerByInvitation({ ...newcomer(secret), password: "Nora Beck" })).toMatchObject({
    failure: { code: "invalid", issues: [{ path: "password" }] },
  })
  expect(code(await registerByInvitation({ ...newcomer(secret), password: "iloveyou2" }))).toBe("password-common")
  expect(await members(projectId)).toBe(1)
})
