import pg from "pg"
import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addDocument } from "../../lib/commands/add-document.ts"
import { resplitDocument } from "../../lib/commands/resplit-document.ts"
import { undoChange } from "../../lib/commands/undo-change.ts"
import { database } from "../../lib/db/client.ts"
import type { Result } from "../../lib/domain/failure.ts"
import { activity } from "../../lib/queries/activity.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { resplit } from "../../lib/queries/resplit.ts"
import { mostHunks } from "../../lib/schema/resplit-input.ts"
import { splitText } from "../../lib/text/split-text.ts"
import { splitterVersion } from "../../lib/text/splitter-version.ts"
import { code, project, sampleText, value } from "../queries/project.ts"
import { forced } from "./forced.ts"
import { olderSplitter } from "./older-splitter.ts"
import { chain, room } from "./room.ts"

const wanted = splitText(sampleText)

/** A document whose first two units an older splitter had seen as one, and its third as a fragment. */
async function older() {
  const here = await room()
  await olderSplitter(here.documentId)
  const units = await here.live()
  const look = async () => value(await resplit(here.editor, here.documentId))
  const rows = () =>
    database().unit.findMany({
      where: { documentId: here.documentId, retired: false },
      orderBy: { start: "asc" },
      select: { id: true, start: true, end: true, kind: true, rules: true, cues: true },
    })
  const version = async () =>
    (await database().version.findFirstOrThrow({ where: { documentId: here.documentId } })).splitterVersion
  return { ...here, whole: units[0]!.id, third: units[1]!.id, look, rows, version }
}

test("a document that was just added is of today's splitter, and nothing would change in it", async () => {
  const { editor, documentId, resplit: take } = await room()
  const { splitter, ...found } = value(await resplit(editor, documentId))
  expect(splitter).toEqual({ from: splitterVersion, to: splitterVersion })
  expect(found).toMatchObject({ hunks: [], cues: 0, settled: 0 })
  expect(code(await take(editor))).toBe("nothing-to-resplit")
})

test("the difference says what stands, what is proposed and by which rules, and what people did to it", async () => {
  const { ann, ben, whole, third, label, cite, source, flag, kind, editor, look } = await older()
  value(await label(ann, whole, "disputed"))
  value(await label(ben, whole, "documented"))
  value(await cite(ann, whole, await source(ann)))
  value(await flag(ann, "raised"))
  value(await kind(editor, third, "meta"))
  const { splitter, hunks, rules } = await look()
  expect(splitter).toEqual({ from: 1, to: splitterVersion })
  const [first, second] = hunks
  expect(first).toMatchObject({
    kind: "boundaries",
    worked: true,
    text: "The ship sank in 1912. It was raised in 1920.",
  })
  expect(first!.now).toEqual([
    {
      start: 0,
      end: first!.text.length,
      kind: "claim",
      byHand: null,
      editor: null,
      labels: 2,
      citations: 1,
      decided: false,
      flags: 1,
      stays: false,
    },
  ])
  expect(first!.proposed.map(({ start, end }) => first!.text.slice(start, end))).toEqual([
    "The ship sank in 1912.",
    "It was raised in 1920.",
  ])
  expect(first!.proposed[0]!.rules.map(rule => rules[rule])).toEqual(["Assertion", "Full stop"])
  expect(second).toMatchObject({
    kind: "kind",
    worked: true,
    now: [{ byHand: "kind", editor: "Nora Beck", stays: true }],
  })
})

test("all taken, the document is as proposed; the label of the retired unit is shown on what it became", async () => {
  const { ann, editor, documentId, whole, third, label, resplit: take, rows, version, card, look } = await older()
  value(await label(ann, whole, "disputed"))
  const before = await database().annotation.count({ where: { documentId, current: true } })
  const done = value(await take(editor))
  expect(done).toMatchObject({ resplit: { from: 1, to: splitterVersion, retired: 1, made: 2, rekinded: 1 } })
  const now = await rows()
  expect(now.map(({ id: _id, ...unit }) => unit)).toEqual(wanted)
  expect(now[2]!.id).toBe(third)
  expect(await version()).toBe(splitterVersion)
  expect(await database().annotation.count({ where: { documentId, current: true } })).toBe(before)
  for (const { id } of now.slice(0, 2))
    expect((await card(ann, id)).earlier.map(({ reviewer, label: given }) => [reviewer, given])).toEqual([
      ["Ann Okafor", "disputed"],
    ])
  expect(await look()).toMatchObject({ hunks: [], cues: 0, splitter: { from: splitterVersion } })
  await chain(documentId)
})

test("what is not taken stays, and is offered again; hints are taken or left as one", async () => {
  const { editor, resplit: take, look, rows, version } = await older()
  const [first] = (await look()).hunks
  value(await take(editor, hunk => hunk === 0, false))
  expect((await look()).hunks.map(({ start }) => start)).not.toContain(first!.start)
  expect((await look()).hunks).toHaveLength(1)
  expect((await rows()).map(({ kind }) => kind)).toEqual([wanted[0]!.kind, wanted[1]!.kind, "fragment"])
  expect(await version()).toBe(splitterVersion)
})

test("restoring afterwards brings back what the newer splitter proposed", async () => {
  const { editor, resplit: take, merge, restore, rows, words } = await older()
  value(await take(editor))
  const taken = await rows()
  value(await merge(editor, taken[1]!.id))
  value(await restore(editor, (await rows())[1]!.id))
  expect(await rows()).toEqual(taken)
  expect((await words()).slice(0, 2)).toEqual(["The ship sank in 1912.", "It was raised in 1920."])
  expect(code(await restore(editor, taken[0]!.id))).toBe("nothing-to-restore")
})

test("one undo gives back the earlier state, with its version and what restoring brings back; redo takes it again", async () => {
  const { editor, documentId, whole, resplit: take, undo, redo, split, restore, rows, version, look } = await older()
  const [before, offered] = [await rows(), await look()]
  value(await take(editor))
  const after = await rows()
  value(await undo(editor))
  expect(await rows()).toEqual(before)
  expect(await version()).toBe(1)
  expect({ ...(await look()), revision: 0 }).toEqual({ ...offered, revision: 0 })
  value(await split(editor, whole, 8))
  value(await restore(editor, (await rows())[0]!.id))
  expect(await rows()).toEqual(before)
  value(await undo(editor))
  value(await undo(editor))
  value(await redo(editor))
  value(await redo(editor))
  value(await undo(editor))
  value(await undo(editor))
  expect(await rows()).toEqual(before)
  expect(after).not.toEqual(before)
  await chain(documentId)
})

test("an undo is told when somebody labelled what the re-splitting made, and loses nothing", async () => {
  const { ann, editor, resplit: take, label, undo, rows } = await older()
  value(await take(editor))
  const [made] = await rows()
  value(await label(ann, made!.id, "disputed"))
  expect(code(await undo(editor))).toBe("undo-blocked")
  expect((await rows())[0]).toEqual(made)
})

test("the same request twice is one change; another request for what is taken already changes nothing", async () => {
  const { editor, documentId, look, asked } = await older()
  const { revision, hunks } = await look()
  const spans = hunks.map(({ start, end }) => [start, end])
  const choice = { seen: revision, splitter: splitterVersion, hunks: spans, cues: true }
  const input = { ...asked(), ...choice }
  const first = value(await resplitDocument(editor, input))
  expect(value(await resplitDocument(editor, input))).toEqual({ revision: first.revision, repeated: true })
  expect(code(await resplitDocument(editor, { ...asked(), ...choice }))).toBe("resplit-overtaken")
  expect(await chain(documentId)).toBe(1)
})

test("a stretch on which somebody worked since it was seen is refused and named; the others can be taken", async () => {
  const { ann, editor, documentId, whole, label, look, asked, rows } = await older()
  const { revision, hunks } = await look()
  const spans = hunks.map(({ start, end }) => [start, end])
  const choice = { seen: revision, splitter: splitterVersion, cues: false }
  const before = await rows()
  value(await label(ann, whole, "disputed"))
  const refused = await resplitDocument(editor, { ...asked(), ...choice, hunks: spans })
  const [start, end] = spans[0]!
  expect(refused).toMatchObject({
    failure: { code: "resplit-overtaken", stretches: [{ start, end }], by: "Ann Okafor" },
  })
  expect(await rows()).toEqual(before)
  expect(code(await resplitDocument(editor, { ...asked(), ...choice, hunks: spans.slice(1) }))).toBe("ok")
  expect(await chain(documentId)).toBe(2)
})

test("a flag, a cut and a kind given meanwhile count as work; work elsewhere does not", async () => {
  const works: ((here: Awaited<ReturnType<typeof older>>) => Promise<Result<unknown>>)[] = [
    here => here.flag(here.ann, "sank"),
    here => here.split(here.owner, here.whole, 8),
    here => here.kind(here.owner, here.whole, "meta"),
    async here => here.cite(here.ann, here.whole, await here.source(here.ann)),
    here => here.decide(here.owner, here.whole, "speculative"),
  ]
  for (const work of works) {
    const here = await older()
    const { revision, hunks } = await here.look()
    value(await work(here))
    const input = (at: number) => {
      const { start, end } = hunks[at]!
      return { ...here.asked(), seen: revision, splitter: splitterVersion, hunks: [[start, end]], cues: false }
    }
    expect(code(await resplitDocument(here.editor, input(0)))).toBe("resplit-overtaken")
    expect(code(await resplitDocument(here.editor, input(1)))).toBe("ok")
  }
})

test("a difference that was shown of an older version of the text is refused, wherever it lies", async () => {
  const here = await older()
  const { revision, hunks } = await here.look()
  value(await here.renew(here.owner, `${sampleText} So it was told.`))
  const input = { ...here.asked(), seen: revision, splitter: splitterVersion, cues: false }
  for (const { start, end } of hunks)
    expect(code(await resplitDocument(here.editor, { ...input, ...here.asked(), hunks: [[start, end]] }))).toBe(
      "resplit-outdated",
    )
})

test("a difference that another splitter showed is refused", async () => {
  const { editor, look, asked } = await older()
  const { revision } = await look()
  const input = { ...asked(), seen: revision, splitter: splitterVersion + 1, hunks: [], cues: true }
  expect(code(await resplitDocument(editor, input))).toBe("resplit-outdated")
})

test("a label and a re-splitting of its claim at once: one of them wins, and the label is never lost", async () => {
  const hold = 'SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE'
  for (const order of [0, 1]) {
    const { ann, editor, documentId, whole, label, look, asked } = await older()
    const { revision, hunks } = await look()
    const spans = hunks.map(({ start, end }) => [start, end])
    const input = { ...asked(), seen: revision, splitter: splitterVersion, hunks: spans, cues: true }
    const calls: (() => Promise<Result<unknown>>)[] = [
      () => label(ann, whole, "disputed"),
      () => resplitDocument(editor, input),
    ]
    const codes = (await forced(hold, [documentId], order ? calls.reverse() : calls)).map(code)
    const [labelled, split] = order ? codes.reverse() : codes
    expect(["ok resplit-overtaken", "unit-retired ok"]).toContain(`${labelled} ${split}`)
    const kept = await database().annotation.count({ where: { documentId, current: true } })
    expect(kept).toBe(labelled === "ok" ? 1 : 0)
    await chain(documentId)
  }
})

test("two people who re-split at once: one does, the other is told", async () => {
  const hold = 'SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE'
  const { owner, editor, documentId, look, asked, rows } = await older()
  const { revision, hunks } = await look()
  const spans = hunks.map(({ start, end }) => [start, end])
  const call = (who: typeof owner) => () =>
    resplitDocument(who, { ...asked(), seen: revision, splitter: splitterVersion, hunks: spans, cues: true })
  const codes = (await forced(hold, [documentId], [call(owner), call(editor)])).map(code)
  expect(codes.sort()).toEqual(["ok", "resplit-overtaken"])
  expect((await rows()).map(({ id: _id, ...unit }) => unit)).toEqual(wanted)
  expect(await chain(documentId)).toBe(1)
})

test("a choice is of whole spans, and of so many that a request holds", async () => {
  const { editor, asked } = await older()
  const choice = { ...asked(), seen: 0, splitter: splitterVersion, cues: true }
  for (const hunks of [[[0]], [[-1, 4]], [[0, 1.5]], Array.from({ length: mostHunks + 1 }, () => [0, 1])])
    expect(code(await resplitDocument(editor, { ...choice, hunks }))).toBe("invalid")
})

test("a book of fifteen thousand units is split again as one change, told on the way, and taken back", async () => {
  const { owner, projectId } = await project()
  const documentId = uuidv7()
  const text = Array.from({ length: 15_000 }, (_, at) => `Commander ${at} was perhaps arrested in 1937.`).join(" ")
  const provenance = { title: "A book", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const input = { projectId, id: documentId, ...provenance, text, again: false, requestId: uuidv7() }
  value(await addDocument(() => 10_000_000)(owner, input))
  const order = { start: "asc" } as const
  const units = await database().unit.findMany({
    where: { documentId },
    orderBy: order,
    select: { id: true, end: true },
  })
  const [firsts, seconds] = [0, 1].map(odd => units.filter((_, at) => at % 2 === odd))
  // Not by the app's connections, whose statements have to be quick: Apparatus deletes no units.
  const admin = new pg.Client(process.env["ADMIN_URL"])
  await admin.connect()
  await admin.query("BEGIN")
  await admin.query('DELETE FROM "Unit" WHERE id = ANY($1::uuid[])', [seconds!.map(({ id }) => id)])
  await admin.query(
    'UPDATE "Unit" u SET "end" = m."end", "bornEnd" = m."end" FROM unnest($1::uuid[], $2::int[]) m(id, "end") WHERE u.id = m.id',
    [firsts!.map(({ id }) => id), seconds!.map(({ end }) => end)],
  )
  await admin.query("COMMIT")
  await admin.end()
  const { revision, hunks } = value(await resplit(owner, documentId))
  expect(hunks).toHaveLength(7_500)
  const spans = hunks.map(({ start, end }) => [start, end])
  const choice = {
    documentId,
    seen: revision,
    splitter: splitterVersion,
    hunks: spans,
    cues: true,
    requestId: uuidv7(),
  }
  expect(JSON.stringify(choice).length).toBeLessThan(1_048_576 / 4)
  const shares: number[] = []
  value(await resplitDocument(owner, choice, share => shares.push(share)))
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(value(await readingRoom(owner, documentId)).units).toHaveLength(15_000)
  const { body } = await database().change.findFirstOrThrow({ where: { streamId: documentId } })
  console.log(`its change: ${body.length} characters`)
  expect(body.length).toBeLessThan(3_000_000)
  const { changes } = value(await activity(owner, projectId, {}))
  expect(changes[0]).toMatchObject({
    sentence: `split the text again by version ${splitterVersion} of the splitter: 15000 passages instead of 7500.`,
  })
  value(await undoChange(owner, { documentId, told: [], requestId: uuidv7() }))
  expect(value(await readingRoom(owner, documentId)).units).toHaveLength(7_500)
  await chain(documentId)
}, 120_000)
