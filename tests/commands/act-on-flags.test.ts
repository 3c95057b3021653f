import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { actOnFlags } from "../../lib/commands/act-on-flags.ts"
import { answerFlag } from "../../lib/commands/answer-flag.ts"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { undoChange } from "../../lib/commands/undo-change.ts"
import { undoFlags } from "../../lib/commands/undo-flags.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { database } from "../../lib/db/client.ts"
import type { FlagAct } from "../../lib/domain/flag-act.ts"
import { flags } from "../../lib/queries/flags.ts"
import { inbox } from "../../lib/queries/inbox.ts"
import { code, document, flag, member, type Person, project, sampleText, value } from "../queries/project.ts"
import { chain, room } from "./room.ts"

/** Two documents with two flags of the reviewer's each, and one of the owner's. */
async function desk() {
  const { owner, stranger, projectId } = await project()
  const ann = await member(owner, projectId, "reviewer", "Ann")
  const editor = await member(owner, projectId, "editor", "Eve")
  const [log, diary] = [await document(owner, projectId, "Log book"), await document(owner, projectId, "Diary")]
  const raised = [
    { documentId: log.id, id: await flag(ann, log.id, "ship", { blocking: true }) },
    { documentId: log.id, id: await flag(ann, log.id, "sank") },
    { documentId: diary.id, id: await flag(ann, diary.id, "raised") },
    { documentId: diary.id, id: await flag(owner, diary.id, "Nobody") },
  ]
  const act = (who: Person, act: FlagAct, chosen = raised, requestId = uuidv7(), version = 1) =>
    actOnFlags(who, { projectId, requestId, act, flags: chosen.map(one => ({ ...one, version })) })
  const undo = (who: Person, changes: readonly { documentId: string; revision: number }[], requestId = uuidv7()) =>
    undoFlags(who, { projectId, requestId, changes })
  const rows = async () => {
    const found = await database().flag.findMany({ where: { projectId }, orderBy: { raisedAt: "asc" } })
    return found.map(({ status, answer, assigneeId, dueOn }) => ({
      ...{ status, answer, assigneeId, dueOn: dueOn?.toISOString().slice(0, 10) ?? null },
    }))
  }
  return { owner, stranger, ann, editor, projectId, log: log.id, diary: diary.id, raised, act, undo, rows }
}

const outcomesOf = (raised: readonly { id: string }[], outcomes: Readonly<Record<string, string>>) =>
  raised.map(({ id }) => outcomes[id])

test("flags of several documents are answered at once, as one change in each, and all of it is taken back", async () => {
  const { editor, projectId, raised, act, undo, rows, log, diary } = await desk()
  const before = await rows()
  const done = value(await act(editor, { do: "answer", answer: "Cited now." }))
  expect(outcomesOf(raised, done.outcomes)).toEqual(["done", "done", "done", "done"])
  expect(done.changes.map(({ documentId }) => documentId)).toEqual([log, diary])
  for (const row of await rows()) expect(row).toMatchObject({ status: "answered", answer: "Cited now." })
  expect(value(await flags(editor, projectId, {}))).toMatchObject({ total: 0 })
  expect(value(await undo(editor, done.changes))).toEqual({ undone: 4, kept: 0, blocked: 0 })
  expect(await rows()).toEqual(before)
  for (const id of [log, diary]) await chain(id)
})

test("an act is repeated safely: the same request makes no second change and is told the same", async () => {
  const { editor, act, undo, log, raised } = await desk()
  const requestId = uuidv7()
  const first = value(await act(editor, { do: "date", dueOn: "2027-01-01" }, raised, requestId))
  const revision = await chain(log)
  const again = value(await act(editor, { do: "date", dueOn: "2027-01-01" }, raised, requestId))
  expect(again).toEqual(first)
  expect(await chain(log)).toBe(revision)
  const back = uuidv7()
  expect(value(await undo(editor, first.changes, back))).toEqual({ undone: 4, kept: 0, blocked: 0 })
  await undo(editor, first.changes, back)
  expect(await chain(log)).toBe(revision + 1)
  expect(code(await act(editor, { do: "withdraw" }, raised.slice(0, 2), requestId))).toBe("request-reused")
})

test("what somebody changed in between stays, is named, and the rest is done", async () => {
  const { owner, editor, raised, act, rows, log } = await desk()
  const place = { documentId: log, flagId: raised[0]!.id, version: 1, requestId: uuidv7() }
  value(await answerFlag(owner, { ...place, answer: "Mine." }))
  const done = value(await act(editor, { do: "answer", answer: "Ours." }))
  expect(outcomesOf(raised, done.outcomes)).toEqual(["changed", "done", "done", "done"])
  expect((await rows()).map(({ answer }) => answer)).toEqual(["Mine.", "Ours.", "Ours.", "Ours."])
})

test("undo takes back exactly that act, also after others, and passes over flags that were changed since", async () => {
  const { editor, raised, act, undo, rows, log } = await desk()
  const dated = value(await act(editor, { do: "date", dueOn: "2027-01-01" }, raised.slice(0, 2)))
  const assigned = value(await act(editor, { do: "assign", assigneeId: editor.id }, raised.slice(0, 1), uuidv7(), 2))
  expect(value(await undo(editor, dated.changes))).toEqual({ undone: 1, kept: 1, blocked: 0 })
  const [first, second] = await rows()
  expect(first).toMatchObject({ dueOn: "2027-01-01", assigneeId: editor.id })
  expect(second).toMatchObject({ dueOn: null })
  expect(value(await undo(editor, dated.changes))).toEqual({ undone: 0, kept: 0, blocked: 1 })
  value(await undo(editor, assigned.changes))
  expect((await rows())[0]).toMatchObject({ dueOn: "2027-01-01", assigneeId: null })
  // The key of the reading room goes on from there.
  expect(code(await undoChange(editor, { documentId: log, told: [], requestId: uuidv7() }))).toBe("nothing-to-undo")
})

test("nobody takes back what another person did", async () => {
  const { editor, owner, act, undo } = await desk()
  const done = value(await act(editor, { do: "date", dueOn: "2027-01-01" }))
  expect(code(await undo(owner, done.changes.slice(0, 1)))).toBe("not-found")
})

test("each act asks of each flag what it asks: whose it is, whether it is open, who may", async () => {
  const { owner, ann, editor, raised, act } = await desk()
  const told = async (who: Person, what: FlagAct, version = 1) => {
    const done = await act(who, what, raised, uuidv7(), version)
    return done.ok ? outcomesOf(raised, done.value.outcomes) : done.failure.code
  }
  expect(await told(ann, { do: "answer", answer: "So." })).toBe("forbidden")
  expect(await told(ann, { do: "assign", assigneeId: editor.id })).toEqual(Array(4).fill("not-allowed"))
  expect(await told(ann, { do: "date", dueOn: "2027-01-01" })).toEqual(Array(4).fill("not-allowed"))
  expect(await told(ann, { do: "reopen" })).toEqual(Array(4).fill("same"))
  expect(await told(ann, { do: "withdraw" })).toEqual(["done", "done", "done", "not-allowed"])
  expect(await told(editor, { do: "reopen" }, 2)).toEqual(["not-allowed", "not-allowed", "not-allowed", "changed"])
  expect(await told(owner, { do: "answer", answer: "So." }, 2)).toEqual(["closed", "closed", "closed", "changed"])
  expect(await told(ann, { do: "reopen" }, 2)).toEqual(["done", "done", "done", "changed"])
  expect(await told(ann, { do: "assign", assigneeId: ann.id }, 3)).toEqual(["done", "done", "done", "changed"])
  expect(await told(ann, { do: "date", dueOn: "2027-01-01" }, 4)).toEqual(["done", "done", "done", "changed"])
})

test("who is given flags is told once for each document, and only members who review can be given any", async () => {
  const { owner, stranger, ann, editor, projectId, act } = await desk()
  const reader = await member(owner, projectId, "reader", "Rea")
  for (const id of [reader.id, stranger.id, uuidv7()])
    expect(code(await act(editor, { do: "assign", assigneeId: id }))).toBe("invalid")
  value(await act(editor, { do: "assign", assigneeId: ann.id }))
  const notices = value(await inbox(ann, { show: "all" })).notices.filter(({ kind }) => kind === "flag-assigned")
  expect(notices.map(({ sentence }) => sentence)).toEqual([
    "Eve asked you to deal with 2 flags in “Diary”.",
    "Eve asked you to deal with 2 flags in “Log book”.",
  ])
  value(await act(editor, { do: "assign", assigneeId: editor.id }, undefined, uuidv7(), 2))
  expect(value(await inbox(editor, { show: "all" })).notices).toEqual([])
  expect(value(await flags(ann, projectId, { assignee: "me" })).total).toBe(0)
})

test("flags of another project's document are as if they were not there", async () => {
  const { editor, raised, act, rows } = await desk()
  const other = await desk()
  const before = await other.rows()
  value(await other.act(other.editor, { do: "date", dueOn: "2027-01-01" }, other.raised.slice(0, 1)))
  const done = value(await act(editor, { do: "date", dueOn: "2027-01-01" }, [...raised, ...other.raised]))
  expect(outcomesOf(other.raised, done.outcomes)).toEqual(Array(4).fill("gone"))
  expect((await other.rows()).slice(1)).toEqual(before.slice(1))
  expect((await rows()).every(({ dueOn }) => dueOn === "2027-01-01")).toBe(true)
  expect(code(await act(other.stranger, { do: "reopen" }))).toBe("not-found")
})

test("what a rule raised is answered, given to somebody and dated, and not withdrawn", async () => {
  const { ann, editor, projectId, documentId, first, label } = await room()
  value(await label(ann, first, "documented"))
  const [line] = value(await flags(editor, projectId, { by: "rules" })).flags
  expect(line).toMatchObject({ reason: "documented-without-evidence", raisedBy: null, raiser: null, unitId: first })
  expect(line!.found).toContain("One person says documented")
  const act = async (what: FlagAct, version: number) => {
    const chosen = [{ documentId, id: line!.id, version }]
    const done = await actOnFlags(editor, { projectId, requestId: uuidv7(), act: what, flags: chosen })
    return value(done).outcomes[line!.id]
  }
  expect(await act({ do: "withdraw" }, 1)).toBe("not-allowed")
  expect(await act({ do: "assign", assigneeId: ann.id }, 1)).toBe("done")
  expect(await act({ do: "date", dueOn: "2027-01-01" }, 2)).toBe("done")
  expect(await act({ do: "answer", answer: "The archive is closed." }, 3)).toBe("done")
  const [answered] = value(await flags(editor, projectId, { by: "rules", status: "answered" })).flags
  expect(answered).toMatchObject({ answer: "The archive is closed.", assignee: "Ann Okafor", dueOn: "2027-01-01" })
})

test("in a blind project nobody sees, counts, acts on or is given what a rule found on a veiled claim", async () => {
  const { ann, ben, editor, owner, projectId, documentId, first, label } = await room()
  const blind = { projectId, blind: true, pseudonyms: false, seen: { blind: false, pseudonyms: false } }
  value(await chooseBlindness(owner, { ...blind, requestId: uuidv7() }))
  value(await label(ann, first, "documented"))
  const [line] = value(await flags(editor, projectId, {})).flags
  const page = value(await flags(ben, projectId, {}))
  expect(page).toMatchObject({ total: 0, flags: [], counts: { status: {}, reason: {}, by: {}, document: {} } })
  const act = async (who: Person, what: FlagAct) => {
    const chosen = [{ documentId, id: line!.id, version: 1 }]
    return value(await actOnFlags(who, { projectId, requestId: uuidv7(), act: what, flags: chosen })).outcomes[line!.id]
  }
  expect(await act(ben, { do: "assign", assigneeId: ben.id })).toBe("gone")
  expect(await act(editor, { do: "assign", assigneeId: ben.id })).toBe("hidden")
  value(await label(ben, first, "disputed"))
  expect(value(await flags(ben, projectId, {})).flags.map(({ id }) => id)).toContain(line!.id)
})

test("what the text lost is dealt with at the desk like any other flag, and each act is taken back", async () => {
  const here = await room()
  const { editor, ann, ben, projectId, documentId, asked, undo, redo } = here
  value(await here.label(ann, here.second, "disputed"))
  const own = uuidv7()
  value(await here.flag(ann, "1920", true, own))
  value(await here.renew(editor, sampleText.replace("1920", "1921")))
  const lost = async () => {
    const where = { documentId, number: 1, status: { not: "settled" as const } }
    return database().flag.findMany({ where, orderBy: { id: "asc" } })
  }
  const words = async () => (await lost()).map(({ version: _version, answeredAt: _at, ...words }) => words)
  const before = await words()
  expect(before.map(({ reason }) => reason).sort()).toEqual(["anchor-lost", "needs-source"])
  const acts: FlagAct[] = [
    { do: "assign", assigneeId: ben.id },
    { do: "date", dueOn: "2027-01-01" },
    { do: "answer", answer: "Said elsewhere." },
  ]
  for (const act of acts) {
    const seen = (await lost()).map(({ id, version }) => ({ documentId, id, version }))
    const { outcomes } = value(await actOnFlags(editor, { projectId, requestId: uuidv7(), act, flags: seen }))
    expect(Object.values(outcomes)).toEqual(["done", "done"])
  }
  for (const row of await words())
    expect(row).toMatchObject({ status: "answered", answer: "Said elsewhere.", assigneeId: ben.id, number: 1 })
  for (const _ of acts) value(await undo(editor))
  expect(await words()).toEqual(before)
  const status = async () => (await lost()).find(({ id }) => id === own)
  value(await withdrawFlag(ann, { ...asked(), flagId: own, version: (await status())!.version }))
  value(await undo(ann))
  expect(await status()).toMatchObject({ status: "open", number: 1 })
  value(await redo(ann))
  expect(await status()).toMatchObject({ status: "withdrawn" })
  await chain(documentId)
})
