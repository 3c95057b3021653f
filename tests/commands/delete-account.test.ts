import pg from "pg"
import { uuidv7 } from "uuidv7"
import { afterAll, beforeAll, expect, test } from "vitest"
import { verifyProjects } from "../../lib/boot/verify-there.js"
import { acceptInvitation } from "../../lib/commands/accept-invitation.ts"
import { beginThread } from "../../lib/commands/begin-thread.ts"
import { changeName } from "../../lib/commands/change-name.ts"
import { changeRole } from "../../lib/commands/change-role.ts"
import { chooseExportNames } from "../../lib/commands/choose-export-names.ts"
import { chooseMail } from "../../lib/commands/choose-mail.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { deleteAccount } from "../../lib/commands/delete-account.ts"
import { giveComment } from "../../lib/commands/give-comment.ts"
import { inviteMember } from "../../lib/commands/invite-member.ts"
import { makeToken } from "../../lib/commands/make-token.ts"
import { registerByInvitation } from "../../lib/commands/register-by-invitation.ts"
import { saveView } from "../../lib/commands/save-view.ts"
import { database } from "../../lib/db/client.ts"
import { mailOf, takeAddressee } from "../../lib/db/mail-rows.ts"
import type { Actor } from "../../lib/db/pass.ts"
import { isPseudonym } from "../../lib/domain/pseudonym.ts"
import { account } from "../../lib/queries/account.ts"
import { activity } from "../../lib/queries/activity.ts"
import { agreement } from "../../lib/queries/agreement.ts"
import { exportedFile } from "../../lib/queries/exported-file.ts"
import { members } from "../../lib/queries/members.ts"
import { madeFor } from "../queries/made-export.ts"
import { code, value } from "../queries/project.ts"
import { exportText } from "../queries/whole-export.ts"
import { appOf, goodPassword, identityOf } from "../server/person.ts"
import { signedIn } from "./everybody.ts"
import { forced } from "./forced.ts"
import { room } from "./room.ts"

const admin = new pg.Client(process.env["ADMIN_URL"])
beforeAll(() => admin.connect())
afterAll(() => admin.end())

/** The tables in which something is that holds these words. */
async function holding(words: string): Promise<string[]> {
  const { rows } = await admin.query(`SELECT relname AS name FROM pg_stat_user_tables ORDER BY 1`)
  const found: string[] = []
  for (const { name } of rows) {
    const table = admin.escapeIdentifier(name)
    const sql = `SELECT 1 FROM ${table} t WHERE strpos(lower(t::text), lower($1)) > 0 LIMIT 1`
    if ((await admin.query(sql, [words])).rowCount) found.push(name)
  }
  return found
}

/** Deletes the account of somebody who has just signed in. */
const erase = async (who: { readonly id: string; readonly email: string }, email = who.email) =>
  deleteAccount(await signedIn(who), { email })

const orcid = "0000-0002-1825-0097"

/** A reviewer with everything that an account can have, and work of every kind in a project. */
async function known() {
  const here = await room()
  const { ann, ben, owner, projectId, documentId, first, second } = here
  value(await changeName(ann, { name: "Ann Zwicky-Okafor" }))
  value(await chooseExportNames(ann, { names: "name", orcid }))
  value(await chooseMail(ann, { choice: "hourly" }))
  const { subject } = await identityOf(ann, "github")
  await appOf(ann)
  value(await makeToken(await signedIn(ann), { id: uuidv7(), name: "Ann's own script", scopes: ["read"], days: 30 }))
  const filter = { reason: "privacy" }
  const view = { projectId, name: "Ann's secret list", filter, shared: false }
  value(await saveView(ann, { ...view, viewId: uuidv7() }))
  for (const who of [ann, ben]) value(await here.label(who, first, "speculative"))
  value(await here.label(ben, second, "disputed"))
  value(await here.label(ann, second, "documented"))
  value(await here.cite(ann, first, await here.source(ann)))
  await here.flag(ann, "raised in 1920")
  const talk = { documentId, threadId: uuidv7(), id: uuidv7(), requestId: uuidv7() }
  value(await beginThread(ann, { ...talk, unitId: first, text: "Who wrote this?" }))
  const answer = { documentId, threadId: talk.threadId, id: uuidv7(), text: `Ask @[${ann.id}].`, requestId: uuidv7() }
  value(await giveComment(ben, answer))
  return { ...here, subject, owner }
}

/** How a person is called in the history, in the table of agreement, and in a file. */
async function calledBy(owner: Actor, projectId: string): Promise<string> {
  const history = await activity(owner, projectId, {})
  const agreed = await agreement(owner, projectId, {})
  const file = await exportText(owner, { projectId, format: "json", state: "labelled" })
  return JSON.stringify([value(history), value(agreed), value(file)])
}

test("who the person was is nowhere any more; their work stays under one pseudonym, and the log verifies", async () => {
  const { ann, owner, projectId, first, card, subject } = await known()
  const name = "Ann Zwicky-Okafor"
  expect(JSON.stringify(await activity(owner, projectId, {}))).toContain(name)
  const labelled = await database().annotation.count({ where: { reviewerId: ann.id } })
  const changes = await database().change.count({ where: { projectId } })
  const { pseudonym } = value(await erase(ann))
  expect(isPseudonym(pseudonym)).toBe(true)
  for (const words of [name, ann.email, orcid, subject, "Ann's own script", "Ann's secret list"])
    expect(await holding(words), words).toEqual([])
  for (const table of ["Session", "AccessToken", "SecondFactor", "MailSetting", "Identity", "Notice"]) {
    const column = admin.escapeIdentifier("userId")
    const { rows } = await admin.query(`SELECT 1 FROM "${table}" WHERE ${column} = $1`, [ann.id])
    expect(rows, table).toEqual([])
  }
  expect(await database().user.findUniqueOrThrow({ where: { id: ann.id } })).toMatchObject({ passwordHash: null })
  expect(await database().annotation.count({ where: { reviewerId: ann.id } })).toBe(labelled)
  const told = await calledBy(owner, projectId)
  expect(told).not.toContain(name)
  expect(told.split(pseudonym).length).toBeGreaterThan(4)
  expect(told).toContain("since their account was deleted")
  expect(JSON.stringify(await card(owner, first))).toContain(pseudonym)
  expect(value(await members(owner, projectId)).members.map(({ userId }) => userId)).not.toContain(ann.id)
  expect(await database().change.count({ where: { projectId } })).toBe(changes + 1)
  const said: string[] = []
  expect(await verifyProjects(process.env["DATABASE_URL"]!, projectId, line => void said.push(line)), `${said}`).toBe(
    true,
  )
})

test("the address may make an account anew, which has nothing to do with the old one, and no letter goes to either for it", async () => {
  const { ann, owner, projectId } = await known()
  value(await erase(ann))
  expect(await mailOf(ann.id)).toBeNull()
  const addressee = await takeAddressee(new Date(Date.now() + 1e9), 0)
  expect(addressee?.userId).not.toBe(ann.id)
  const made = await inviteMember(owner, { projectId, id: uuidv7(), role: "reader", note: "", requestId: uuidv7() })
  const secret = value(made).path!.split("/").at(-1)!
  const again = { secret, name: "Ann", email: ann.email, password: goodPassword, requestId: uuidv7() }
  value(await registerByInvitation(again))
  const fresh = await database().user.findUniqueOrThrow({ where: { email: ann.email } })
  expect(fresh.id).not.toBe(ann.id)
  expect(await database().change.count({ where: { actorId: fresh.id } })).toBe(1)
})

test("it asks for the address and for a fresh proof, and changes nothing without either", async () => {
  const { ann } = await room()
  expect(code(await erase(ann, "ben@example.org"))).toBe("invalid")
  const session = await signedIn(ann)
  await database().session.update({ where: { id: session.sessionId }, data: { provenAt: new Date(Date.now() - 1e6) } })
  expect(code(await deleteAccount(session, { email: ann.email }))).toBe("proof-needed")
  expect(await database().user.findUniqueOrThrow({ where: { id: ann.id } })).toMatchObject({
    email: ann.email,
    deletedAt: null,
  })
})

test("the only owner of a project in which others work is refused with what to do, until there is another one", async () => {
  const { owner, ann, projectId } = await room()
  expect(value(await account(owner)).hanging).toEqual({ shared: ["Seminar"], alone: [] })
  expect(await erase(owner)).toEqual({ ok: false, failure: { code: "only-owner", projects: ["Seminar"] } })
  expect(await database().membership.count({ where: { projectId, userId: owner.id, leftAt: null } })).toBe(1)
  value(await changeRole(owner, { projectId, userId: ann.id, role: "owner", version: 1, requestId: uuidv7() }))
  value(await erase(owner))
  expect(code(await members(ann, projectId))).toBe("ok")
})

test("two owners who go at once leave one of them", async () => {
  const { owner, ann, projectId } = await room()
  value(await changeRole(owner, { projectId, userId: ann.id, role: "owner", version: 1, requestId: uuidv7() }))
  const codes = (await Promise.all([erase(owner), erase(ann)])).map(code)
  expect(codes.sort()).toEqual(["ok", "only-owner"])
})

test("a project in which nobody else can sign in keeps nobody here", async () => {
  const { ann } = await room()
  const mine = { id: uuidv7(), name: "A try", description: "", requestId: uuidv7() }
  value(await createProject(ann, mine))
  expect(value(await account(ann)).hanging).toEqual({ shared: [], alone: ["A try"] })
  value(await erase(ann))
})

test("invitations that they made let nobody in, and what was noted on the one that let them in is gone", async () => {
  const { owner, stranger, projectId } = await room()
  const invite = async (by: Actor, role: string, note: string) => {
    const made = await inviteMember(by, { projectId, id: uuidv7(), role, note, requestId: uuidv7() })
    return value(made).path!.split("/").at(-1)!
  }
  value(
    await acceptInvitation(stranger, { secret: await invite(owner, "owner", "for Quentin Xiu"), requestId: uuidv7() }),
  )
  const open = await invite(stranger, "reader", "")
  expect(await holding("Quentin Xiu")).toEqual(["Invitation"])
  value(await erase(stranger))
  expect(await holding("Quentin Xiu")).toEqual([])
  const late = await room()
  expect(code(await acceptInvitation(late.ann, { secret: open, requestId: uuidv7() }))).toBe("invitation-spent")
})

test("a file that somebody else had made with their name in it is handed out no more", async () => {
  const { owner, ann, projectId, first, label } = await room()
  value(await label(ann, first, "speculative"))
  const jobId = await madeFor(owner, projectId)
  expect(code(await exportedFile(owner, projectId, jobId))).toBe("ok")
  value(await erase(ann))
  expect(code(await exportedFile(owner, projectId, jobId))).toBe("export-veiled")
})

test("what was under way when the account was deleted lets nobody into a project any more", async () => {
  const { owner, stranger, projectId } = await room()
  const made = await inviteMember(owner, { projectId, id: uuidv7(), role: "reader", note: "", requestId: uuidv7() })
  const secret = value(made).path!.split("/").at(-1)!
  const join = () => acceptInvitation(stranger, { secret, requestId: uuidv7() })
  const begin = () =>
    createProject(stranger, { id: uuidv7(), name: "Left alone", description: "", requestId: uuidv7() })
  await forced<unknown>(
    'SELECT 1 FROM "User" WHERE id = $1 FOR UPDATE',
    [stranger.id],
    [() => erase(stranger), join, begin],
  )
  expect(await database().user.count({ where: { id: stranger.id, deletedAt: null } })).toBe(0)
  expect(await database().membership.count({ where: { userId: stranger.id, leftAt: null } })).toBe(0)
  expect(code(await join())).toBe("signed-out")
  expect(code(await begin())).toBe("signed-out")
})
