import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addSource } from "../../lib/commands/add-source.ts"
import { changeRole } from "../../lib/commands/change-role.ts"
import { describeDocument } from "../../lib/commands/describe-document.ts"
import { describeProject } from "../../lib/commands/describe-project.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { giveCitation } from "../../lib/commands/give-citation.ts"
import { splitUnit } from "../../lib/commands/split-unit.ts"
import { undoChange } from "../../lib/commands/undo-change.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { activity } from "../../lib/queries/activity.ts"
import { code, document, flag, member, type Person, project, value } from "./project.ts"

const told = async (who: Person, projectId: string, filter: object = {}) =>
  value(await activity(who, projectId, filter)).changes.map(({ actor, sentence }) => `${actor} ${sentence}`)

const label = (documentId: string, unitId: string) => ({
  documentId,
  unitId,
  id: uuidv7(),
  label: "speculative",
  confidence: "low",
  rationale: plainRationale("No log survives."),
  seen: null,
  requestId: uuidv7(),
})

/** A document that the owner added and on which the reviewer has labelled the first claim and cited a source. */
async function worked() {
  const { owner, stranger, projectId } = await project()
  const reviewer = await member(owner, projectId, "reviewer", "Nora Beck")
  const log = await document(owner, projectId, "Log book")
  const claim = log.units.find(unit => unit.kind === "claim")!
  value(await giveAnnotation(reviewer, label(log.id, claim.id)))
  const source = { id: uuidv7(), kind: "memoir", csl: { type: "book", title: "My Life" }, archive: null }
  value(await addSource(reviewer, { projectId, ...source, requestId: uuidv7() }))
  const citation = { sourceId: source.id, stance: "disputes", locatorLabel: "page", locator: "7" }
  const rest = { quotation: "", note: "", rank: null, directness: null, requestId: uuidv7() }
  value(await giveCitation(reviewer, { documentId: log.id, unitId: claim.id, id: uuidv7(), ...citation, ...rest }))
  return { owner, stranger, reviewer, projectId, log, claim }
}

test("what happened is told in sentences, the newest first", async () => {
  const { owner, projectId } = await worked()
  expect(await told(owner, projectId)).toEqual([
    "Nora Beck cited “My Life”, page 7, against a claim.",
    "Nora Beck added the source “My Life”.",
    "Nora Beck labelled a claim speculative, with low confidence.",
    "Vera Lindqvist added the document “Log book”, split into three passages.",
    "Nora Beck joined the project as a reviewer.",
    "Vera Lindqvist made an invitation for a reviewer.",
    "Vera Lindqvist created the project “Seminar”.",
  ])
})

test("a change of a claim leads to the claim, with its words; one of a split claim to its place", async () => {
  const { owner, projectId, log, claim } = await worked()
  const [newest] = value(await activity(owner, projectId, {})).changes
  const place = { documentId: log.id, document: "Log book", start: claim.start, quote: "The ship sank in 1912." }
  expect(newest).toMatchObject({ ...place, kind: "citation-given", unitId: claim.id })
  const cut = { documentId: log.id, unitId: claim.id, version: claim.version, at: 8, ids: [uuidv7(), uuidv7()] }
  value(await splitUnit(owner, { ...cut, requestId: uuidv7() }))
  const [split] = value(await activity(owner, projectId, {})).changes
  expect(split).toMatchObject({ ...place, kind: "unit-split", unitId: null })
})

test("a flag leads to its passage", async () => {
  const { owner, projectId, log } = await worked()
  await flag(owner, log.id, "raised in 1920")
  const [newest] = value(await activity(owner, projectId, {})).changes
  expect(newest).toMatchObject({ documentId: log.id, unitId: null, start: 30, quote: "raised in 1920" })
})

test("an undo says what was taken back", async () => {
  const { owner, projectId, log, claim } = await worked()
  value(await giveAnnotation(owner, label(log.id, claim.id)))
  value(await undoChange(owner, { documentId: log.id, requestId: uuidv7() }))
  expect((await told(owner, projectId))[0]).toBe(
    "Vera Lindqvist took back a step of their own: labelled a claim speculative, with low confidence.",
  )
})

test("people are named, and whoever changes their own role is not told as another", async () => {
  const { owner, reviewer, projectId } = await worked()
  const role = (userId: string, version: number, role: string) =>
    changeRole(owner, { projectId, userId, version, role, requestId: uuidv7() })
  value(await role(reviewer.id, 1, "owner"))
  value(await role(owner.id, 1, "editor"))
  expect((await told(reviewer, projectId)).slice(0, 2)).toEqual([
    "Vera Lindqvist made themselves an editor instead of an owner.",
    "Vera Lindqvist made Nora Beck an owner instead of a reviewer.",
  ])
})

test("filters by person, kind and document, where the document's own entry counts too", async () => {
  const { owner, reviewer, projectId, log } = await worked()
  await document(owner, projectId, "Diary")
  const words = { title: "Log", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const place = { projectId, documentId: log.id, version: 1, requestId: uuidv7() }
  value(await describeDocument(owner, { ...place, ...words }))
  expect(await told(owner, projectId, { person: reviewer.id })).toHaveLength(4)
  expect(await told(owner, projectId, { kind: "member-joined" })).toEqual([
    "Nora Beck joined the project as a reviewer.",
  ])
  expect(await told(owner, projectId, { document: log.id })).toEqual([
    "Vera Lindqvist changed the provenance of “Log book”: title “Log” instead of “Log book”.",
    "Nora Beck cited “My Life”, page 7, against a claim.",
    "Nora Beck labelled a claim speculative, with low confidence.",
    "Vera Lindqvist added the document “Log book”, split into three passages.",
  ])
  const both = { document: log.id, person: reviewer.id, kind: "citation-given" }
  expect(value(await activity(owner, projectId, both)).total).toBe(1)
  expect(code(await activity(owner, projectId, { kind: "party" }))).toBe("invalid")
})

test("pages hold 50, in one order, with the whole number, and lead on and back", async () => {
  const { owner, projectId } = await project()
  const rename = (n: number) => ({ projectId, version: n, name: `Name ${n}`, description: "", requestId: uuidv7() })
  for (let n = 1; n <= 52; n++) value(await describeProject(owner, rename(n)))
  const at = (key: { streamId: string; revision: number } | null) => `${key!.streamId}.${key!.revision}`
  const page = async (filter: object) => value(await activity(owner, projectId, filter))
  const first = await page({})
  expect(first).toMatchObject({ total: 53, uncounted: false, newer: null, older: { revision: 4 } })
  expect(first.changes).toHaveLength(50)
  const second = await page({ older: at(first.older) })
  expect(second).toMatchObject({ total: 53, newer: { revision: 3 }, older: null })
  const revisions = [...first.changes, ...second.changes].map(change => change.revision)
  expect(revisions).toEqual(Array.from({ length: 53 }, (_, n) => 53 - n))
  expect(await page({ newer: at(second.newer) })).toMatchObject({ changes: first.changes, newer: null })
})

test("an address names one change, at which the list begins; one that is not there is told", async () => {
  const { owner, stranger, projectId } = await worked()
  const { changes } = value(await activity(owner, projectId, {}))
  const { streamId, revision } = changes[2]!
  const from = value(await activity(owner, projectId, { at: `${streamId}.${revision}` }))
  expect(from).toMatchObject({ changes: changes.slice(2), missing: false, newer: { streamId, revision } })
  const gone = value(await activity(owner, projectId, { at: `${streamId}.99` }))
  expect(gone).toMatchObject({ changes, missing: true, newer: null })
  expect(value(await activity(owner, projectId, { at: `${stranger.id}.1` }))).toMatchObject({ missing: true })
  expect(code(await activity(owner, projectId, { at: "yesterday" }))).toBe("invalid")
})

test("filters by what it was about and by days", async () => {
  const { owner, projectId } = await worked()
  expect(await told(owner, projectId, { kind: "people" })).toHaveLength(2)
  expect(await told(owner, projectId, { kind: "labels" })).toEqual([
    "Nora Beck labelled a claim speculative, with low confidence.",
  ])
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  expect(await told(owner, projectId, { from: day(-1), to: day(1) })).toHaveLength(7)
  expect(await told(owner, projectId, { from: day(2) })).toEqual([])
  expect(await told(owner, projectId, { to: day(-2) })).toEqual([])
  expect(code(await activity(owner, projectId, { from: "2026-02-30" }))).toBe("invalid")
})

test("a stranger finds nothing, and another project's changes are never told", async () => {
  const { stranger, owner, projectId, log, reviewer } = await worked()
  expect(code(await activity(stranger, projectId, {}))).toBe("not-found")
  const other = await project()
  for (const filter of [{ document: log.id }, { person: reviewer.id }])
    expect(await told(other.owner, other.projectId, filter)).toEqual([])
  expect(await told(other.owner, other.projectId)).toHaveLength(1)
  expect(await told(owner, projectId)).toHaveLength(7)
})
