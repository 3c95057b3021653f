import { monitorEventLoopDelay } from "node:perf_hooks"
import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { changePolicy } from "../../lib/commands/change-policy.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { gradeSource } from "../../lib/commands/grade-source.ts"
import { importSources } from "../../lib/commands/import-sources.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { readImport } from "../../lib/queries/read-import.ts"
import { line, times } from "./measure.ts"

const claims = 1_000
const entries = 5_000
const rounds = 10

/**
 * Lines of a table: a grade that moves a thousand verdicts, and an import of five thousand sources, each beside the
 * rows that it has to read and write, with plain pg on the same database in the same run.
 */
export async function measureEvidence(address: string, now: () => number): Promise<string[]> {
  const raw = new pg.Client(address)
  await raw.connect()
  const me = { id: newUserId() }
  await insertUser({ id: me.id, email: "evidence@example.org", name: "Bench", passwordHash: null })
  const lines = [...(await downgrade(raw, me, now)), ...(await bibliography(raw, me, now))]
  await raw.end()
  return lines
}

type Me = { readonly id: string }

async function downgrade(raw: pg.Client, me: Me, now: () => number): Promise<string[]> {
  const { projectId, documentId, sourceId } = await cited(raw, me)
  let seen: string | null = null
  const grade = async (at: number) => {
    const id = uuidv7()
    const words = { projectId, sourceId, id, seen, reliability: at % 2 === 0 ? "B" : "E", reason: "Measured." }
    const done = await gradeSource(me, { ...words, requestId: uuidv7() })
    if (!done.ok || done.value.verdictsChanged !== claims) throw new Error("The grade did not move every verdict.")
    seen = id
  }
  const plain = async (at: number) => {
    await raw.query("BEGIN")
    await raw.query(`SELECT * FROM "Annotation" WHERE "documentId" = $1 AND current`, [documentId])
    await raw.query(`SELECT * FROM "Citation" WHERE "projectId" = $1 AND "sourceId" = $2`, [projectId, sourceId])
    await raw.query(`SELECT * FROM "Flag" WHERE "documentId" = $1 AND status = 'open'`, [documentId])
    await raw.query(`SELECT * FROM "Adjudication" WHERE "documentId" = $1 AND current`, [documentId])
    await raw.query(
      `UPDATE "Unit" SET state = $2, verdict = $3, "verdictBy" = $4 WHERE "documentId" = $1 AND NOT retired`,
      [documentId, ...(at % 2 === 0 ? ["vetted", "documented", "policy"] : ["in-review", null, null])],
    )
    if (at % 2 === 1)
      await raw.query(
        `INSERT INTO "Reopening" (id, "projectId", "documentId", "unitId", label, "streamId", revision, at)
          SELECT gen_random_uuid(), "projectId", "documentId", id, 'documented', "projectId", 1, now()
          FROM "Unit" WHERE "documentId" = $1 AND NOT retired`,
        [documentId],
      )
    await raw.query("COMMIT")
  }
  const base = await times(rounds, now, plain)
  await raw.query(`UPDATE "Unit" SET state = 'in-review', verdict = NULL, "verdictBy" = NULL WHERE "documentId" = $1`, [
    documentId,
  ])
  const spent = await times(rounds, now, grade)
  const name = `a grade that moves ${claims} verdicts`
  return [line(`${name}: plain SQL`, base, base, "itself"), line(name, spent, base, "plain SQL")]
}

/** A text of a thousand claims that two people call documented on one source, under a policy that asks for a grade. */
async function cited(raw: pg.Client, me: Me) {
  const [projectId, documentId, sourceId] = [uuidv7(), uuidv7(), uuidv7()]
  await createProject(me, { id: projectId, name: "Evidence", description: "", requestId: uuidv7() })
  const documented = { ...defaultPolicy.documented, annotations: 1, grade: "C" }
  await changePolicy(me, { projectId, version: 1, ...defaultPolicy, documented, requestId: uuidv7() })
  const text = Array.from(
    { length: claims },
    (_, at) => `The commander number ${at} was arrested in the spring of 1937.`,
  )
  const words = { title: "Evidence", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const input = { projectId, id: documentId, ...words, text: text.join(" "), again: false, requestId: uuidv7() }
  await addDocument(() => 50_000_000)(me, input)
  await raw.query(
    `INSERT INTO "Source" (id, "projectId", kind, csl, line, "createdBy") VALUES ($1, $2, 'memoir', '{"type":"book","title":"A"}', 'A', $3)`,
    [sourceId, projectId, me.id],
  )
  await raw.query(
    `INSERT INTO "Citation" (id, "projectId", "documentId", "unitId", "sourceId", "authorId", stance)
      SELECT gen_random_uuid(), $1, $2, id, $3, $4, 'supports' FROM "Unit" WHERE "documentId" = $2`,
    [projectId, documentId, sourceId, me.id],
  )
  await raw.query(
    `INSERT INTO "Annotation" (id, "projectId", "documentId", "unitId", "reviewerId", label, confidence, rationale, start, "end", revision)
      SELECT gen_random_uuid(), $1, $2, id, $3, 'documented', 'high', '{"type":"doc"}', start, "end", 1
      FROM "Unit" WHERE "documentId" = $2`,
    [projectId, documentId, me.id],
  )
  await raw.query("ANALYZE")
  return { projectId, documentId, sourceId }
}

async function bibliography(raw: pg.Client, me: Me, now: () => number): Promise<string[]> {
  const text = JSON.stringify(Array.from({ length: entries }, (_, at) => item(at)))
  const project = async () => {
    const id = uuidv7()
    await createProject(me, { id, name: "Library", description: "", requestId: uuidv7() })
    return id
  }
  const plain = async () => {
    const projectId = await project()
    await raw.query("BEGIN")
    for (let from = 0; from < entries; from += 1_000) {
      const rows = Array.from({ length: 1_000 }, (_, at) => ({ id: uuidv7(), csl: item(from + at) }))
      await raw.query(
        `INSERT INTO "Source" (id, "projectId", kind, csl, line, "createdBy")
          SELECT r.id, $1, 'other', r.csl, r.csl ->> 'title', $2 FROM jsonb_to_recordset($3) AS r(id uuid, csl jsonb)`,
        [projectId, me.id, JSON.stringify(rows)],
      )
    }
    await raw.query("COMMIT")
  }
  const base = await times(3, now, plain)
  const pauses = monitorEventLoopDelay({ resolution: 5 })
  const projects = [await project(), await project(), await project()]
  pauses.enable()
  const reading: number[] = []
  const adding = await times(3, now, async at => {
    const projectId = projects[at]!
    const start = now()
    const read = await readImport(me, { projectId, text })
    reading.push(now() - start)
    if (!read.ok) throw new Error("The bibliography was not read.")
    const wanted = read.value.entries.flatMap(one => (one.ok ? [{ id: uuidv7(), ...one.record }] : []))
    const done = await importSources(me, { projectId, entries: wanted, requestId: uuidv7() })
    if (!done.ok || done.value.added !== entries) throw new Error("Not every source was added.")
  })
  pauses.disable()
  const name = `import of ${entries} sources`
  return [
    line(`${name}: plain SQL`, base, base, "itself"),
    line(
      `${name}: read and compared`,
      reading.sort((a, b) => a - b),
      base,
      "plain SQL",
    ),
    line(`${name}: read and added`, adding, base, "plain SQL"),
    `${name}: longest pause of others`.padEnd(36).concat(` ${(pauses.max / 1e6).toFixed(0)} ms`),
  ]
}

/** An entry as a library's export has it. */
const item = (at: number) => ({
  id: `http://zotero.org/users/1/items/${at}`,
  type: "article-journal",
  title: `On the commanders of the spring of 1937, part ${at}`,
  author: [{ family: `Author${at % 900}`, given: "A. B." }],
  "container-title": "Journal of Military Archives",
  volume: String(1 + (at % 60)),
  issue: "2",
  page: `${at}-${at + 12}`,
  DOI: `10.1000/jma.${at}`,
  abstract: "What the files of the commission say, and what the memoirs make of it. ".repeat(8),
  issued: { "date-parts": [[1950 + (at % 70), 1 + (at % 12)]] },
})
