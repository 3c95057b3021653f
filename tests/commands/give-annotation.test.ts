import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { mergeUnits } from "../../lib/commands/merge-units.ts"
import { splitUnit } from "../../lib/commands/split-unit.ts"
import { undoChange } from "../../lib/commands/undo-change.ts"
import { changeHash } from "../../lib/db/change-hash.ts"
import { database } from "../../lib/db/client.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { claimCard } from "../../lib/queries/claim-card.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { code, document, member, project, value } from "../queries/project.ts"

async function room() {
  const { owner, stranger, projectId } = await project()
  const reviewer = await member(owner, projectId, "reviewer", "Amara Okafor")
  const reader = await member(owner, projectId, "reader", "Paul Ferrand")
  const { id: documentId, units } = await document(owner, projectId)
  const unitId = units[0]!.id
  const label = (seen: string | null, requestId = uuidv7(), id = uuidv7()) => ({
    documentId,
    unitId,
    id,
    requestId,
    seen,
    label: "documented" as const,
    confidence: "high" as const,
    rationale: plainRationale("Lloyd's register says so."),
  })
  return { owner, stranger, reviewer, reader, projectId, documentId, units, unitId, label }
}

test("a label is kept, and a stale one is answered with what stands", async () => {
  const { reviewer, documentId, unitId, label } = await room()
  const first = label(null)
  expect(code(await giveAnnotation(reviewer, first))).toBe("ok")
  const stale = await giveAnnotation(reviewer, label(null))
  expect(stale).toMatchObject({ ok: false, failure: { code: "conflict", current: { id: first.id } } })
  expect(code(await giveAnnotation(reviewer, label(first.id)))).toBe("ok")
  const card = value(await claimCard(reviewer, documentId, unitId))
  expect(card.earlier.map(({ id }) => id)).toEqual([first.id])
})

test("the same request twice is one change, and its id can't stand for another", async () => {
  const { reviewer, documentId, label } = await room()
  const said = label(null)
  expect(value(await giveAnnotation(reviewer, said)).repeated).toBe(false)
  expect(value(await giveAnnotation(reviewer, said)).repeated).toBe(true)
  expect(code(await giveAnnotation(reviewer, { ...said, label: "disputed" }))).toBe("request-reused")
  expect(await database().annotation.count({ where: { documentId } })).toBe(1)
})

test("readers are refused and strangers find nothing", async () => {
  const { reader, stranger, reviewer, label, documentId } = await room()
  expect(code(await giveAnnotation(reader, label(null)))).toBe("forbidden")
  expect(code(await giveAnnotation(stranger, label(null)))).toBe("not-found")
  expect(code(await readingRoom(stranger, documentId))).toBe("not-found")
  expect(code(await readingRoom(stranger, "no id at all"))).toBe("not-found")
  expect(code(await giveAnnotation(reviewer, label(null)))).toBe("ok")
})

test("revisions have no holes and every change carries the hash of the one before", async () => {
  const { owner, reviewer, documentId, label } = await room()
  const said = [label(null)]
  value(await giveAnnotation(reviewer, said[0]!))
  await Promise.all([giveAnnotation(reviewer, label(said[0]!.id)), giveAnnotation(owner, label(null))]).then(all =>
    all.map(value),
  )
  const changes = await database().change.findMany({ where: { streamId: documentId }, orderBy: { revision: "asc" } })
  expect(changes.map(({ revision }) => revision)).toEqual([1, 2, 3])
  let previous: Uint8Array = new Uint8Array(32)
  for (const { streamId, revision, actorId, at, kind, body, hash } of changes) {
    expect(changeHash({ previous, streamId, revision, actorId, at, kind, body }).equals(hash)).toBe(true)
    previous = hash
  }
})

test("what was said of a claim is shown on what it became, and undo brings it back", async () => {
  const { owner, reviewer, documentId, unitId, units, label } = await room()
  const said = label(null)
  value(await giveAnnotation(reviewer, said))
  const ids = [uuidv7(), uuidv7()]
  const cut = { documentId, requestId: uuidv7(), unitId, version: units[0]!.version, at: units[0]!.start + 9, ids }
  value(await splitUnit(owner, cut))
  expect(value(await claimCard(owner, documentId, ids[0]!)).earlier.map(({ id }) => id)).toEqual([said.id])
  expect(code(await giveAnnotation(reviewer, label(said.id)))).toBe("unit-retired")
  const both = { unitId: ids[0], version: 1, nextId: ids[1], nextVersion: 1 }
  value(await mergeUnits(owner, { documentId, requestId: uuidv7(), ...both, id: uuidv7() }))
  value(await undoChange(owner, { documentId, requestId: uuidv7() }))
  value(await undoChange(owner, { documentId, requestId: uuidv7() }))
  expect(value(await claimCard(reviewer, documentId, unitId)).mine?.id).toBe(said.id)
  expect(code(await undoChange(owner, { documentId, requestId: uuidv7() }))).toBe("nothing-to-undo")
})
