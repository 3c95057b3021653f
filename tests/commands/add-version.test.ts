import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addVersion } from "../../lib/commands/add-version.ts"
import { beginThread } from "../../lib/commands/begin-thread.ts"
import { giveUpUnit } from "../../lib/commands/give-up-unit.ts"
import { placeFlag } from "../../lib/commands/place-flag.ts"
import { placeUnit } from "../../lib/commands/place-unit.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { database } from "../../lib/db/client.ts"
import type { DocumentChange } from "../../lib/domain/change.ts"
import type { UnitState } from "../../lib/domain/effect.ts"
import { lostIn } from "../../lib/domain/new-version.ts"
import { changeOf } from "../../lib/domain/stored-change.ts"
import { flags } from "../../lib/queries/flags.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { resplit } from "../../lib/queries/resplit.ts"
import { versions } from "../../lib/queries/versions.ts"
import { splitterVersion } from "../../lib/text/splitter-version.ts"
import { code, document, type Person, sampleText, value } from "../queries/project.ts"
import { vettedClaims } from "../queries/whole-export.ts"
import { forced } from "./forced.ts"
import { checkLog, stored } from "./log-and-rows.ts"
import { room } from "./room.ts"

const corrected = "Foreword. The ship sank in 1912. It was raised in 1921, they say. 🚢 Nobody wrote down why."

/** A document with what a new version of its text is to bring along. */
async function begun() {
  const here = await room()
  const { documentId, owner } = here
  const proposed = [...(await stored(documentId)).units.values()] as UnitState[]
  const check = () => checkLog(here, { units: proposed, splitter: splitterVersion })
  const text = async () => value(await readingRoom(owner, documentId)).document.text
  /** The live passages as they read in the current text; they cover it but for white space. */
  const says = async () => {
    const { document: page, units } = value(await readingRoom(owner, documentId))
    const between = units.map(({ start }, at) => page.text.slice(units[at - 1]?.end ?? 0, start))
    expect([...between, page.text.slice(units.at(-1)?.end ?? 0)].join("").trim()).toBe("")
    return units.map(({ start, end }) => page.text.slice(start, end))
  }
  const at = async (words: string) => {
    const { document: page, units } = value(await readingRoom(owner, documentId))
    return units.find(({ start, end }) => page.text.slice(start, end) === words)!
  }
  const row = (id: string) => database().unit.findUniqueOrThrow({ where: { id } })
  const place = async (who: Person, unitId: string, ontoId: string) => {
    const [version, ontoVersion] = [(await row(unitId)).version, (await row(ontoId)).version]
    return placeUnit(who, { ...here.asked(), unitId, version, ontoId, ontoVersion })
  }
  const giveUp = async (who: Person, unitId: string, reason = "The author took it out.") =>
    giveUpUnit(who, { ...here.asked(), unitId, version: (await row(unitId)).version, reason })
  return { ...here, check, text, says, at, row, place, giveUp }
}

test("a new version takes along what is found, leaves behind what is lost, and covers the new text", async () => {
  const { editor, ann, ben, owner, first, second, units, projectId, documentId, ...here } = await begun()
  value(await here.policy({ annotations: 1 }))
  value(await here.cite(ann, first, await here.source(ann)))
  value(await here.label(ann, first, "documented"))
  value(await here.label(ben, second, "disputed"))
  const flagged = value(await here.flag(ann, "Nobody", false))
  const gone = value(await here.flag(ann, "1920", false))
  value(
    await beginThread(ann, {
      ...here.asked(),
      unitId: first,
      flagId: null,
      threadId: uuidv7(),
      id: uuidv7(),
      text: "Why?",
    }),
  )
  const { added, revision } = value(await here.renew(editor, corrected))
  expect(added).toMatchObject({ number: 2, kept: 2, moved: 0, lost: 1, gone: 0, made: 2, flagsKept: 1, flagsLost: 1 })
  expect(await here.says()).toEqual([
    "Foreword.",
    "The ship sank in 1912.",
    "It was raised in 1921, they say.",
    "🚢 Nobody wrote down why.",
  ])
  const { document: page, units: shown, flags: open } = value(await readingRoom(ann, documentId))
  expect(page.number).toBe(2)
  expect(shown[1]).toMatchObject({ id: first, start: 10, state: "vetted", verdict: "documented", mine: "documented" })
  expect(shown[3]!.id).toBe(units[2]!.id)
  expect(open).toEqual([expect.objectContaining({ start: corrected.indexOf("Nobody") })])
  expect(value(await flags(owner, projectId, { document: documentId, by: "people" })).total).toBe(2)
  const card = await here.card(ann, first)
  expect(card.mine).toMatchObject({ label: "documented" })
  expect(card.citations).toHaveLength(1)
  expect(await here.row(second)).toMatchObject({ number: 1, retired: false })
  expect(code(await here.label(ben, second, "speculative"))).toBe("passage-lost")
  const change = await database().change.findFirstOrThrow({ where: { streamId: documentId, revision: revision! } })
  const lost = lostIn((changeOf(change.kind, change.body) as DocumentChange).effect)
  expect(lost.units.map(({ id }) => id)).toEqual([second])
  expect(lost.flags.map(({ quote }) => quote)).toEqual(["1920"])
  expect([flagged.revision, gone.revision]).toEqual([4, 5])
  await here.check()
  const found = value(await versions(ann, documentId))
  expect(found.versions.map(({ number, state, by }) => [number, state, by])).toEqual([
    [2, "current", "Nora Beck"],
    [1, "earlier", "Vera Lindqvist"],
  ])
  expect(found.lost).toEqual({ units: 1, flags: 1 })
  const exported = value(await vettedClaims(owner, projectId, { documentId }))
  expect(exported.documents[0]).toMatchObject({ number: 2, claims: [{ start: 10, quote: "The ship sank in 1912." }] })
})

test("the same text is refused, and of two editors at once the second is told", async () => {
  const { editor, owner, documentId, renew, check } = await begun()
  expect(code(await renew(editor, sampleText))).toBe("version-same")
  const results = await forced(
    `SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE`,
    [documentId],
    [() => renew(editor, corrected, 1), () => renew(owner, `${corrected} And more.`, 1)],
  )
  expect(results.map(code).sort()).toEqual(["ok", "version-overtaken"])
  expect(await database().version.count({ where: { documentId } })).toBe(2)
  await check()
})

test("the same request twice is one version", async () => {
  const { editor, documentId, asked } = await begun()
  const input = { ...asked(), onto: 1, text: corrected }
  const add = addVersion(() => 1_000_000)
  const once = value(await add(editor, input))
  expect(value(await add(editor, input))).toMatchObject({ revision: once.revision, repeated: true })
  expect(await database().version.count({ where: { documentId } })).toBe(2)
})

test("a label given while the version is prepared comes along, or its claim is listed as lost", async () => {
  const { editor, ann, first, second, documentId, asked, label, row, check } = await begun()
  let said: Promise<unknown> = Promise.resolve()
  const input = { ...asked(), onto: 1, text: corrected }
  // Asked for the limit when the texts are about to be compared, and before the document is held.
  const slow = addVersion(() => {
    said = Promise.all([label(ann, first, "speculative"), label(ann, second, "speculative")])
    return 1_000_000
  })
  const { added } = value(await slow(editor, input))
  await said
  const kept = await row(first)
  expect(kept.number).toBe(2)
  const late = await row(second)
  const labels = await database().annotation.count({ where: { documentId, current: true } })
  expect([added?.lost, late.retired, labels]).toSatisfy(
    ([lost, retired, count]) => (lost === 1 && !retired && count === 2) || (lost === 0 && retired && count === 1),
  )
  await check()
})

test("a lost claim takes the place of a passage that nobody worked on; undo loses it again", async () => {
  const { editor, ann, second, place, at, label, renew, row, undo, redo, check, card, says } = await begun()
  value(await label(ann, second, "disputed"))
  value(await renew(editor, corrected))
  const onto = await at("It was raised in 1921, they say.")
  expect(code(await place(ann, second, onto.id))).toBe("forbidden")
  expect(value(await place(editor, second, onto.id))).toMatchObject({ unitId: second, joined: false })
  expect(await row(second)).toMatchObject({ number: 2, start: onto.start, end: onto.end, retired: false })
  expect((await row(onto.id)).retired).toBe(true)
  expect((await card(ann, second)).mine).toMatchObject({ label: "disputed" })
  expect(await says()).toHaveLength(4)
  expect(code(await place(editor, second, (await at("Foreword.")).id))).toBe("not-lost")
  await check()
  value(await undo(editor))
  expect(await row(second)).toMatchObject({ number: 1, retired: false })
  await check()
  value(await redo(editor))
  expect(await row(second)).toMatchObject({ number: 2, retired: false })
  await check()
})

test("what is lost is flagged until it is placed, and what rules found in it is found again there", async () => {
  const { editor, ann, first, second, place, at, label, renew, undo, check } = await begun()
  const found = async (unitId: string) =>
    (await database().flag.findMany({ where: { unitId }, orderBy: { reason: "asc" } })).map(
      ({ reason, status, number }) => `${reason} ${status} ${number}`,
    )
  value(await label(ann, first, "documented"))
  value(await label(ann, second, "documented"))
  value(await renew(editor, corrected))
  expect(await found(first)).toEqual(["documented-without-evidence open 2"])
  expect(await found(second)).toEqual(["anchor-lost open 1", "documented-without-evidence settled 1"])
  value(await place(editor, second, (await at("It was raised in 1921, they say.")).id))
  expect(await found(second)).toEqual(["anchor-lost settled 2", "documented-without-evidence open 2"])
  value(await undo(editor))
  expect(await found(second)).toEqual(["anchor-lost open 1", "documented-without-evidence settled 1"])
  await check()
  value(await undo(editor))
  expect(await found(second)).toEqual(["anchor-lost settled 1", "documented-without-evidence open 1"])
  await check()
})

test("placed on a passage with work on it, a lost claim lies under it and can be said again there", async () => {
  const { editor, ann, ben, second, place, at, label, renew, row, check, card } = await begun()
  value(await label(ann, second, "disputed"))
  value(await renew(editor, corrected))
  const onto = await at("It was raised in 1921, they say.")
  value(await label(ben, onto.id, "speculative"))
  expect(value(await place(editor, second, onto.id))).toMatchObject({ unitId: onto.id, joined: true })
  expect(await row(second)).toMatchObject({ number: 2, retired: true })
  const { mine, others, earlier } = await card(ann, onto.id)
  expect([mine, others.map(({ label: said }) => said)]).toEqual([null, ["speculative"]])
  expect(earlier).toEqual([expect.objectContaining({ unitId: second, label: "disputed" })])
  await check()
})

test("a lost claim is given up with a reason, and that is taken back", async () => {
  const { editor, ann, second, giveUp, label, renew, row, undo, check, documentId } = await begun()
  value(await label(ann, second, "disputed"))
  expect(code(await giveUp(editor, second))).toBe("not-lost")
  value(await renew(editor, corrected))
  expect(code(await giveUp(editor, second, " "))).toBe("invalid")
  value(await giveUp(editor, second))
  expect(await row(second)).toMatchObject({ number: 1, retired: true })
  expect(value(await versions(ann, documentId)).lost.units).toBe(0)
  await check()
  value(await undo(editor))
  expect(value(await versions(ann, documentId)).lost.units).toBe(1)
  await check()
})

test("a lost flag is placed on words of the current text, or withdrawn by who raised it", async () => {
  const { editor, ann, flag, renew, asked, documentId, check, undo } = await begun()
  const id = uuidv7()
  value(await flag(ann, "1920", true, id))
  value(await renew(editor, corrected))
  const start = corrected.indexOf("1921")
  const words = { ...asked(), flagId: id, version: 2, number: 2, start, end: start + 4 }
  expect(code(await placeFlag(editor, { ...words, quote: "1920" }))).toBe("quote-differs")
  expect(code(await placeFlag(editor, { ...words, requestId: uuidv7(), number: 1, quote: "1921" }))).toBe(
    "version-overtaken",
  )
  value(await placeFlag(editor, { ...words, requestId: uuidv7(), quote: "1921" }))
  expect(value(await readingRoom(ann, documentId)).flags).toEqual([expect.objectContaining({ id, start })])
  await check()
  value(await undo(editor))
  expect(value(await versions(ann, documentId)).lost.flags).toBe(1)
  value(await withdrawFlag(ann, { ...asked(), flagId: id, version: 4 }))
  expect(value(await versions(ann, documentId)).lost.flags).toBe(0)
  await check()
})

test("a new version is undone and redone with all that it moved, unless somebody worked on what it made", async () => {
  const { editor, ann, first, second, label, renew, undo, redo, check, text, documentId, at, cite, source } =
    await begun()
  value(await label(ann, first, "speculative"))
  value(await label(ann, second, "speculative"))
  const before = (await stored(documentId)).units
  value(await renew(editor, corrected))
  value(await cite(ann, first, await source(ann)))
  value(await undo(editor))
  expect(await text()).toBe(sampleText)
  const after = (await stored(documentId)).units
  for (const [id, state] of before) expect(after.get(id)).toEqual(state)
  expect(value(await versions(ann, documentId)).versions.map(({ state }) => state)).toEqual(["taken-back", "current"])
  await check()
  value(await redo(editor))
  expect(await text()).toBe(corrected)
  await check()
  value(await label(ann, (await at("It was raised in 1921, they say.")).id, "speculative"))
  const refused = await undo(editor)
  expect(refused).toMatchObject({ failure: { code: "undo-blocked", why: expect.stringContaining("Ann Okafor") } })
  await check()
})

test("steps from before a new version are undone where they can be, and told where they can't", async () => {
  const { editor, ann, first, second, split, label, renew, undo, check, flag, documentId } = await begun()
  value(await split(editor, second, sampleText.indexOf("in 1920")))
  value(await flag(ann, "Nobody"))
  value(await label(ann, first, "speculative"))
  value(await renew(editor, `Foreword. ${sampleText}`))
  value(await undo(ann))
  expect((await stored(documentId)).annotations.size).toBe(0)
  const flagged = await undo(ann)
  expect(flagged).toMatchObject({ failure: { code: "undo-blocked", why: expect.stringContaining("new version") } })
  value(await undo(editor))
  await check()
  value(await renew(editor, `Foreword. ${sampleText}`))
  value(await label(ann, (await stored(documentId)).units.get(first)!.id, "speculative"))
  await check()
})

test("what a person cut by hand stays cut, what was said before a split comes along, and re-splitting knows the new text", async () => {
  const { editor, ann, second, split, label, renew, says, at, card, check, restore, documentId } = await begun()
  value(await label(ann, second, "disputed"))
  value(await split(editor, second, sampleText.indexOf("in 1920")))
  value(await renew(editor, `Foreword. ${sampleText}`))
  expect(await says()).toContain("in 1920.")
  const part = await at("in 1920.")
  expect((await card(ann, part.id)).earlier).toEqual([expect.objectContaining({ unitId: second, label: "disputed" })])
  await check()
  const { hunks } = value(await resplit(editor, documentId))
  expect(hunks).toHaveLength(0)
  value(await restore(editor, part.id))
  expect(await says()).toContain("It was raised in 1920.")
  await check()
})

test("one's words in the new sentence of another keep their place and the rest is a passage of its own", async () => {
  const { editor, ann, label, renew, says, units, check, restore } = await begun()
  const [, , third] = units
  value(await label(ann, third!.id, "speculative"))
  value(await renew(editor, sampleText.replace("🚢 Nobody wrote down why.", "It seems that 🚢 Nobody wrote down why.")))
  expect(await says()).toEqual([
    "The ship sank in 1912.",
    "It was raised in 1920.",
    "It seems that",
    "🚢 Nobody wrote down why.",
  ])
  await check()
  value(await restore(editor, third!.id))
  expect(await says()).toContain("It seems that 🚢 Nobody wrote down why.")
  await check()
})

test("three versions in a row, also of a long text, leave log and rows the same", async () => {
  const { owner, projectId } = await room()
  const lines = Array.from({ length: 150 }, (_, at) => `Ship number ${at} sank in ${1800 + at}.`)
  const { id: documentId, units } = await document(owner, projectId, "Ships", lines.join(" "))
  const begin = [...(await stored(documentId)).units.values()] as UnitState[]
  const add = async (text: string, onto: number) =>
    value(await addVersion(() => 1_000_000)(owner, { documentId, requestId: uuidv7(), onto, text }))
  expect((await add(lines.toSpliced(70, 1).join(" "), 1)).added).toMatchObject({
    kept: units.length - 1,
    gone: 1,
    made: 0,
  })
  expect((await add(lines.toReversed().join(" "), 2)).added).toMatchObject({ number: 3, moved: expect.any(Number) })
  await add(lines.join("\n"), 3)
  const live = value(await readingRoom(owner, documentId)).units
  expect(live).toHaveLength(units.length)
  await checkLog({ owner, projectId, documentId }, { units: begin, splitter: splitterVersion })
})
