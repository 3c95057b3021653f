import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { acceptInvitation } from "../../lib/commands/accept-invitation.ts"
import { changeRole } from "../../lib/commands/change-role.ts"
import { inviteMember } from "../../lib/commands/invite-member.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { withdrawInvitation } from "../../lib/commands/withdraw-invitation.ts"
import { database } from "../../lib/db/client.ts"
import { claimCard } from "../../lib/queries/claim-card.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { code, member, project, value } from "../queries/project.ts"
import { person } from "../server/person.ts"
import { chain, room } from "./room.ts"

async function invited(role = "reviewer") {
  const { owner, projectId } = await project()
  const id = uuidv7()
  const made = value(await inviteMember(owner, { projectId, id, role, note: "", requestId: uuidv7() }))
  const secret = made.path!.split("/").at(-1)!
  const accept = (who: { id: string }, requestId = uuidv7()) => acceptInvitation(who, { secret, requestId })
  return { owner, projectId, id, secret, accept, expiresAt: made.expiresAt! }
}

test("an invitation lets one person in, once, in its role, within seven days", async () => {
  const { projectId, accept, expiresAt } = await invited("editor")
  const [one, two] = [await person(), await person()]
  expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(6.9 * 24 * 3_600_000)
  expect(expiresAt.getTime() - Date.now()).toBeLessThan(7.1 * 24 * 3_600_000)
  expect(value(await accept(one))).toMatchObject({ projectId, repeated: false })
  expect(code(await accept(two))).toBe("invitation-spent")
  expect(code(await accept(one))).toBe("already-member")
  const members = await database().membership.findMany({ where: { projectId, userId: { in: [one.id, two.id] } } })
  expect(members).toMatchObject([{ userId: one.id, role: "editor", leftAt: null }])
  await chain(projectId)
})

test("who asks again because the answer was lost is told that they joined", async () => {
  const { projectId, accept } = await invited()
  const [somebody, requestId] = [await person(), uuidv7()]
  expect(value(await accept(somebody, requestId)).repeated).toBe(false)
  expect(value(await accept(somebody, requestId))).toMatchObject({ projectId, repeated: true })
  expect(await chain(projectId)).toBe(3)
})

test("a withdrawn or expired invitation lets nobody in, and a used one can't be withdrawn", async () => {
  const [withdrawn, expired, used] = [await invited(), await invited(), await invited()]
  const withdraw = ({ owner, projectId, id }: typeof used) =>
    withdrawInvitation(owner, { projectId, invitationId: id, requestId: uuidv7() })
  value(await withdraw(withdrawn))
  expect(code(await withdrawn.accept(await person()))).toBe("invitation-spent")
  expect(code(await withdraw(withdrawn))).toBe("invitation-spent")
  await database().invitation.update({ where: { id: expired.id }, data: { expiresAt: new Date(Date.now() - 1) } })
  expect(code(await expired.accept(await person()))).toBe("invitation-spent")
  value(await used.accept(await person()))
  expect(code(await withdraw(used))).toBe("invitation-spent")
})

test("an invitation's id can't be used twice, and its secret is stored nowhere", async () => {
  const { owner, projectId, id, secret } = await invited()
  const again = await inviteMember(owner, { projectId, id, role: "owner", note: "", requestId: uuidv7() })
  expect(code(again)).toBe("request-reused")
  const changes = await database().change.findMany({ where: { projectId } })
  const rows = await database().invitation.findMany({ where: { projectId } })
  expect(rows).toHaveLength(1)
  expect(JSON.stringify([changes, rows])).not.toContain(secret)
})

test("a role counts at the very next request, in both directions", async () => {
  const { owner, ann, projectId, first, label, split } = await room()
  const change = (role: string, version: number) =>
    changeRole(owner, { projectId, userId: ann.id, version, role, requestId: uuidv7() })
  expect(code(await split(ann, first, 8))).toBe("forbidden")
  value(await change("reader", 1))
  expect(code(await label(ann, first, "disputed"))).toBe("forbidden")
  value(await change("editor", 2))
  expect(code(await split(ann, first, 8))).toBe("ok")
  expect(code(await change("reader", 2))).toBe("conflict")
  expect(code(await change("king", 3))).toBe("invalid")
})

test("a removed member finds nothing; what they wrote stays under their name and counts", async () => {
  const { owner, ann, ben, projectId, documentId, first, label, card } = await room()
  for (const who of [ann, ben]) value(await label(who, first, "speculative"))
  value(await removeMember(owner, { projectId, userId: ann.id, version: 1, requestId: uuidv7() }))
  expect(code(await readingRoom(ann, documentId))).toBe("not-found")
  expect(code(await claimCard(ann, documentId, first))).toBe("not-found")
  expect(code(await label(ann, first, "disputed"))).toBe("not-found")
  const { state, others } = await card(ben, first)
  expect(state).toBe("vetted")
  expect(others).toMatchObject([{ reviewer: "Ann Okafor", label: "speculative" }])
})

test("who was removed can be invited again, and has the new role only", async () => {
  const { owner, projectId, accept } = await invited("reader")
  const somebody = await member(owner, projectId, "editor", "Nora Beck")
  const remove = (version: number) =>
    removeMember(owner, { projectId, userId: somebody.id, version, requestId: uuidv7() })
  value(await remove(1))
  expect(code(await remove(2))).toBe("not-found")
  value(await accept(somebody))
  const row = await database().membership.findUnique({
    where: { projectId_userId: { projectId, userId: somebody.id } },
  })
  expect(row).toMatchObject({ role: "reader", leftAt: null, version: 3 })
})

test("the last owner stays owner and stays in; with a second one, either may go", async () => {
  const { owner, projectId } = await project()
  const demote = (version: number) =>
    changeRole(owner, { projectId, userId: owner.id, version, role: "editor", requestId: uuidv7() })
  const leave = (version: number) => removeMember(owner, { projectId, userId: owner.id, version, requestId: uuidv7() })
  expect([code(await demote(1)), code(await leave(1))]).toEqual(["last-owner", "last-owner"])
  const other = await member(owner, projectId, "owner", "Nora Beck")
  expect(code(await demote(1))).toBe("ok")
  expect(code(await leave(2))).toBe("forbidden")
  const back = { projectId, userId: owner.id, version: 2, role: "owner", requestId: uuidv7() }
  expect(code(await changeRole(other, back))).toBe("ok")
  expect(code(await leave(3))).toBe("ok")
})

test("only owners manage members, and only of their own project", async () => {
  const { editor, ann, owner, projectId } = await room()
  const there = await project()
  const words = { userId: ann.id, version: 1, role: "owner" }
  expect(code(await changeRole(editor, { projectId, ...words, requestId: uuidv7() }))).toBe("forbidden")
  expect(code(await changeRole(there.owner, { projectId, ...words, requestId: uuidv7() }))).toBe("not-found")
  const elsewhere = { projectId: there.projectId, ...words, requestId: uuidv7() }
  expect(code(await changeRole(there.owner, elsewhere))).toBe("not-found")
  const promoted = await changeRole(owner, { projectId, ...words, requestId: uuidv7() })
  expect(code(promoted)).toBe("ok")
})
