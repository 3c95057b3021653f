import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { changeKind } from "../../lib/commands/change-kind.ts"
import { mergeUnits } from "../../lib/commands/merge-units.ts"
import { moveBoundary } from "../../lib/commands/move-boundary.ts"
import { splitUnit } from "../../lib/commands/split-unit.ts"
import { database } from "../../lib/db/client.ts"
import { code, sampleText, value } from "../queries/project.ts"
import { chain, room } from "./room.ts"

const rowsOf = (documentId: string) =>
  database().unit.findMany({
    where: { documentId, retired: false },
    orderBy: { start: "asc" },
    select: { id: true, start: true, end: true, kind: true, rules: true, cues: true, origin: true },
  })

test("a passage is split at a point, merged with the next one and restored; the text stays covered", async () => {
  const { owner, editor, documentId, first, split, merge, restore, words } = await room()
  const before = await rowsOf(documentId)
  expect(code(await split(editor, first, sampleText.indexOf("in 1912")))).toBe("ok")
  expect((await words()).slice(0, 2)).toEqual(["The ship sank", "in 1912."])
  const whole = uuidv7()
  value(await merge(owner, (await rowsOf(documentId))[1]!.id, whole))
  expect((await words()).slice(0, 2)).toEqual(["The ship sank", "in 1912. It was raised in 1920."])
  expect(code(await restore(editor, whole))).toBe("ok")
  expect(await rowsOf(documentId)).toEqual(before)
  expect(code(await restore(editor, first))).toBe("nothing-to-restore")
  await chain(documentId)
})

test("what was cited and decided on a passage is shown on its parts and counts again once it is restored", async () => {
  const { ann, ben, editor, first, source, cite, label, split, restore, card } = await room()
  value(await cite(ann, first, await source(ann)))
  for (const who of [ann, ben]) value(await label(who, first, "documented"))
  expect(await card(ann, first)).toMatchObject({ state: "vetted", verdict: "documented" })
  const ids = [uuidv7(), uuidv7()] as const
  value(await split(editor, first, 8, [...ids]))
  for (const id of ids) {
    const part = await card(ann, id)
    expect(part).toMatchObject({ state: "open", verdict: null, mine: null, others: [] })
    expect(part.earlier.map(({ reviewer, label: given }) => [reviewer, given]).sort()).toEqual([
      ["Ann Okafor", "documented"],
      ["Ben Ferrand", "documented"],
    ])
    expect(part.citations).toHaveLength(1)
  }
  value(await restore(editor, ids[0]))
  expect(await card(ann, first)).toMatchObject({ state: "vetted", verdict: "documented" })
})

test("moving a boundary keeps the labels; they remember the span that they judged", async () => {
  const { ann, editor, first, second, label, move, restore, card, words } = await room()
  value(await label(ann, first, "disputed"))
  expect(code(await move(editor, first, sampleText.indexOf("was raised")))).toBe("ok")
  expect((await words()).slice(0, 2)).toEqual(["The ship sank in 1912. It", "was raised in 1920."])
  const { unit, mine } = await card(ann, first)
  expect(sampleText.slice(unit.start, unit.end)).toBe("The ship sank in 1912. It")
  expect(sampleText.slice(mine!.start, mine!.end)).toBe("The ship sank in 1912.")
  value(await restore(editor, second))
  expect((await words()).slice(0, 2)).toEqual(["The ship sank in 1912.", "It was raised in 1920."])
})

test("restoring brings the cues back that a moved boundary took along", async () => {
  const { editor, documentId, first, move, restore } = await room()
  const before = await rowsOf(documentId)
  expect(before[1]!.cues).not.toEqual([])
  value(await move(editor, first, sampleText.indexOf("920.")))
  expect(await rowsOf(documentId)).not.toEqual(before)
  value(await restore(editor, first))
  expect(await rowsOf(documentId)).toEqual(before)
})

test("a passage that is no claim keeps its labels and takes no new ones until it is one again", async () => {
  const { ann, ben, editor, first, source, label, cite, decide, kind, card } = await room()
  const sourceId = await source(ann)
  value(await label(ann, first, "speculative"))
  value(await kind(editor, first, "opinion"))
  expect(code(await label(ben, first, "speculative"))).toBe("not-a-claim")
  expect(code(await cite(ben, first, sourceId))).toBe("not-a-claim")
  expect(code(await decide(editor, first, "speculative"))).toBe("not-a-claim")
  value(await kind(editor, first, "claim"))
  expect(code(await label(ben, first, "speculative"))).toBe("ok")
  expect(await card(ann, first)).toMatchObject({ state: "vetted", verdict: "speculative" })
})

test("who edits a passage that was edited since gets what stands and who did it", async () => {
  const { owner, editor, first, asked, kind } = await room()
  value(await kind(editor, first, "opinion"))
  const stale = await changeKind(owner, { ...asked(), unitId: first, version: 1, kind: "meta" })
  expect(stale).toMatchObject({
    failure: { code: "conflict", by: "Nora Beck", current: { kind: "opinion", version: 2 } },
  })
})

test("a passage is merged, or moved against, only the neighbour that the person saw, as they saw it", async () => {
  const { owner, editor, documentId, first, second, units, asked, pair, kind, split, merge, words } = await room()
  const third = units[2]!.id
  const tried = async (saw: object) => {
    const before = await words()
    const merged = await mergeUnits(editor, { ...asked(), ...saw, id: uuidv7() })
    expect(await moveBoundary(editor, { ...asked(), ...saw, at: 9 })).toEqual(merged)
    expect(await words()).toEqual(before)
    return merged
  }
  const saw = await pair(first)
  value(await kind(owner, second, "opinion"))
  expect(await tried(saw)).toMatchObject({
    failure: { code: "conflict", by: "Vera Lindqvist", current: { id: second, kind: "opinion", version: 2 } },
  })
  const sawOpinion = await pair(first)
  const ids = [uuidv7(), uuidv7()]
  value(await split(owner, second, sampleText.indexOf("raised"), ids))
  expect(await tried(sawOpinion)).toMatchObject({
    failure: { code: "conflict", by: "Vera Lindqvist", current: { id: ids[0], version: 1 } },
  })
  const sawPart = await pair(first)
  const whole = uuidv7()
  value(await merge(owner, ids[0]!, whole))
  expect(await tried(sawPart)).toMatchObject({ failure: { code: "conflict", current: { id: whole, version: 1 } } })
  const unseen = { ...(await pair(first)), nextId: null, nextVersion: null }
  expect(await tried(unseen)).toMatchObject({ failure: { code: "conflict", current: { id: whole } } })
  expect(await tried({ ...(await pair(first)), nextId: third })).toMatchObject({ failure: { code: "conflict" } })
  value(await mergeUnits(editor, { ...asked(), ...(await pair(first)), id: uuidv7() }))
  await chain(documentId)
})

test("cuts outside a passage, within a character or beside nothing are refused and leave everything as it was", async () => {
  const { editor, documentId, units, words, split, move, merge } = await room()
  const before = await words()
  const [first, , third] = units.map(unit => unit.id)
  const ship = sampleText.indexOf("🚢")
  for (const at of [0, 22, 23, 10_000]) expect(code(await split(editor, first!, at))).toBe("split-outside")
  expect(code(await split(editor, third!, ship + 1))).toBe("split-outside")
  for (const at of [0, 10_000]) expect(code(await move(editor, first!, at))).toBe("boundary-outside")
  const last = (await rowsOf(documentId)).at(-1)!
  expect(code(await merge(editor, last.id))).toBe("merge-at-end")
  expect(code(await move(editor, last.id, last.start + 2))).toBe("boundary-outside")
  expect(await words()).toEqual(before)
  expect(await chain(documentId)).toBe(0)
})

test("ids that other rows have, or one id for both parts, are refused", async () => {
  const { editor, documentId, first, second, split, merge } = await room()
  expect(code(await split(editor, first, 8, [second, uuidv7()]))).toBe("request-reused")
  const one = uuidv7()
  expect(code(await split(editor, first, 8, [one, one]))).toBe("request-reused")
  expect(code(await merge(editor, first, first))).toBe("request-reused")
  expect(await chain(documentId)).toBe(0)
})

test("ids in capitals are the same ids", async () => {
  const { editor, first, asked, split, undo, words } = await room()
  const before = await words()
  const ids = [uuidv7().toUpperCase(), uuidv7().toUpperCase()]
  value(await split(editor, first, 8, ids))
  const both = { unitId: ids[0], version: 1, nextId: ids[1], nextVersion: 1 }
  value(await mergeUnits(editor, { ...asked(), ...both, id: uuidv7().toUpperCase() }))
  value(await undo(editor))
  value(await undo(editor))
  expect(await words()).toEqual(before)
})

test("a passage of another document is not found", async () => {
  const [here, there] = [await room(), await room()]
  const input = { ...here.asked(), unitId: there.first, version: 1, at: 8, ids: [uuidv7(), uuidv7()] }
  expect(code(await splitUnit(here.editor, input))).toBe("not-found")
  expect(code(await splitUnit(here.editor, { ...input, unitId: here.first }))).toBe("ok")
})

test("a passage is divided into the sub-claims of its card in one change, and one undo brings it back", async () => {
  const { editor, ann, documentId, first, second, merge, divide, undo, card, words, label } = await room()
  const whole = uuidv7()
  value(await merge(editor, first, whole))
  value(await label(ann, whole, "disputed"))
  const before = await rowsOf(documentId)
  const text = "The ship sank in 1912. It was raised in 1920."
  const at = text.indexOf("in 1912")
  const parts = [
    { id: uuidv7(), start: 0, subject: null },
    { id: uuidv7(), start: at, subject: { start: 0, end: 8 } },
    { id: uuidv7(), start: text.indexOf("It"), subject: null },
  ]
  const revision = (await card(editor, whole)).revision
  value(await divide(editor, whole, parts))
  expect((await words()).slice(0, 3)).toEqual(["The ship sank", "in 1912.", "It was raised in 1920."])
  const inherits = await card(ann, parts[1]!.id)
  expect(inherits.revision).toBe(revision + 1)
  expect(inherits.unit.cues.find(cue => cue.kind === "subject")).toMatchObject({ reading: "The ship", start: at })
  expect(inherits.earlier).toMatchObject([{ reviewer: "Ann Okafor", label: "disputed" }])
  value(await undo(editor))
  expect(await rowsOf(documentId)).toEqual(before)
  expect(code(await divide(editor, second, parts))).toBe("unit-retired")
  await chain(documentId)
})

test("parts that nobody could split by hand are refused, and so are subjects from elsewhere", async () => {
  const { editor, first, divide } = await room()
  const parts = (...starts: number[]) => starts.map(start => ({ id: uuidv7(), start, subject: null }))
  for (const starts of [
    [1, 4],
    [0, 0],
    [0, 9, 4],
    [0, 10_000],
    [0, 3],
  ])
    expect(code(await divide(editor, first, parts(...starts))), starts.join()).toBe(
      starts[1] === 3 ? "ok" : "split-outside",
    )
  const { editor: other, first: unit, divide: again } = await room()
  const [left, right] = parts(0, 9) as [ReturnType<typeof parts>[number], ReturnType<typeof parts>[number]]
  for (const subject of [
    { start: 4, end: 12 },
    { start: 3, end: 4 },
    { start: 5, end: 5 },
  ])
    expect(code(await again(other, unit, [left, { ...right, subject }]))).toBe("split-outside")
  expect(code(await again(other, unit, [left]))).toBe("invalid")
  expect(
    code(
      await again(
        other,
        unit,
        Array.from({ length: 61 }, (_, start) => ({ ...left, start })),
      ),
    ),
  ).toBe("invalid")
})

test("two parts merged again say nothing of a subject that was taken from the other", async () => {
  const { editor, first, divide, merge, card } = await room()
  const ids = [uuidv7(), uuidv7()] as const
  value(
    await divide(editor, first, [
      { id: ids[0], start: 0, subject: null },
      { id: ids[1], start: 9, subject: { start: 0, end: 8 } },
    ]),
  )
  const whole = uuidv7()
  value(await merge(editor, ids[0], whole))
  expect((await card(editor, whole)).unit.cues.filter(cue => cue.kind === "subject")).toEqual([])
})
