import { createHash } from "node:crypto"
import pg from "pg"
import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addSource } from "../../lib/commands/add-source.ts"
import { changeRole } from "../../lib/commands/change-role.ts"
import { describeDocument } from "../../lib/commands/describe-document.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { giveCitation } from "../../lib/commands/give-citation.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { saveName } from "../../lib/db/accounts.ts"
import { database } from "../../lib/db/client.ts"
import { ownAccount } from "../../lib/db/pass.ts"
import { fail } from "../../lib/domain/failure.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { claimCard } from "../../lib/queries/claim-card.ts"
import { source } from "../../lib/queries/source.ts"
import { code, document, project, value } from "../queries/project.ts"
import { exportText } from "../queries/whole-export.ts"
import { forced } from "./forced.ts"

async function place() {
  const { owner, projectId } = await project()
  const { id: documentId, units } = await document(owner, projectId)
  const unitId = units[0]!.id
  const words = { label: "speculative", confidence: "low", rationale: plainRationale("Nobody saw it."), seen: null }
  const label = () => ({ documentId, unitId, id: uuidv7(), requestId: uuidv7(), ...words })
  return { owner, projectId, documentId, unitId, label }
}

const held = `SELECT 1 FROM "Document" WHERE id = $1 FOR NO KEY UPDATE`

test("two labels of one person at the same moment stand in line: one is kept, the other sees it", async () => {
  const { owner, documentId, label } = await place()
  const both = [label(), label()]
  const answers = await forced(
    held,
    [documentId],
    both.map(said => () => giveAnnotation(owner, said)),
  )
  expect(answers.map(code).sort()).toEqual(["conflict", "ok"])
})

test("somebody who is not let in never waits for a row, and so can't hold one", async () => {
  const { owner, documentId, label } = await place()
  const stranger = (await project()).owner
  const holder = new pg.Client(process.env["DATABASE_URL"])
  await holder.connect()
  await holder.query("BEGIN")
  await holder.query(held, [documentId])
  expect(code(await giveAnnotation(stranger, label()))).toBe("not-found")
  await holder.query("COMMIT")
  await holder.end()
  expect(code(await giveAnnotation(owner, label()))).toBe("ok")
})

test("what is refused leaves nothing behind, whatever was written before", async () => {
  const { owner } = await place()
  const refused = await ownAccount(owner, async pass => {
    await saveName(pass, "Somebody else")
    return fail({ code: "last-owner" })
  })
  expect(code(refused)).toBe("last-owner")
  expect((await database().user.findUniqueOrThrow({ where: { id: owner.id } })).name).toBe(owner.name)
})

test("every change rings, with where and how far and nothing of what was said", async () => {
  const { owner, projectId, documentId, label } = await place()
  const listener = new pg.Client(process.env["DATABASE_URL"])
  await listener.connect()
  const rung: unknown[] = []
  listener.on("notification", ({ payload }) => rung.push(JSON.parse(payload!)))
  await listener.query("LISTEN apparatus")
  value(await giveAnnotation(owner, label()))
  value(await described(owner, projectId, documentId))
  // Notifications of what was committed before arrive with the answer to the next statement.
  await expect.poll(() => listener.query("SELECT 1").then(() => rung.length)).toBe(2)
  await listener.end()
  expect(rung).toEqual([
    { projectId, documentId, revision: 1 },
    { projectId, documentId: null, revision: 3 },
  ])
})

const provenance = { title: "Ship's log", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
const described = (by: { id: string }, projectId: string, documentId: string) =>
  describeDocument(by, { projectId, documentId, version: 1, ...provenance, requestId: uuidv7() })

test("each stream's hashes can be computed again from what is stored, by whoever has SHA-256", async () => {
  const { owner, projectId, documentId, label } = await place()
  value(await giveAnnotation(owner, label()))
  value(await described(owner, projectId, documentId))
  for (const [streamId, changes] of [
    [documentId, 1],
    [projectId, 3],
  ] as const) {
    const rows = await database().change.findMany({ where: { streamId }, orderBy: { revision: "asc" } })
    expect(rows.map(({ revision }) => revision)).toEqual(Array.from({ length: changes }, (_, at) => at + 1))
    let previous: Uint8Array = new Uint8Array(32)
    for (const { revision, actorId, at, kind, body, hash } of rows) {
      const fields = `${streamId}\n${revision}\n${actorId}\n${at.toISOString()}\n${kind}\n${body}`
      const expected = createHash("sha256")
        .update(Buffer.concat([previous, Buffer.from(fields)]))
        .digest()
      expect(Buffer.from(hash).equals(expected), `${kind} ${revision}`).toBe(true)
      previous = hash
    }
    const head =
      streamId === documentId
        ? await database().document.findUniqueOrThrow({ where: { id: documentId } })
        : await database().project.findUniqueOrThrow({ where: { id: projectId } })
    expect(Buffer.from(head.headHash).equals(previous)).toBe(true)
    expect(head.revision).toBe(changes)
  }
})

test("an id in capitals is the same row, under the same hash", async () => {
  const { owner, documentId, unitId, label } = await place()
  const said = { ...label(), documentId: documentId.toUpperCase(), unitId: unitId.toUpperCase() }
  value(await giveAnnotation(owner, said))
  const [change] = await database().change.findMany({ where: { streamId: documentId } })
  expect(change!.body).toContain(unitId)
  const fields = `${documentId}\n1\n${owner.id}\n${change!.at.toISOString()}\n${change!.kind}\n${change!.body}`
  const hash = createHash("sha256").update(new Uint8Array(32)).update(fields).digest()
  expect(Buffer.from(change!.hash).equals(hash)).toBe(true)
})

test("an id of another document or project finds nothing, though its owner is the same person", async () => {
  const { owner, projectId, documentId, unitId, label } = await place()
  const second = await document(owner, projectId, "Second")
  const [elsewhere] = second.units as [(typeof second.units)[number]]
  const other = await place()
  const cite = { stance: "supports", locatorLabel: "page", locator: "", quotation: "", note: "", rank: null }
  const citation = { documentId, unitId, id: uuidv7(), ...cite, directness: null, requestId: uuidv7() }
  const sourceIn = async (by: { id: string }, projectId: string) => {
    const id = uuidv7()
    const words = { kind: "memoir", csl: { type: "book", title: "Recollections" }, archive: null }
    value(await addSource(by, { projectId, id, ...words, requestId: uuidv7() }))
    return id
  }
  const [mine, theirs] = [await sourceIn(owner, projectId), await sourceIn(other.owner, other.projectId)]
  expect(code(await claimCard(owner, documentId, elsewhere.id))).toBe("not-found")
  expect(code(await claimCard(owner, documentId, unitId))).toBe("ok")
  expect(code(await giveAnnotation(owner, { ...label(), unitId: elsewhere.id }))).toBe("not-found")
  expect(code(await giveAnnotation(owner, { ...label(), unitId: other.unitId }))).toBe("not-found")
  expect(code(await giveAnnotation(owner, label()))).toBe("ok")
  expect(code(await giveCitation(owner, { ...citation, sourceId: theirs }))).toBe("not-found")
  expect(code(await giveCitation(owner, { ...citation, sourceId: mine }))).toBe("ok")
  expect(code(await source(owner, projectId, theirs))).toBe("not-found")
  expect(code(await source(owner, projectId, "no id at all"))).toBe("not-found")
  expect(code(await source(owner, projectId, mine))).toBe("ok")
  expect(code(await described(owner, projectId, other.documentId))).toBe("not-found")
  expect(code(await described(owner, projectId, documentId))).toBe("ok")
  const file = { projectId, format: "json" }
  expect(code(await exportText(owner, { ...file, documentId: other.documentId }))).toBe("not-found")
  expect(code(await exportText(owner, { ...file, documentId }))).toBe("ok")
})

test("a project keeps an owner", async () => {
  const { owner, projectId } = await place()
  const input = { projectId, userId: owner.id, version: 1 }
  expect(code(await changeRole(owner, { ...input, role: "editor", requestId: uuidv7() }))).toBe("last-owner")
  expect(code(await removeMember(owner, { ...input, requestId: uuidv7() }))).toBe("last-owner")
  const second = (await place()).owner
  await database().membership.create({ data: { projectId, userId: second.id, role: "owner" } })
  expect(code(await removeMember(owner, { ...input, requestId: uuidv7() }))).toBe("ok")
})
