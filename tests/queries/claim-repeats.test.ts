import pg from "pg"
import { uuidv7 } from "uuidv7"
import { afterAll, beforeAll, expect, test } from "vitest"
import { fillWordings } from "../../lib/boot/fill-wordings.js"
import { addDocument } from "../../lib/commands/add-document.ts"
import { changeKind } from "../../lib/commands/change-kind.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { mergeUnits } from "../../lib/commands/merge-units.ts"
import { splitUnit } from "../../lib/commands/split-unit.ts"
import { undoChange } from "../../lib/commands/undo-change.ts"
import { database } from "../../lib/db/client.ts"
import { emptyRationale } from "../../lib/domain/rationale.ts"
import { claimCard } from "../../lib/queries/claim-card.ts"
import { repeatKeys } from "../../lib/text/repeat-keys.ts"
import { type Person, project, value } from "./project.ts"

const admin = new pg.Client(process.env["ADMIN_URL"])
beforeAll(() => admin.connect())
afterAll(() => admin.end())

async function add(editor: Person, projectId: string, title: string, text: string): Promise<string> {
  const id = uuidv7()
  const words = { title, author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  value(await addDocument(() => 1_000_000)(editor, { projectId, id, ...words, text, again: true, requestId: uuidv7() }))
  return id
}

const live = (documentId: string) =>
  database().unit.findMany({ where: { documentId, retired: false }, orderBy: { start: "asc" } })

async function repeatsOf(who: Person, documentId: string, at = 0) {
  const units = await live(documentId)
  return value(await claimCard(who, documentId, units[at]!.id)).repeats.listed
}

const told = (listed: Awaited<ReturnType<typeof repeatsOf>>) => listed.map(({ title, rank }) => `${title}: ${rank}`)

const base = "Lerner was arrested on 4 March 1912 in the town of Narva by two constables."
const copy = "Lerner was arrested on 4 March 1912 in the town of Narva by 2 constables."
const variant = "Lerner was arrested on 9 March 1912 in the town of Narva by two constables."

test("a claim's card names where else in the project it is said, and said differently", async () => {
  const { owner, projectId } = await project()
  const first = await add(owner, projectId, "Memoir", `${base} The weather was bad in those days.`)
  await add(owner, projectId, "Newspaper", `Nobody came that night. ${copy}`)
  await add(owner, projectId, "Chronicle", variant)
  const listed = await repeatsOf(owner, first)
  expect(told(listed)).toEqual(["Chronicle: contradiction", "Newspaper: duplicate"])
  expect(listed[0]!.sentence).toBe(
    "Another date: “4 March 1912” here, “9 March 1912” there. It looks like one event, so at most one of the dates is right.",
  )
  expect(listed[0]!.differs.map(({ start, end }) => variant.slice(start, end))).toEqual(["9 March 1912"])
  expect(await repeatsOf(owner, first, 1)).toEqual([])
})

test("another project's claims are never among them", async () => {
  const [here, there] = [await project(), await project()]
  const first = await add(here.owner, here.projectId, "Memoir", base)
  const other = await add(there.owner, there.projectId, "Elsewhere", copy)
  expect(await repeatsOf(here.owner, first)).toEqual([])
  const [unit] = await live(first)
  // Even when two projects' keys are the same, as chance may have it.
  await admin.query(
    `UPDATE "Wording" SET keys = $1 WHERE "unitId" IN (SELECT id FROM "Unit" WHERE "documentId" = $2)`,
    [repeatKeys(here.projectId, base), other],
  )
  expect(value(await claimCard(here.owner, first, unit!.id)).repeats.listed).toEqual([])
})

test("what was split, merged, made boilerplate or taken back is as the units are", async () => {
  const { owner, projectId } = await project()
  const first = await add(owner, projectId, "Memoir", base)
  const second = await add(owner, projectId, "Newspaper", `${copy} Nobody came that night.`)
  const asked = () => ({ documentId: second, requestId: uuidv7() })
  const expectSaid = async (...expected: string[]) =>
    expect(told(await repeatsOf(owner, first))).toEqual(expected.map(rank => `Newspaper: ${rank}`))
  await expectSaid("duplicate")
  const [one, next] = await live(second)
  const id = uuidv7()
  const seen = { unitId: one!.id, version: one!.version, nextId: next!.id, nextVersion: next!.version }
  value(await mergeUnits(owner, { ...asked(), ...seen, id }))
  await expectSaid()
  value(await undoChange(owner, asked()))
  await expectSaid("duplicate")
  const [again] = await live(second)
  const at = copy.indexOf("by 2")
  value(
    await splitUnit(owner, { ...asked(), unitId: again!.id, version: again!.version, at, ids: [uuidv7(), uuidv7()] }),
  )
  await expectSaid()
  value(await undoChange(owner, asked()))
  const [back] = await live(second)
  value(await changeKind(owner, { ...asked(), unitId: back!.id, version: back!.version, kind: "boilerplate" }))
  await expectSaid()
  value(await undoChange(owner, asked()))
  await expectSaid("duplicate")
})

test("every live unit that may repeat has the wording of its span, and no other unit has one", async () => {
  const { rows } = await admin.query(`
    SELECT u.id FROM "Unit" u JOIN "Version" v ON v."documentId" = u."documentId" AND v.number = u.number
    FULL JOIN "Wording" w ON w."unitId" = u.id
    WHERE (NOT u.retired AND u.kind NOT IN ('boilerplate', 'fragment')) IS DISTINCT FROM (w."unitId" IS NOT NULL)
      OR (length(v.text) = v.length AND w.quote <> substring(v.text FROM u.start + 1 FOR u."end" - u.start))`)
  expect(rows).toEqual([])
})

test("a label says nothing to those who look at the other claim", async () => {
  const { owner, projectId } = await project()
  const first = await add(owner, projectId, "Memoir", base)
  const second = await add(owner, projectId, "Newspaper", copy)
  const [before] = await repeatsOf(owner, first)
  const [unit] = await live(second)
  const label = { label: "disputed", confidence: "high", rationale: emptyRationale, seen: null }
  value(
    await giveAnnotation(owner, {
      documentId: second,
      requestId: uuidv7(),
      unitId: unit!.id,
      id: uuidv7(),
      ...label,
    }),
  )
  expect(await repeatsOf(owner, first)).toEqual([before])
})

test("documents from before there were wordings get them at a start, once, and only for live units", async () => {
  const { owner, projectId } = await project()
  const first = await add(owner, projectId, "Memoir", `🚢 ${base}`)
  await add(owner, projectId, "Newspaper", copy)
  const at = (await live(first)).findIndex(({ kind }) => kind === "claim")
  const before = await repeatsOf(owner, first, at)
  expect(before).toHaveLength(1)
  const [unit] = (await live(first)).slice(at)
  const half = {
    unitId: unit!.id,
    version: unit!.version,
    at: unit!.start + base.indexOf("in the"),
    ids: [uuidv7(), uuidv7()],
  }
  value(await splitUnit(owner, { documentId: first, requestId: uuidv7(), ...half }))
  await admin.query(`DELETE FROM "Wording" WHERE "unitId" IN (SELECT id FROM "Unit" WHERE "projectId" = $1)`, [
    projectId,
  ])
  await admin.query(`UPDATE "Document" SET "wordedVersion" = 0 WHERE "projectId" = $1`, [projectId])
  expect(await repeatsOf(owner, first, at)).toEqual([])
  expect(await fillWordings(process.env["ADMIN_URL"]!)).toBe(2)
  const { rows } = await admin.query(
    `SELECT quote FROM "Wording" w JOIN "Unit" u ON u.id = w."unitId" WHERE u."projectId" = $1 ORDER BY quote`,
    [projectId],
  )
  const quotes = rows.map(({ quote }) => quote)
  expect(quotes.filter(quote => quote.endsWith(base))).toEqual([])
  expect(quotes).toContain(copy)
  value(await undoChange(owner, { documentId: first, requestId: uuidv7() }))
  expect(await repeatsOf(owner, first, at)).toEqual(before)
  expect(await fillWordings(process.env["ADMIN_URL"]!)).toBe(0)
})
