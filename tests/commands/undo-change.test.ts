import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { changeCitation } from "../../lib/commands/change-citation.ts"
import { changeRole } from "../../lib/commands/change-role.ts"
import { reopenAdjudication } from "../../lib/commands/reopen-adjudication.ts"
import { undoChange } from "../../lib/commands/undo-change.ts"
import { withdrawAnnotation } from "../../lib/commands/withdraw-annotation.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { database } from "../../lib/db/client.ts"
import { code, sampleText, value } from "../queries/project.ts"
import { chain, citationWords, room } from "./room.ts"

/** The rows of a document that say where it stands, without what only counts changes or remembers when. */
async function standing(documentId: string) {
  const where = { documentId }
  const units = await database().unit.findMany({ where: { ...where, retired: false }, orderBy: { start: "asc" } })
  const said = await database().annotation.findMany({ where: { ...where, current: true }, orderBy: { id: "asc" } })
  const cited = await database().citation.findMany({ where: { ...where, withdrawnAt: null }, orderBy: { id: "asc" } })
  const flags = await database().flag.findMany({
    where: { ...where, status: { not: "withdrawn" }, raisedBy: { not: null } },
    orderBy: { id: "asc" },
  })
  const decided = await database().adjudication.findMany({ where: { ...where, current: true }, orderBy: { id: "asc" } })
  return {
    units: units.map(({ version: _version, ...unit }) => unit),
    said: said.map(({ id, label }) => [id, label]),
    cited: cited.map(({ id, stance, locator, sourceId }) => [id, stance, locator, sourceId]),
    flags: flags.map(({ id, status, answer, answeredBy }) => [id, status, answer, answeredBy]),
    decided: decided.map(({ id, label, reason }) => [id, label, reason]),
  }
}

test("every kind of change is taken back step by step and brought forth again, verdicts and all", async () => {
  const here = await room()
  const { owner, documentId, first, asked } = here
  const third = here.units[2]!.id
  const [sourceId, citationId, flagId, other, decisionId] = [
    await here.source(owner),
    ...Array.from({ length: 4 }, uuidv7),
  ] as string[]
  const place = { citationId, flagId }
  const version = async (part: "citation" | "flag") =>
    part === "citation"
      ? (await database().citation.findUniqueOrThrow({ where: { id: citationId! } })).version
      : (await database().flag.findUniqueOrThrow({ where: { id: other! } })).version
  const mine = async () => (await here.card(owner, first)).mine?.id ?? null
  const steps = [
    () => here.policy({ annotations: 1 }),
    () => here.label(owner, first, "documented"),
    () => here.cite(owner, first, sourceId!, "supports", citationId),
    async () =>
      changeCitation(owner, { ...asked(), citationId, version: 1, ...citationWords(sourceId!), locator: "99" }),
    async () => here.label(owner, first, "disputed", await mine()),
    async () => withdrawAnnotation(owner, { ...asked(), unitId: first, seen: await mine() }),
    () => here.flag(owner, "sank", true, flagId),
    () => here.answer(owner, flagId!),
    () => here.flag(owner, "ship", false, other),
    async () => withdrawFlag(owner, { ...asked(), flagId: other, version: await version("flag") }),
    () => here.decide(owner, first, "speculative", null, decisionId),
    () => reopenAdjudication(owner, { ...asked(), unitId: first, seen: decisionId }),
    async () =>
      withdrawCitation(owner, { ...asked(), citationId: place.citationId, version: await version("citation") }),
    () => here.split(owner, first, 8),
    async () => here.merge(owner, (await here.live())[0]!.id),
    async () => here.move(owner, (await here.live())[0]!.id, sampleText.indexOf("was")),
    () => here.kind(owner, third, "opinion"),
    async () => here.restore(owner, (await here.live())[0]!.id),
  ]
  const states = []
  for (const step of steps) {
    value(await step())
    states.push(await standing(documentId))
  }
  const documentSteps = steps.length - 1
  for (let n = documentSteps; n > 0; n--) {
    expect(await standing(documentId)).toEqual(states[n])
    value(await here.undo(owner))
  }
  expect(await standing(documentId)).toEqual(states[0])
  expect(code(await here.undo(owner))).toBe("nothing-to-undo")
  for (let n = 1; n <= documentSteps; n++) {
    value(await here.redo(owner))
    expect(await standing(documentId)).toEqual(states[n])
  }
  expect(code(await here.redo(owner))).toBe("nothing-to-undo")
  expect(await chain(documentId)).toBe(documentSteps * 3)
})

test("everybody undoes their own changes only, in whatever order they were made", async () => {
  const { ann, ben, first, second, label, undo, card } = await room()
  value(await label(ann, first, "disputed"))
  value(await label(ben, first, "speculative"))
  value(await label(ann, second, "disputed"))
  expect(value(await undo(ann))).toMatchObject({ undone: "annotation-given", unitId: second })
  value(await undo(ann))
  expect(code(await undo(ann))).toBe("nothing-to-undo")
  expect(await card(ben, first)).toMatchObject({ mine: { label: "speculative" }, others: [] })
})

test("undo needs no memory of the page: it goes by what is stored", async () => {
  const { ann, documentId, first, label, card, redo } = await room()
  value(await label(ann, first, "disputed"))
  const before = await card(ann, first)
  value(await label(ann, first, "speculative", before.mine!.id))
  value(await undoChange(ann, { documentId, requestId: uuidv7() }))
  expect((await card(ann, first)).mine).toMatchObject({ id: before.mine!.id, label: "disputed" })
  value(await redo(ann))
  expect((await card(ann, first)).mine).toMatchObject({ label: "speculative" })
})

test("the same request to undo, sent twice, takes back one change", async () => {
  const { ann, documentId, first, second, label, card } = await room()
  for (const unitId of [first, second]) value(await label(ann, unitId, "disputed"))
  const request = { documentId, requestId: uuidv7() }
  expect(value(await undoChange(ann, request)).repeated).toBe(false)
  expect(value(await undoChange(ann, request)).repeated).toBe(true)
  expect([(await card(ann, first)).mine?.label, (await card(ann, second)).mine]).toEqual(["disputed", null])
})

test("a change that is named is taken back alone, and none in its place", async () => {
  const { ann, ben, documentId, first, second, label, undo, redo, card } = await room()
  const { revision } = value(await label(ann, first, "disputed"))
  const { mine } = await card(ann, first)
  value(await label(ann, second, "documented"))
  const named = (who = ann) => undoChange(who, { documentId, requestId: uuidv7(), revision })
  expect(code(await named(ben)), "which is somebody else's").toBe("nothing-to-undo")
  expect(value(await named())).toMatchObject({ undone: "annotation-given", unitId: first })
  expect([(await card(ann, first)).mine, (await card(ann, second)).mine?.label]).toEqual([null, "documented"])
  expect(code(await named()), "which is taken back already").toBe("nothing-to-undo")
  value(await redo(ann))
  expect((await card(ann, first)).mine?.label).toBe("disputed")
  value(await label(ann, first, "speculative", mine!.id))
  expect(code(await named()), "on which something stands").toBe("undo-blocked")
  expect(value(await undo(ann))).toMatchObject({ undone: "annotation-given", unitId: first })
  expect((await card(ann, first)).mine?.label).toBe("disputed")
})

test("a change that is named is not taken back from under one's own later work", async () => {
  const { owner, documentId, first, split, label, live } = await room()
  const { revision } = value(await split(owner, first, 8))
  const part = (await live())[0]!.id
  value(await label(owner, part, "disputed"))
  const named = await undoChange(owner, { documentId, requestId: uuidv7(), revision })
  expect(named).toMatchObject({ failure: { code: "undo-blocked", why: expect.stringContaining("worked on this") } })
  expect((await live())[0]!.id).toBe(part)
})

test("something new ends what could be brought back", async () => {
  const { ann, first, second, label, undo, redo } = await room()
  value(await label(ann, first, "disputed"))
  value(await undo(ann))
  value(await label(ann, second, "disputed"))
  expect(code(await redo(ann))).toBe("nothing-to-undo")
})

test("what was changed since can't be undone, and the sentence says what to do instead", async () => {
  const { ann, editor, owner, first, asked, split, undo, move, kind, flag, answer, decide, source, cite, live } =
    await room()
  const why = async (who: typeof ann) => {
    const result = await undo(who)
    if (result.ok || result.failure.code !== "undo-blocked") throw new Error(`not blocked: ${code(result)}`)
    return result.failure.why
  }
  const flagId = uuidv7()
  value(await flag(ann, "sank", true, flagId))
  value(await answer(editor, flagId))
  expect(await why(ann)).toMatch(/^This flag was answered or changed.*Raise a new flag/)
  const citationId = uuidv7()
  value(await cite(ann, first, await source(ann), "supports", citationId))
  value(await withdrawCitation(editor, { ...asked(), citationId, version: 1 }))
  expect(await why(ann)).toMatch(/^This citation was changed again.*Edit or withdraw it/)
  const decision = uuidv7()
  value(await decide(editor, first, "disputed", null, decision))
  value(await decide(owner, first, "speculative", decision))
  expect(await why(editor)).toMatch(/^This decision was changed again.*Decide again/)
  value(await split(editor, first, 8))
  value(await kind(owner, (await live())[0]!.id, "meta"))
  expect(await why(editor)).toMatch(/^The passage was changed again.*Restore the passage/)
  value(await move(owner, (await live())[0]!.id, 14))
  expect(await why(editor)).toMatch(/^The passage was changed again/)
})

test("a step that can't be taken back is told once and then passed over, and nothing older is out of reach", async () => {
  const { ann, editor, documentId, first, second, label, flag, answer, undo, redo, card } = await room()
  const flagId = uuidv7()
  value(await label(ann, first, "disputed"))
  value(await flag(ann, "sank", true, flagId))
  value(await label(ann, second, "speculative"))
  value(await answer(editor, flagId))
  value(await undo(ann))
  const blocked = { failure: { code: "undo-blocked", revision: 2, why: expect.stringContaining("flag was answered") } }
  expect(await undo(ann)).toMatchObject(blocked)
  expect(await undo(ann), "it is told again to whoever was not told").toMatchObject(blocked)
  expect(value(await undo(ann, [2]))).toMatchObject({ undone: "annotation-given", unitId: first })
  expect(code(await undo(ann, [2]))).toBe("nothing-to-undo")
  value(await redo(ann))
  value(await redo(ann))
  expect([(await card(ann, first)).mine?.label, (await card(ann, second)).mine?.label]).toEqual([
    "disputed",
    "speculative",
  ])
  expect(code(await redo(ann))).toBe("nothing-to-undo")
  value(await undo(editor))
  value(await undo(ann, [2]))
  expect(value(await undo(ann, [2])), "a step that can be taken back again is not passed over").toMatchObject({
    undone: "flag-raised",
  })
  await chain(documentId)
})

test("a step that can't be done again is told once and then passed over", async () => {
  const { owner, editor, first, second, kind, undo, redo, live } = await room()
  value(await kind(editor, second, "meta"))
  value(await kind(editor, first, "opinion"))
  value(await undo(editor))
  value(await undo(editor))
  value(await kind(owner, second, "question"))
  expect(await redo(editor)).toMatchObject({ failure: { code: "undo-blocked", revision: 4 } })
  value(await redo(editor, [4]))
  expect((await live()).slice(0, 2).map(unit => unit.kind)).toEqual(["opinion", "question"])
  expect(code(await redo(editor, [4]))).toBe("nothing-to-undo")
})

test("what nobody but a role forbids is passed over too", async () => {
  const { owner, editor, projectId, first, second, label, kind, undo, card } = await room()
  value(await label(editor, first, "disputed"))
  value(await kind(editor, second, "meta"))
  const role = { projectId, userId: editor.id, version: 1, role: "reviewer", requestId: uuidv7() }
  value(await changeRole(owner, role))
  expect(await undo(editor)).toMatchObject({ failure: { code: "undo-blocked", revision: 2 } })
  value(await undo(editor, [2]))
  expect((await card(editor, first)).mine).toBeNull()
})

test("undo reaches a person's first step, however many came after", async () => {
  const { ann, documentId, projectId, first, label, undo, card } = await room()
  value(await label(ann, first, "disputed"))
  const { headHash } = await database().document.findUniqueOrThrow({ where: { id: documentId } })
  const body = JSON.stringify({ effect: {} })
  const tail = { projectId, documentId, body, inputHash: headHash, hash: headHash, at: new Date() }
  const rows = Array.from({ length: 1_200 }, (_, n) => ({ ...tail, streamId: documentId, revision: n + 2 }))
  await database().change.createMany({
    data: rows.map((row, n) => ({
      ...row,
      actorId: ann.id,
      requestId: uuidv7(),
      // Steps and, each right after its step, what took it back.
      ...(n % 2 === 0 ? { kind: "kind-changed" } : { kind: "change-undone", undoes: row.revision - 1 }),
    })),
  })
  await database().document.update({ where: { id: documentId }, data: { revision: 1_201 } })
  expect(value(await undo(ann))).toMatchObject({ undone: "annotation-given", unitId: first })
  expect((await card(ann, first)).mine).toBeNull()
  expect(code(await undo(ann))).toBe("nothing-to-undo")
})

test("a split whose parts somebody else works on stays, and the sentence names them", async () => {
  const { ann, ben, editor, first, split, label, source, cite, undo } = await room()
  const ids = [uuidv7(), uuidv7()]
  value(await split(editor, first, 8, ids))
  value(await label(ann, ids[0]!, "disputed"))
  value(await cite(ben, ids[1]!, await source(ben)))
  expect(await undo(editor)).toMatchObject({
    failure: {
      code: "undo-blocked",
      why: expect.stringMatching(/^Ann Okafor and Ben Ferrand have worked on this passage/),
    },
  })
})

test("a split is undone when the others' work on its parts is gone", async () => {
  const { ann, editor, first, split, label, undo, words } = await room()
  const ids = [uuidv7(), uuidv7()]
  const before = await words()
  value(await split(editor, first, 8, ids))
  value(await label(ann, ids[0]!, "disputed"))
  expect(await undo(editor)).toMatchObject({ failure: { why: expect.stringMatching(/^Ann Okafor has worked/) } })
  value(await undo(ann))
  value(await undo(editor))
  expect(await words()).toEqual(before)
})

test("undo needs what the change itself needed", async () => {
  const { owner, editor, projectId, first, split, undo, documentId } = await room()
  value(await split(editor, first, 8))
  const role = (to: string, version: number) =>
    changeRole(owner, { projectId, userId: editor.id, version, role: to, requestId: uuidv7() })
  value(await role("reviewer", 1))
  expect(await undo(editor)).toMatchObject({
    failure: { code: "undo-blocked", why: expect.stringMatching(/^Your role .*Ask an owner/) },
  })
  value(await role("reader", 2))
  expect(code(await undo(editor))).toBe("forbidden")
  value(await role("editor", 3))
  expect(code(await undo(editor))).toBe("ok")
  expect(await chain(documentId)).toBe(2)
})
