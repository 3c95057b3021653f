import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { beginSourceThread, beginThread } from "../../lib/commands/begin-thread.ts"
import { changeComment, changeSourceComment } from "../../lib/commands/change-comment.ts"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { deleteComment, deleteSourceComment } from "../../lib/commands/delete-comment.ts"
import { deleteSource } from "../../lib/commands/delete-source.ts"
import { giveComment, giveSourceComment } from "../../lib/commands/give-comment.ts"
import { mergeSources } from "../../lib/commands/merge-sources.ts"
import { readThreads } from "../../lib/commands/read-threads.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import {
  reopenSourceThread,
  reopenThread,
  resolveSourceThread,
  resolveThread,
} from "../../lib/commands/resolve-thread.ts"
import { database } from "../../lib/db/client.ts"
import type { ProjectChange, SourceTalk } from "../../lib/domain/change.ts"
import { replay } from "../../lib/domain/replay.ts"
import {
  claimDiscussion,
  commentTrace,
  flagDiscussion,
  sourceCommentTrace,
  sourceDiscussion,
} from "../../lib/queries/discussion.ts"
import { code, type Person, value } from "../queries/project.ts"
import { forced } from "./forced.ts"
import { chain, room } from "./room.ts"

/** A room with a thread on the first claim, begun by Ann. */
async function talking() {
  const here = await room()
  const [threadId, commentId] = [uuidv7(), uuidv7()]
  const { asked, ann, documentId, first } = here
  value(await beginThread(ann, { ...asked(), unitId: first, threadId, id: commentId, text: "Who says so?" }))
  const talk = async (who: Person, unitId = first) => value(await claimDiscussion(who, documentId, unitId))
  const say = (who: Person, text: string, id = uuidv7()) => giveComment(who, { ...asked(), threadId, id, text })
  const edit = (who: Person, text: string, version = 1) => changeComment(who, { ...asked(), commentId, version, text })
  return { ...here, threadId, commentId, talk, say, edit }
}
const said = ({ threads }: { threads: readonly { comments: readonly { text: string }[] }[] }) =>
  threads.flatMap(({ comments }) => comments.map(({ text }) => text))

test("a thread on a passage holds what people said in order, and whose it is", async () => {
  const { ann, ben, talk, say } = await talking()
  value(await say(ben, "The register does."))
  const [thread] = (await talk(ben)).threads
  expect(thread!.comments).toMatchObject([
    { author: "Ann Okafor", mine: false, text: "Who says so?", unread: true },
    { author: "Ben Ferrand", mine: true, text: "The register does.", unread: false },
  ])
  expect((await talk(ann)).threads[0]!.comments.map(({ unread }) => unread)).toEqual([false, true])
})

test("an edit leaves a trace that editors read, and a deletion leaves its place", async () => {
  const { ann, ben, editor, talk, edit, asked, commentId, documentId } = await talking()
  expect(code(await edit(ben, "Nobody."))).toBe("only-your-own")
  value(await edit(ann, "Who says so, and where?"))
  expect((await talk(ben)).threads[0]!.comments[0]).toMatchObject({ text: "Who says so, and where?", deleted: false })
  expect((await talk(ben)).threads[0]!.comments[0]!.editedAt).not.toBeNull()
  value(await deleteComment(ann, { ...asked(), commentId, version: 2 }))
  expect((await talk(ben)).threads[0]!.comments[0]).toMatchObject({ text: "", deleted: true })
  expect(code(await edit(ann, "I take it back.", 3))).toBe("comment-deleted")
  expect((await database().comment.findUniqueOrThrow({ where: { id: commentId } })).text).toBe("")
  const trace = value(await commentTrace(editor, documentId, commentId))
  expect(trace.earlier.map(({ text }) => text)).toEqual(["Who says so?", "Who says so, and where?"])
  expect(code(await commentTrace(ben, documentId, commentId))).toBe("forbidden")
})

test("of two edits at once one is stored, and the other is told what stands", async () => {
  const { ann, edit, documentId, talk, commentId, editor } = await talking()
  const hold = `SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE`
  const answers = await forced(hold, [documentId], [() => edit(ann, "First."), () => edit(ann, "Second.")])
  expect(answers.map(code).sort()).toEqual(["conflict", "ok"])
  const [won, lost] = answers[0]!.ok ? ["First.", answers[1]!] : ["Second.", answers[0]!]
  expect(lost).toMatchObject({ failure: { current: { text: won, version: 2 } } })
  expect(said(await talk(ann))).toEqual([won])
  expect(value(await commentTrace(editor, documentId, commentId)).earlier).toHaveLength(1)
})

test("of two who resolve at once one does, and a reply that crosses it is not lost", async () => {
  const { ann, ben, editor, documentId, threadId, talk, say, asked } = await talking()
  const resolve = (who: Person) => resolveThread(who, { ...asked(), threadId, version: 1 })
  const hold = `SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE`
  const calls = [() => resolve(ann), () => resolve(editor), () => say(ben, "Wait, there is more.")]
  const [one, two, reply] = (await forced<{ ok: boolean }>(hold, [documentId], calls)).map(answer =>
    code(answer as never),
  )
  expect([one, two].sort()).toEqual(["conflict", "ok"])
  expect(reply).toBe("ok")
  const [thread] = (await talk(ann)).threads
  expect(thread).toMatchObject({ version: 2, comments: [{}, { text: "Wait, there is more." }] })
  expect(thread!.resolvedAt).not.toBeNull()
  expect(code(await reopenThread(ben, { ...asked(), threadId, version: 1 }))).toBe("conflict")
  value(await reopenThread(ben, { ...asked(), threadId, version: 2 }))
  expect((await talk(ann)).threads[0]).toMatchObject({ resolvedAt: null, resolver: null, version: 3 })
})

test("a comment that is sent again under its request is one comment, and an id of another one is refused", async () => {
  const { ben, threadId, asked, talk, say, commentId } = await talking()
  const comment = { ...asked(), threadId, id: uuidv7(), text: "Once." }
  value(await giveComment(ben, comment))
  expect(value(await giveComment(ben, comment))).toMatchObject({ repeated: true })
  expect(code(await say(ben, "With her id.", commentId))).toBe("request-reused")
  expect(said(await talk(ben))).toEqual(["Who says so?", "Once."])
})

test("undo and redo pass over discussions", async () => {
  const { ann, first, second, talk, say, undo, redo, card, label } = await talking()
  value(await label(ann, first, "documented"))
  value(await say(ann, "As I labelled it."))
  value(await undo(ann))
  expect((await card(ann, first)).mine).toBeNull()
  value(await say(ann, "I took the label back."))
  value(await redo(ann))
  expect((await card(ann, first)).mine).toMatchObject({ label: "documented" })
  value(await undo(ann))
  expect(code(await undo(ann))).toBe("nothing-to-undo")
  expect(said(await talk(ann))).toHaveLength(3)
  expect((await talk(ann, second)).threads).toEqual([])
})

test("a thread stays on what its passage became by a split, a merge and an undo, and can be answered there", async () => {
  const { editor, ben, first, talk, say, split, merge, undo, live } = await talking()
  const ids = [uuidv7(), uuidv7()]
  value(await split(editor, first, 9, ids))
  for (const id of ids) expect((await talk(ben, id)).threads).toMatchObject([{ moved: true }])
  value(await say(ben, "Still here."))
  value(await merge(editor, ids[1]!))
  for (const { id } of (await live()).slice(0, 2))
    expect(said(await talk(ben, id))).toEqual(["Who says so?", "Still here."])
  value(await undo(editor))
  value(await undo(editor))
  expect((await talk(ben)).threads).toMatchObject([{ moved: false }])
})

test("a flag has a discussion of its own, which its passage shows too", async () => {
  const { ann, ben, first, flag, asked, talk, documentId } = await talking()
  const flagId = uuidv7()
  value(await flag(ann, "ship sank", false, flagId))
  const thread = { flagId, threadId: uuidv7(), id: uuidv7(), text: "Which ship?" }
  value(await beginThread(ben, { ...asked(), ...thread }))
  expect(said(value(await flagDiscussion(ann, documentId, flagId)))).toEqual(["Which ship?"])
  expect((await talk(ann)).threads).toMatchObject([{ unitId: first }, { flagId }])
  const change = await database().change.findFirstOrThrow({
    where: { streamId: documentId },
    orderBy: { revision: "desc" },
  })
  expect(change.unitId).toBe(first)
})

test("only members are mentioned, and who was mentioned stays so when they leave", async () => {
  const { ann, ben, owner, stranger, projectId, talk, say, edit } = await talking()
  expect(code(await say(ann, `@[${stranger.id}], see?`))).toBe("invalid")
  expect(code(await say(ann, `@[${uuidv7()}], see?`))).toBe("invalid")
  value(await edit(ann, `Ask @[${ben.id}].`))
  value(await removeMember(owner, { projectId, userId: ben.id, version: 1, requestId: uuidv7() }))
  value(await edit(ann, `Ask @[${ben.id.toUpperCase()}] again.`, 2))
  expect((await talk(ann)).threads[0]!.comments[0]!.text).toBe(`Ask @[${ben.id}] again.`)
  expect((await talk(ann)).people).toEqual([{ id: ben.id, name: "Ben Ferrand" }])
  expect(code(await say(ann, `@[${ben.id}], see?`))).toBe("invalid")
})

test("a comment is neither empty nor longer than 10,000 characters, here and in the database", async () => {
  const { ann, say, talk, commentId } = await talking()
  expect(code(await say(ann, "   "))).toBe("invalid")
  expect(code(await say(ann, "x".repeat(10_001)))).toBe("invalid")
  value(await say(ann, "😀".repeat(5_000)))
  expect(said(await talk(ann))).toHaveLength(2)
  const write = (data: object) => database().comment.update({ where: { id: commentId }, data })
  await expect(write({ text: "" })).rejects.toThrow()
  await expect(write({ deletedAt: new Date() })).rejects.toThrow()
})

test("in a blind document nobody joins the discussion of a claim that they have not labelled", async () => {
  const { owner, ann, ben, first, projectId, asked, threadId, talk, say, label, commentId } = await talking()
  const seen = { blind: false, pseudonyms: false }
  value(await chooseBlindness(owner, { projectId, ...seen, blind: true, seen, requestId: uuidv7() }))
  expect(await talk(ben)).toMatchObject({ veiled: true, threads: [] })
  const mine = { unitId: first, threadId: uuidv7(), id: uuidv7(), text: "May I?" }
  expect(code(await beginThread(ben, { ...asked(), ...mine }))).toBe("discussion-veiled")
  expect(code(await say(ben, "I guess."))).toBe("not-found")
  expect(code(await resolveThread(ben, { ...asked(), threadId, version: 1 }))).toBe("not-found")
  expect(code(await deleteComment(ann, { ...asked(), commentId, version: 1 }))).toBe("not-found")
  value(await readThreads(ben, { projectId, threads: [{ threadId, to: new Date().toISOString() }] }))
  expect(await database().threadRead.count({ where: { threadId } })).toBe(0)
  value(await label(ben, first, "disputed"))
  expect(said(await talk(ben))).toEqual(["Who says so?"])
  value(await say(ben, "Now I may."))
})

test("a lost flag lies over the claims that were lost with it, not over those that stand at its numbers now", async () => {
  const { owner, editor, ann, ben, first, projectId, documentId, asked, label, flag, renew, live } = await room()
  const seen = { blind: false, pseudonyms: false }
  value(await chooseBlindness(owner, { projectId, ...seen, blind: true, seen, requestId: uuidv7() }))
  const flagId = uuidv7()
  value(await flag(ann, "1912", true, flagId))
  value(await label(ann, first, "disputed"))
  value(await renew(editor, "He came home in 1899. It was raised in 1920. 🚢 Nobody wrote down why."))
  const [there] = await live()
  expect(there!.id).not.toBe(first)
  value(await label(ben, there!.id, "disputed"))
  const begin = (who: Person) =>
    beginThread(who, { ...asked(), flagId, threadId: uuidv7(), id: uuidv7(), text: "Where did it go?" })
  expect(code(await begin(ben))).toBe("discussion-veiled")
  expect(value(await flagDiscussion(ben, documentId, flagId)).veiled).toBe(true)
  const { revision } = value(await begin(ann))
  expect(said(value(await flagDiscussion(ann, documentId, flagId)))).toEqual(["Where did it go?"])
  const { unitId } = await database().change.findFirstOrThrow({ where: { streamId: documentId, revision } })
  expect(unitId).toBe(first)
})

test("what is read is not unread again, and what comes later is", async () => {
  const { ann, ben, projectId, threadId, talk, say } = await talking()
  const [first] = (await talk(ben)).threads[0]!.comments
  const read = (to: string) => readThreads(ben, { projectId, threads: [{ threadId, to }] })
  value(await read(first!.createdAt))
  expect((await talk(ben)).threads[0]!.comments[0]!.unread).toBe(false)
  value(await read("2020-01-01T00:00:00.000Z"))
  // A clock that is ahead must not hide what is still to come.
  value(await read("2999-01-01T00:00:00.000Z"))
  expect((await talk(ben)).threads[0]!.comments[0]!.unread).toBe(false)
  value(await say(ann, "And the year?"))
  expect((await talk(ben)).threads[0]!.comments.map(({ unread }) => unread)).toEqual([false, true])
})

test("the discussion of a source folds from the project's log", async () => {
  const { ann, ben, editor, projectId, source } = await room()
  const sourceId = await source(ann)
  const ask = () => ({ projectId, requestId: uuidv7() })
  const [threadId, id] = [uuidv7(), uuidv7()]
  value(await beginSourceThread(ben, { ...ask(), sourceId, threadId, id, text: "Is it the 1913 edition?" }))
  const reply = { threadId, id: uuidv7(), text: "No." }
  value(await giveSourceComment(ann, { ...ask(), ...reply }))
  expect(code(await giveSourceComment(ann, { ...ask(), ...reply }))).toBe("request-reused")
  value(await changeSourceComment(ben, { ...ask(), commentId: id, version: 1, text: "Is it the edition of 1913?" }))
  expect(code(await changeSourceComment(ben, { ...ask(), commentId: id, version: 1, text: "?" }))).toBe("conflict")
  value(await deleteSourceComment(ann, { ...ask(), commentId: reply.id, version: 1 }))
  value(await resolveSourceThread(editor, { ...ask(), threadId, version: 1 }))
  value(await reopenSourceThread(ann, { ...ask(), threadId, version: 2 }))
  value(await resolveSourceThread(ben, { ...ask(), threadId, version: 3 }))
  await chain(projectId)
  const changes = await database().change.findMany({ where: { streamId: projectId }, orderBy: { revision: "asc" } })
  const effects = changes.flatMap(({ kind, body }) => {
    const change = { kind, ...JSON.parse(body) } as ProjectChange
    return "comments" in change ? [change as SourceTalk] : []
  })
  expect(effects).toHaveLength(7)
  const { threads, comments } = replay([], effects)
  expect([...threads.values()]).toEqual([
    { id: threadId, unitId: null, flagId: null, sourceId, createdBy: ben.id, resolvedBy: ben.id },
  ])
  const shown = value(await sourceDiscussion(ann, projectId, sourceId))
  expect(shown.threads[0]!.comments.map(({ id, text, deleted }) => ({ id, text, deleted }))).toEqual(
    [...comments.values()].map(({ id, text, deleted }) => ({ id, text, deleted })),
  )
  expect(value(await sourceCommentTrace(editor, projectId, id)).earlier.map(({ text }) => text)).toEqual([
    "Is it the 1913 edition?",
  ])
})

test("a source that people discussed is not deleted; merged into another, its discussion is shown there too", async () => {
  const { ann, editor, projectId, source } = await room()
  const [sourceId, intoId] = [await source(ann, "Register"), await source(ann, "The register")]
  const ask = () => ({ projectId, requestId: uuidv7() })
  value(await beginSourceThread(ann, { ...ask(), sourceId, threadId: uuidv7(), id: uuidv7(), text: "The same?" }))
  expect(code(await deleteSource(editor, { ...ask(), sourceId, version: 1 }))).toBe("source-discussed")
  value(await mergeSources(editor, { ...ask(), sourceId, intoId, version: 1 }))
  expect(said(value(await sourceDiscussion(ann, projectId, intoId)))).toEqual(["The same?"])
})
