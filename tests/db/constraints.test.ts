import pg from "pg"
import { uuidv7 } from "uuidv7"
import { afterAll, beforeAll, expect, test } from "vitest"
import { grantApp } from "../../lib/boot/postgres.js"
import { locatorLabels } from "../../lib/domain/citation.ts"
import { document, project, sampleText } from "../queries/project.ts"

const app = new pg.Client(process.env["DATABASE_URL"])
const owner = new pg.Client(process.env["ADMIN_URL"])
beforeAll(() => Promise.all([app.connect(), owner.connect()]))
afterAll(() => Promise.all([app.end(), owner.end()]))

type Fields = Readonly<Record<string, unknown>>

/** The constraint that refused a statement, or the server's code for the refusal, or "done"; in a transaction of its own. */
async function tried(client: pg.Client, sql: string, values: readonly unknown[] = []): Promise<string> {
  await client.query("BEGIN")
  try {
    await client.query(sql, [...values])
    await client.query("COMMIT")
    return "done"
  } catch (error) {
    await client.query("ROLLBACK")
    const { constraint, code } = error as pg.DatabaseError
    return constraint ?? code ?? String(error)
  }
}

function insert(table: string, fields: Fields): Promise<string> {
  const names = Object.keys(fields).map(name => `"${name}"`)
  const places = names.map((_, at) => `$${at + 1}`)
  return tried(app, `INSERT INTO "${table}" (${names}) VALUES (${places})`, Object.values(fields))
}

async function place() {
  const { owner, projectId } = await project()
  const { id: documentId, units } = await document(owner, projectId)
  const inside = { projectId, documentId }
  const [unit] = units as [(typeof units)[number]]
  const ofText = { ...inside, number: 1, length: sampleText.length }
  const annotation = () => ({
    id: uuidv7(),
    ...inside,
    unitId: unit.id,
    reviewerId: owner.id,
    label: "documented",
    confidence: "high",
    rationale: "{}",
    start: 0,
    end: 4,
    revision: 1,
  })
  const flag = () => ({
    id: uuidv7(),
    ...ofText,
    start: 0,
    end: 4,
    quote: "The ",
    reason: "other",
    blocking: true,
    raisedBy: owner.id,
  })
  const adjudication = () => ({
    id: uuidv7(),
    ...inside,
    unitId: unit.id,
    editorId: owner.id,
    label: "disputed",
    reason: "So it is.",
    revision: 1,
  })
  const source = { id: uuidv7(), projectId, kind: "memoir", csl: "{}", line: "A line", createdBy: owner.id }
  expect(await insert("Source", source)).toBe("done")
  const citation = () => ({
    id: uuidv7(),
    ...inside,
    unitId: unit.id,
    sourceId: source.id,
    authorId: owner.id,
    stance: "supports",
  })
  const bornAt = (start: number, end: number) => ({
    start,
    end,
    bornStart: start,
    bornEnd: end,
    bornKind: "claim",
    bornCues: "[]",
  })
  const unitAt = (start: number, end: number) => ({
    id: uuidv7(),
    ...ofText,
    ...bornAt(start, end),
    kind: "claim",
    cues: "[]",
    origin: "person",
  })
  const change = (revision: number) => ({
    streamId: documentId,
    revision,
    ...inside,
    actorId: owner.id,
    at: new Date(),
    kind: "unit-split",
    body: "{}",
    requestId: uuidv7(),
    inputHash: Buffer.alloc(32),
    hash: Buffer.alloc(32),
  })
  return { owner, projectId, documentId, unit, source, annotation, flag, adjudication, citation, unitAt, change }
}

test("a span lies in its text and is not empty", async () => {
  const { annotation, flag, unit, unitAt } = await place()
  const retired = { retired: true }
  const past = sampleText.length + 1
  for (const [start, end] of [
    [4, 4],
    [-1, 4],
    [4, past],
  ] as const) {
    expect(await insert("Flag", { ...flag(), start, end }), `${start} ${end}`).toBe("Flag_span")
    const unit = { ...unitAt(0, 4), ...retired }
    expect(await insert("Unit", { ...unit, start, end }), `${start} ${end}`).toBe("Unit_span")
    expect(await insert("Unit", { ...unit, bornStart: start, bornEnd: end }), `${start} ${end}`).toBe("Unit_born")
    expect(await insert("Annotation", { ...annotation(), start, end }), `${start} ${end}`).toMatch(/^Annotation_span/)
  }
  expect(await insert("Flag", { ...flag(), end: past, length: past })).toBe("Flag_documentId_number_length_fkey")
  expect(await insert("Flag", { ...flag(), end: sampleText.length })).toBe("done")
  expect(await insert("Unit", { ...unitAt(4, sampleText.length), ...retired })).toBe("done")
  const whole = { ...annotation(), end: sampleText.length }
  expect(await insert("Annotation", whole)).toBe("done")
  const longer = `UPDATE "Annotation" SET "end" = $2 WHERE id = $1`
  expect(await tried(app, longer, [whole.id, past])).toBe("Annotation_span_inside")
  expect(await tried(app, `UPDATE "Unit" SET "end" = $2 WHERE id = $1`, [unit.id, past])).toBe("Unit_span")
})

test("a flag quotes something, and says how it was answered", async () => {
  const { flag, owner } = await place()
  expect(await insert("Flag", { ...flag(), quote: "" })).toBe("Flag_quote")
  const answered = { ...flag(), status: "answered", answer: "Looked up.", answeredBy: owner.id }
  expect(await insert("Flag", { ...answered, answer: "" })).toBe("Flag_answer")
  expect(await insert("Flag", { ...answered, answeredBy: null })).toBe("Flag_answer")
  expect(await insert("Flag", answered)).toBe("done")
})

test("one person has one current annotation of a claim, and a claim one current decision", async () => {
  const { annotation, adjudication } = await place()
  expect(await insert("Annotation", annotation())).toBe("done")
  expect(await insert("Annotation", annotation())).toBe("Annotation_current")
  expect(await insert("Annotation", { ...annotation(), current: false })).toBe("done")
  expect(await insert("Adjudication", adjudication())).toBe("done")
  expect(await insert("Adjudication", adjudication())).toBe("Adjudication_current")
  expect(await insert("Adjudication", { ...adjudication(), current: false })).toBe("done")
  expect(await insert("Adjudication", { ...adjudication(), current: false, reason: "" })).toBe("Adjudication_reason")
})

test("live units never overlap, at the end of a transaction", async () => {
  const { unit, unitAt } = await place()
  expect(await insert("Unit", unitAt(unit.start, unit.end))).toBe("Unit_apart")
  expect(await insert("Unit", unitAt(unit.start + 1, unit.start + 2))).toBe("Unit_apart")
  expect(await insert("Unit", { ...unitAt(unit.start, unit.end), retired: true })).toBe("done")
})

test("no row points across projects", async () => {
  const [mine, theirs] = [await place(), await place()]
  const astray = { projectId: theirs.projectId }
  expect(await insert("Annotation", { ...mine.annotation(), ...astray })).toBe(
    "Annotation_projectId_documentId_unitId_fkey",
  )
  expect(await insert("Annotation", { ...mine.annotation(), documentId: theirs.documentId })).toBe(
    "Annotation_projectId_documentId_unitId_fkey",
  )
  expect(await insert("Citation", { ...mine.citation(), unitId: theirs.unit.id })).toBe(
    "Citation_projectId_documentId_unitId_fkey",
  )
  expect(await insert("Citation", { ...mine.citation(), sourceId: theirs.source.id })).toBe(
    "Citation_projectId_sourceId_fkey",
  )
  expect(await insert("Citation", mine.citation())).toBe("done")
  expect(await insert("Adjudication", { ...mine.adjudication(), ...astray })).toBe(
    "Adjudication_projectId_documentId_unitId_fkey",
  )
  expect(await insert("Flag", { ...mine.flag(), ...astray })).toBe("Flag_projectId_documentId_fkey")
  expect(await insert("Unit", { ...mine.unitAt(0, 4), retired: true, ...astray })).toBe(
    "Unit_projectId_documentId_fkey",
  )
  expect(await insert("Change", { ...mine.change(1), ...astray })).toBe("Change_projectId_documentId_fkey")
  expect(await insert("Change", mine.change(1))).toBe("done")
  const policy = `UPDATE "Project" SET "policyVersion" = 2 WHERE id = $1`
  expect(await tried(app, policy, [mine.projectId])).toBe("Project_policy")
  const version = `UPDATE "Document" SET "currentVersion" = 2 WHERE id = $1`
  expect(await tried(app, version, [mine.documentId])).toBe("Document_currentVersion")
})

test("words that the glossary doesn't know are refused", async () => {
  const { annotation, adjudication, citation, flag, unitAt, source, owner, projectId } = await place()
  const unit = { ...unitAt(0, 4), retired: true }
  const word = "nonsense"
  const refused: readonly (readonly [string, Fields, string, string])[] = [
    ["Annotation", annotation(), "label", "Annotation_label"],
    ["Annotation", annotation(), "confidence", "Annotation_confidence"],
    ["Adjudication", adjudication(), "label", "Adjudication_label"],
    ["Citation", citation(), "stance", "Citation_stance"],
    ["Citation", citation(), "rank", "Citation_rank"],
    ["Citation", citation(), "directness", "Citation_directness"],
    ["Citation", citation(), "locatorLabel", "Citation_locatorLabel"],
    ["Flag", flag(), "reason", "Flag_reason"],
    ["Flag", flag(), "status", "Flag_status"],
    ["Unit", unit, "kind", "Unit_kind"],
    ["Unit", unit, "origin", "Unit_origin"],
    ["Source", { ...source, id: uuidv7() }, "kind", "Source_kind"],
  ]
  for (const [table, fields, field, constraint] of refused)
    expect(await insert(table, { ...fields, [field]: word }), constraint).toBe(constraint)
  for (const [table, fields] of refused)
    expect(await insert(table, { ...fields, ...(table === "Annotation" && { current: false }) }), table).toMatch(
      /^(done|\w+_pkey|Adjudication_current)$/,
    )
  for (const locatorLabel of locatorLabels)
    expect(await insert("Citation", { ...citation(), locatorLabel })).toBe("done")
  const role = `UPDATE "Membership" SET role = $3 WHERE "projectId" = $1 AND "userId" = $2`
  expect(await tried(app, role, [projectId, owner.id, "king"])).toBe("Membership_role")
  const vetted = `UPDATE "Unit" SET state = 'vetted' WHERE "projectId" = $1`
  expect(await tried(app, vetted, [projectId])).toBe("Unit_verdict")
})

test("a raw text is what its hash and its length say, and never changes", async () => {
  const { documentId, projectId } = await place()
  const text = "A ship 🚢 sank."
  const version = (words: Fields) => {
    const row = { documentId, projectId, number: 2, text, length: text.length, words: 4, ...words }
    const names = Object.keys(row).map(name => `"${name}"`)
    return tried(
      app,
      `INSERT INTO "Version" (${names}, sha256) VALUES (${names.map((_, at) => `$${at + 1}`)}, sha256(convert_to($4, 'UTF8')))`,
      Object.values(row),
    )
  }
  for (const length of [text.length - 1, text.length + 1]) expect(await version({ length })).toBe("Version_text")
  expect(await version({ text: "", length: 0 })).toBe("Version_text")
  expect(await version({})).toBe("done")
  const hash = `INSERT INTO "Version" ("documentId", "projectId", number, text, length, words, sha256) VALUES ($1, $2, 3, 'a', 1, 1, $3)`
  expect(await tried(app, hash, [documentId, projectId, Buffer.alloc(32)])).toBe("Version_sha256")
  const other = `UPDATE "Version" SET text = 'Another', length = 7, sha256 = sha256('Another') WHERE "documentId" = $1`
  for (const client of [app, owner]) expect(await tried(client, other, [documentId])).toBe("42501")
})

test("the log only grows, whoever is connected", async () => {
  const { change, projectId } = await place()
  expect(await insert("Change", change(1))).toBe("done")
  expect(await insert("Change", change(1))).toBe("Change_pkey")
  expect(await insert("Change", { ...change(2), streamId: projectId })).toBe("Change_stream")
  const count = async () => (await owner.query(`SELECT count(*)::int AS n FROM "Change"`)).rows[0].n as number
  const before = await count()
  expect(before).toBeGreaterThan(1)
  const rewriting = [
    `UPDATE "Change" SET body = '{}' WHERE "projectId" = '${projectId}'`,
    `DELETE FROM "Change" WHERE "projectId" = '${projectId}'`,
    `TRUNCATE "Change" CASCADE`,
  ]
  // The application's role has no right to it, and on a server of somebody's own a trigger refuses its owner too.
  for (const sql of rewriting) for (const client of [app, owner]) expect(await tried(client, sql), sql).toBe("42501")
  expect(await count()).toBe(before)
})

test("the application's role makes and changes no tables, and reads no other database's secrets", async () => {
  await grantApp(process.env["ADMIN_URL"]!)
  const beyond = [
    `CREATE TABLE mine (id int)`,
    `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    `ALTER TABLE "Change" DISABLE TRIGGER ALL`,
    `DROP TABLE "Flag"`,
    `TRUNCATE "Flag"`,
    `UPDATE "_prisma_migrations" SET checksum = ''`,
    `CREATE ROLE more`,
    `SELECT rolpassword FROM pg_authid`,
    `COPY (SELECT 1) TO PROGRAM 'true'`,
  ]
  for (const sql of beyond) expect(await tried(app, sql), sql).toBe("42501")
  expect(await tried(app, `SELECT 1 FROM "Flag"`)).toBe("done")
})
