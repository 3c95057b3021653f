import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { beginRound } from "../../lib/commands/begin-round.ts"
import { beginSourceThread, beginThread } from "../../lib/commands/begin-thread.ts"
import { changeComment } from "../../lib/commands/change-comment.ts"
import { deleteComment } from "../../lib/commands/delete-comment.ts"
import { giveComment } from "../../lib/commands/give-comment.ts"
import { readAllNotices, readNotices } from "../../lib/commands/read-notices.ts"
import { readThreads } from "../../lib/commands/read-threads.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { reopenAdjudication } from "../../lib/commands/reopen-adjudication.ts"
import { revealRound } from "../../lib/commands/reveal-round.ts"
import { inbox, unreadNotices } from "../../lib/queries/inbox.ts"
import { room } from "../commands/room.ts"
import { code, document, type Person, project, value } from "./project.ts"

const notices = async (who: Person, input: object = {}) => value(await inbox(who, input)).notices
const kinds = async (who: Person, input: object = {}) => (await notices(who, input)).map(({ kind }) => kind)
const unread = async (who: Person) => value(await unreadNotices(who)).unread

async function talking() {
  const here = await room()
  const threadId = uuidv7()
  const { asked, first } = here
  const begin = (who: Person, text: string, id = uuidv7()) =>
    beginThread(who, { ...asked(), unitId: first, threadId, id, text })
  const say = (who: Person, text: string, id = uuidv7()) => giveComment(who, { ...asked(), threadId, id, text })
  return { ...here, threadId, begin, say }
}

test("who is mentioned is told once, with where it leads, and nobody is told what they did themselves", async () => {
  const { ann, ben, editor, projectId, documentId, first, threadId, begin } = await talking()
  value(await begin(ann, `@[${ben.id}] and @[${ben.id}], not @[${ann.id}]`))
  expect(await notices(ben)).toMatchObject([
    {
      kind: "mentioned",
      sentence: "Ann Okafor mentioned you in the discussion of a passage in “Log book”.",
      path: `/projects/${projectId}/documents/${documentId}?unit=${first}#thread-${threadId}`,
      project: "Seminar",
      read: false,
    },
  ])
  expect([await unread(ann), await unread(ben), await unread(editor)]).toEqual([0, 1, 0])
})

test("everybody who wrote in a thread hears of an answer, who is mentioned in it as mentioned", async () => {
  const { ann, ben, editor, begin, say } = await talking()
  value(await begin(ann, "Who says so?"))
  value(await say(ben, "The register."))
  value(await say(editor, `@[${ann.id}], does it?`))
  expect(await kinds(ann)).toEqual(["mentioned", "answered"])
  expect(await kinds(ben)).toEqual(["answered"])
  expect(await kinds(editor)).toEqual([])
})

test("an edit tells those whom it mentions anew; a deletion tells nobody", async () => {
  const { ann, ben, editor, begin, asked } = await talking()
  const commentId = uuidv7()
  value(await begin(ann, `@[${ben.id}]?`, commentId))
  const text = `@[${ben.id}], @[${editor.id}]?`
  value(await changeComment(ann, { ...asked(), commentId, version: 1, text }))
  expect([await kinds(ben), await kinds(editor)]).toEqual([["mentioned"], ["mentioned"]])
  value(await deleteComment(ann, { ...asked(), commentId, version: 2 }))
  expect([await kinds(ben), await kinds(editor)]).toEqual([["mentioned"], ["mentioned"]])
})

test("who raised a flag hears of its discussion and of its answer", async () => {
  const { ann, ben, editor, flag, answer, asked, projectId, documentId } = await room()
  const flagId = uuidv7()
  value(await flag(ann, "The ship", true, flagId))
  value(await beginThread(ben, { ...asked(), flagId, threadId: uuidv7(), id: uuidv7(), text: "Which?" }))
  value(await answer(editor, flagId))
  const [answered, discussed] = await notices(ann)
  expect(answered).toMatchObject({
    sentence: "Nora Beck answered your flag in “Log book”.",
    path: `/projects/${projectId}/documents/${documentId}?at=0#flags`,
  })
  expect(discussed).toMatchObject({ sentence: "Ben Ferrand wrote in the discussion of a flag in “Log book”." })
})

test("a mention on a source leads to the source", async () => {
  const { ann, ben, projectId, source } = await room()
  const [sourceId, threadId] = [await source(ann), uuidv7()]
  const words = { projectId, sourceId, threadId, id: uuidv7(), text: `@[${ben.id}]` }
  value(await beginSourceThread(ann, { ...words, requestId: uuidv7() }))
  expect(await notices(ben)).toMatchObject([
    {
      sentence: "Ann Okafor mentioned you in the discussion of the source “Lloyd's register”.",
      path: `/projects/${projectId}/sources/${sourceId}#thread-${threadId}`,
    },
  ])
})

test("a claim that becomes contested is told to those who labelled it", async () => {
  const { ann, ben, owner, first, label, policy } = await room()
  value(await policy({ annotations: 3, agreement: "majority" }))
  value(await label(ann, first, "disputed"))
  value(await label(ben, first, "speculative"))
  expect(await kinds(ann)).toEqual(["contested"])
  expect(await notices(ann)).toMatchObject([
    { sentence: "Ben Ferrand disagrees with your label of a claim in “Log book”: it is contested now." },
  ])
  expect([await kinds(ben), await kinds(owner)]).toEqual([[], []])
})

test("a verdict that falls is told to those on whose word it stood", async () => {
  const { ann, ben, editor, owner, asked, first, second, label, cite, source, decide, policy, card } = await room()
  value(await policy({ annotations: 1, agreement: "all" }))
  const sourceId = await source(ann)
  for (const unitId of [first, second]) {
    value(await cite(ann, unitId, sourceId))
    value(await label(ann, unitId, "documented"))
  }
  expect((await card(ann, first)).verdict).toBe("documented")
  value(await label(ben, first, "speculative"))
  expect(await kinds(ann)).toEqual(["verdict-reopened"])
  const decision = uuidv7()
  value(await decide(editor, first, "documented", null, decision))
  value(await reopenAdjudication(owner, { ...asked(), unitId: first, seen: decision }))
  expect(await kinds(editor)).toEqual(["decision-reopened"])
  // A new policy that brings many down is told once for a document.
  value(await policy({ annotations: 3, agreement: "all" }, 2))
  expect((await notices(ann))[0]).toMatchObject({
    kind: "verdict-reopened",
    sentence: "The verdict that you gave on a claim in “Log book” fell after a change by Vera Lindqvist.",
  })
})

test("in a norming round nobody hears that a claim is contested before it is revealed", async () => {
  const { ann, ben, editor, owner, projectId, units, first, label, policy } = await room()
  value(await policy({ annotations: 3, agreement: "majority" }))
  const roundId = uuidv7()
  const claims = units.filter(({ kind }) => kind === "claim").length
  const begin = { projectId, id: roundId, name: "Round", documentId: null, claims, requestId: uuidv7() }
  value(await beginRound(editor, begin))
  value(await label(ann, first, "disputed"))
  value(await label(ben, first, "speculative"))
  expect(await kinds(ann)).toEqual([])
  value(await revealRound(owner, { projectId, roundId, requestId: uuidv7() }))
  expect(await kinds(ann)).toEqual(["contested"])
})

test("the inbox is filtered by project and by what is unread, and marks one's own alone", async () => {
  const { ann, ben, projectId, threadId, begin, say } = await talking()
  value(await begin(ben, "First."))
  value(await say(ann, `@[${ben.id}] one`))
  value(await say(ann, `@[${ben.id}] two`))
  const [later, earlier] = await notices(ben)
  value(await readNotices(ann, { ids: [earlier!.id] }))
  expect(await unread(ben)).toBe(2)
  value(await readNotices(ben, { ids: [earlier!.id] }))
  expect((await notices(ben)).map(({ id }) => id)).toEqual([later!.id])
  expect((await notices(ben, { show: "all" })).map(({ read }) => read)).toEqual([false, true])
  expect(await notices(ben, { project: uuidv7() })).toEqual([])
  expect(await notices(ben, { project: projectId })).toHaveLength(1)
  value(await readAllNotices(ben, { until: "2020-01-01T00:00:00.000Z" }))
  expect(await unread(ben)).toBe(1)
  value(await readAllNotices(ben, { until: new Date().toISOString() }))
  expect(await unread(ben)).toBe(0)
  value(await say(ann, `@[${ben.id}] three`))
  value(await readThreads(ben, { projectId, threads: [{ threadId, to: new Date(Date.now() + 1_000).toISOString() }] }))
  expect(await unread(ben)).toBe(0)
  expect(code(await inbox(ben, { show: "some" }))).toBe("invalid")
})

test("a project that one left is in the inbox no more", async () => {
  const { ann, ben, owner, projectId, begin } = await talking()
  value(await begin(ann, `@[${ben.id}]`))
  value(await removeMember(owner, { projectId, userId: ben.id, version: 1, requestId: uuidv7() }))
  expect(await notices(ben, { show: "all" })).toEqual([])
  expect(await unread(ben)).toBe(0)
})

test("a notice of a passage that was split since leads to where it stood", async () => {
  const { ann, ben, editor, documentId, projectId, threadId, first, begin, split } = await talking()
  value(await begin(ann, `@[${ben.id}]`))
  value(await split(editor, first, 9))
  expect((await notices(ben))[0]!.path).toBe(`/projects/${projectId}/documents/${documentId}?at=0#thread-${threadId}`)
})

test("fifty notices stand on a page, the newest first, over all projects", async () => {
  const { owner, projectId } = await project()
  const { ann, begin, say, owner: other } = await talking()
  expect(other.id).not.toBe(owner.id)
  value(await begin(ann, `@[${other.id}] 0`))
  for (let count = 1; count <= 51; count++) value(await say(ann, `@[${other.id}] ${count}`))
  const first = value(await inbox(other, {}))
  const second = value(await inbox(other, { page: "2" }))
  expect([first.total, first.notices.length, second.notices.length]).toEqual([52, 50, 2])
  const all = [...first.notices, ...second.notices].map(({ at }) => at)
  expect(all).toEqual([...all].sort().reverse())
  expect(value(await inbox(owner, {}))).toMatchObject({ total: 0, projects: [{ id: projectId }] })
  await document(owner, projectId)
})
