import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { makeToken } from "../../lib/commands/make-token.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { emptyRationale } from "../../lib/domain/rationale.ts"
import { pageSize } from "../../lib/schema/list-filter.ts"
import { signedIn } from "../commands/everybody.ts"
import { line, times } from "./measure.ts"

const claims = 10_000
const rounds = 100

/** A project whose claims are asked for and labelled, and a token for it. */
export async function apiPlace() {
  const me = { id: newUserId() }
  await insertUser({ id: me.id, email: "api@example.org", name: "Bench", passwordHash: null })
  const projectId = uuidv7()
  await createProject(me, { id: projectId, name: "API", description: "", requestId: uuidv7() })
  const text = Array.from({ length: claims }, (_, at) => `The commander number ${at} was arrested in 1937.`).join(" ")
  const words = { title: "Forts", author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  const documentId = uuidv7()
  await addDocument(() => 50_000_000)(me, { projectId, id: documentId, ...words, text, requestId: uuidv7() })
  const made = await makeToken(await signedIn(me), { id: uuidv7(), name: "Bench", scopes: ["read", "write"], days: 1 })
  if (!made.ok) throw new Error(made.failure.code)
  return { me, projectId, documentId, token: made.value.token }
}

type Place = Awaited<ReturnType<typeof apiPlace>>

/** Lines of a table: a list of claims, and a label, over HTTP with a token, beside the same select and inserts with plain pg. */
export async function measureApi(address: string, origin: string, place: Place, now: () => number): Promise<string[]> {
  const { me, projectId, documentId, token } = place
  const raw = new pg.Client(address)
  await raw.connect()
  const { rows: units } = await raw.query<{ id: string; start: number; end: number }>(
    `SELECT id, start, "end" FROM "Unit" WHERE "documentId" = $1 AND kind = 'claim' AND NOT retired ORDER BY start`,
    [documentId],
  )
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
    const answer = await fetch(`${origin}/api/v1/${path}`, { ...init, headers })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json()
  }
  const select = () => raw.query(listed, [documentId])
  const insert = async (at: number) => {
    const { id, start, end } = units[at]!
    await raw.query("BEGIN")
    await raw.query(`SELECT revision FROM "Document" WHERE id = $1 FOR NO KEY UPDATE`, [documentId])
    await raw.query(labelled, [uuidv7(), projectId, documentId, id, me.id, emptyRationale, start, end])
    await raw.query(`UPDATE "Unit" SET state = 'in-review' WHERE id = $1`, [id])
    await raw.query("INSERT INTO log VALUES ($1, $2)", [uuidv7(), JSON.stringify({ id, label: "documented" })])
    await raw.query(`UPDATE "Document" SET revision = revision WHERE id = $1`, [documentId])
    await raw.query("COMMIT")
  }
  const list = () => call(`projects/${projectId}/claims`)
  const label = (at: number) => {
    const words = { unitId: units[at]!.id, id: uuidv7(), seen: null, label: "documented", confidence: "high" }
    const body = JSON.stringify({ ...words, rationale: emptyRationale })
    return call(`documents/${documentId}/annotation`, { method: "POST", body })
  }
  await raw.query("CREATE TABLE log (id uuid PRIMARY KEY, body text)")
  await list()
  await label(rounds * 2)
  const selected = await times(rounds, now, select)
  const inserted = await times(rounds, now, insert)
  const lists = await times(rounds, now, list)
  const labels = await times(rounds, now, at => label(rounds + at))
  await raw.end()
  return [
    line(`pg: ${pageSize} of ${claims} claims`, selected, selected),
    line("API: the same, with why and total", lists, selected, "pg"),
    line("pg: the rows of a label", inserted, inserted),
    line("API: a label", labels, inserted, "pg"),
  ]
}

const listed = `
  SELECT u.id, d.title, u.start, u."end", u.state, u.verdict, substr(v.text, u.start + 1, u."end" - u.start) AS quote,
    (SELECT count(*) FROM "Annotation" a WHERE a."unitId" = u.id AND a.current) AS labels,
    (SELECT count(*) FROM "Unit" WHERE "documentId" = d.id AND kind = 'claim' AND NOT retired) AS total
  FROM "Unit" u JOIN "Document" d ON d.id = u."documentId"
  JOIN "Version" v ON v."documentId" = d.id AND v.number = d."currentVersion"
  WHERE d.id = $1 AND u.kind = 'claim' AND NOT u.retired ORDER BY u.start LIMIT ${pageSize}`

const labelled = `
  INSERT INTO "Annotation" (id, "projectId", "documentId", "unitId", "reviewerId", label, confidence, rationale, "rationaleText", start, "end", revision)
  VALUES ($1, $2, $3, $4, $5, 'documented', 'high', $6, '', $7, $8, 1)`
