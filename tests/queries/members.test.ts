import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { changeRole } from "../../lib/commands/change-role.ts"
import { inviteMember } from "../../lib/commands/invite-member.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { withdrawInvitation } from "../../lib/commands/withdraw-invitation.ts"
import { database } from "../../lib/db/client.ts"
import { members } from "../../lib/queries/members.ts"
import { code, member, project, value } from "./project.ts"

test("an owner sees everybody with address, role and the open invitations, but no secret", async () => {
  const { owner, projectId } = await project()
  const editor = await member(owner, projectId, "editor", "Nora Beck")
  const open = { projectId, role: "reader", note: "for Ada" }
  value(await inviteMember(owner, { ...open, id: uuidv7(), requestId: uuidv7() }))
  const page = value(await members(owner, projectId))
  expect(page).toMatchObject({ project: "Seminar", me: owner.id })
  expect(page.members.map(({ name, email, role }) => [name, email, role])).toEqual([
    ["Nora Beck", editor.email, "editor"],
    ["Vera Lindqvist", owner.email, "owner"],
  ])
  expect(page.invitations).toMatchObject([{ role: "reader", note: "for Ada", createdBy: "Vera Lindqvist" }])
  expect(JSON.stringify(page)).not.toMatch(/secret/i)
})

test.each(["reader", "reviewer", "editor"] as const)("a %s sees who is in it, nothing of invitations", async role => {
  const { owner, projectId } = await project()
  const somebody = await member(owner, projectId, role, "Nora Beck")
  value(await inviteMember(owner, { projectId, id: uuidv7(), role: "editor", note: "for Ada", requestId: uuidv7() }))
  const page = value(await members(somebody, projectId))
  expect(page.members.map(({ name, email }) => [name, email])).toEqual([
    ["Nora Beck", somebody.email],
    ["Vera Lindqvist", null],
  ])
  expect(page.invitations).toEqual([])
  expect(page.offers["member.manage"]).toBe(false)
})

test("an invitation that is withdrawn, expired or accepted is no longer listed", async () => {
  const { owner, projectId } = await project()
  await member(owner, projectId, "reader", "Nora Beck")
  const [withdrawn, expired, open] = [uuidv7(), uuidv7(), uuidv7()]
  for (const id of [withdrawn, expired, open])
    value(await inviteMember(owner, { projectId, id, role: "reader", note: "", requestId: uuidv7() }))
  value(await withdrawInvitation(owner, { projectId, invitationId: withdrawn, requestId: uuidv7() }))
  await database().invitation.update({ where: { id: expired }, data: { expiresAt: new Date(Date.now() - 1) } })
  expect(value(await members(owner, projectId)).invitations.map(({ id }) => id)).toEqual([open])
})

test("a stranger and a removed member find nothing", async () => {
  const { owner, stranger, projectId } = await project()
  const somebody = await member(owner, projectId, "editor", "Nora Beck")
  expect(code(await members(stranger, projectId))).toBe("not-found")
  expect(code(await members(somebody, projectId))).toBe("ok")
  value(await removeMember(owner, { projectId, userId: somebody.id, version: 1, requestId: uuidv7() }))
  expect(code(await members(somebody, projectId))).toBe("not-found")
  expect(value(await members(owner, projectId)).members).toHaveLength(1)
})

test("the version that the list shows is the one that a change of the role asks for", async () => {
  const { owner, projectId } = await project()
  const somebody = await member(owner, projectId, "reader", "Nora Beck")
  const seen = async () => value(await members(owner, projectId)).members.find(one => one.userId === somebody.id)!
  const change = async (version: number) =>
    changeRole(owner, { projectId, userId: somebody.id, version, role: "editor", requestId: uuidv7() })
  const { version } = await seen()
  expect(code(await change(version))).toBe("ok")
  expect(await seen()).toMatchObject({ role: "editor", version: version + 1 })
  expect(await change(version)).toMatchObject({ failure: { code: "conflict", current: { role: "editor" } } })
})
