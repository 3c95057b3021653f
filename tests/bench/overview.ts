import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { claims as claimsQuery } from "../../lib/queries/claims.ts"
import { overview } from "../../lib/queries/overview.ts"
import { line, times } from "./measure.ts"

const claims = 15_000
const rounds = 10

/**
 * Lines of a table: the overview of fifteen thousand claims, two thirds of them begun by two or three people, for an
 * owner and for a reviewer whom blindness binds, and pages of the list of claims, beside counting the same rows with
 * plain pg on the same database in the same run.
 */
export async function measureOverview(address: string, now: () => number): Promise<string[]> {
  const raw = new pg.Client(address)
  await raw.connect()
  const place = await filled(raw)
  const base = await times(rounds, now, () => counted(raw, place.projectId))
  const lines = [line(`${claims} claims: counted with pg`, base, base, "itself")]
  const measured = async (name: string, ask: () => Promise<{ readonly ok: boolean }>) => {
    const spent = await times(rounds, now, async () => {
      if (!(await ask()).ok) throw new Error(`There is no ${name}.`)
    })
    lines.push(line(`${claims} claims: ${name}`, spent, base, "counting"))
  }
  const { owner, reviewer, projectId } = place
  await measured("overview", () => overview(owner, projectId, {}))
  await measured("first page of claims", () => claimsQuery(owner, projectId, {}))
  await measured("claims by what they lack", () => claimsQuery(owner, projectId, { lacks: "dissent" }))
  await measured("claims by words", () => claimsQuery(owner, projectId, { search: "number 77" }))
  await raw.query(`UPDATE "Project" SET blind = true WHERE id = $1`, [projectId])
  await measured("overview, blind", () => overview(reviewer, projectId, {}))
  await raw.end()
  return lines
}

type Me = { readonly id: string }

/** The rows that the overview is made of, counted once each. */
async function counted(raw: pg.Client, projectId: string): Promise<void> {
  await raw.query(
    `SELECT u.state, u.verdict, count(*) FROM "Document" d JOIN "Unit" u ON u."documentId" = d.id
        AND u.number = d."currentVersion" AND u.kind = 'claim' AND NOT u.retired
      WHERE d."projectId" = $1 GROUP BY 1, 2`,
    [projectId],
  )
  await raw.query(
    `SELECT a.label, date_trunc('day', a."createdAt"), count(*) FROM "Document" d JOIN "Annotation" a ON a."documentId" = d.id
        AND a.current WHERE d."projectId" = $1 GROUP BY 1, 2`,
    [projectId],
  )
  await raw.query(`SELECT stance, count(*) FROM "Citation" WHERE "projectId" = $1 GROUP BY 1`, [projectId])
}

async function filled(raw: pg.Client): Promise<{ owner: Me; reviewer: Me; projectId: string }> {
  const people: Me[] = []
  for (const name of ["owner", "ann", "ben", "cleo"]) {
    const id = newUserId()
    await insertUser({ id, email: `overview-${name}@example.org`, name, passwordHash: null })
    people.push({ id })
  }
  const [owner, ann, ben, cleo] = people as [Me, Me, Me, Me]
  const [projectId, documentId, sourceId] = [uuidv7(), uuidv7(), uuidv7()]
  await createProject(owner, { id: projectId, name: "Overview", description: "", requestId: uuidv7() })
  for (const { id } of [ann, ben, cleo])
    await raw.query(`INSERT INTO "Membership" ("projectId", "userId", role) VALUES ($1, $2, 'reviewer')`, [
      projectId,
      id,
    ])
  const text = Array.from(
    { length: claims },
    (_, at) => `The commander number ${at} was arrested in the spring of 1937.`,
  )
  const words = { title: "Overview", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const input = { projectId, id: documentId, ...words, text: text.join(" "), again: false, requestId: uuidv7() }
  await addDocument(() => 50_000_000)(owner, input)
  await raw.query(
    `INSERT INTO "Source" (id, "projectId", kind, csl, line, "createdBy") VALUES ($1, $2, 'memoir', '{"type":"book"}', 'Memoir', $3)`,
    [sourceId, projectId, owner.id],
  )
  const labelled = async (who: Me, share: number, each: number) =>
    raw.query(
      `INSERT INTO "Annotation" (id, "projectId", "documentId", "unitId", "reviewerId", label, confidence, rationale, "rationaleText", start, "end", revision, "createdAt")
        SELECT gen_random_uuid(), $1, $2, id, $3, (ARRAY['documented', 'speculative'])[1 + (n % $5::int = 0)::int], 'high',
          '{"type":"doc"}', 'So it says.', start, "end", 1, now() - (n % 60) * interval '1 day'
        FROM (SELECT *, row_number() OVER (ORDER BY start) AS n FROM "Unit" WHERE "documentId" = $2) u
        WHERE n <= $4::int`,
      [projectId, documentId, who.id, Math.round(claims * share), each],
    )
  await labelled(ann, 2 / 3, 1_000_000)
  await labelled(ben, 1 / 2, 7)
  await labelled(cleo, 1 / 4, 5)
  await raw.query(
    `INSERT INTO "Citation" (id, "projectId", "documentId", "unitId", "sourceId", "authorId", stance)
      SELECT gen_random_uuid(), $1, $2, id, $3, $4, 'supports'
      FROM (SELECT *, row_number() OVER (ORDER BY start) AS n FROM "Unit" WHERE "documentId" = $2) u WHERE n % 3 > 0 AND n <= 10000`,
    [projectId, documentId, sourceId, ann.id],
  )
  await raw.query(
    `UPDATE "Unit" u SET state = CASE WHEN n > 10000 THEN 'open' WHEN n % 7 = 0 AND n <= 7500 THEN 'contested'
          WHEN n % 3 > 0 AND n <= 7500 THEN 'vetted' ELSE 'in-review' END,
        verdict = CASE WHEN n % 7 <> 0 AND n % 3 > 0 AND n <= 7500 THEN 'documented' END,
        "verdictBy" = CASE WHEN n % 7 <> 0 AND n % 3 > 0 AND n <= 7500 THEN 'policy' END
      FROM (SELECT id, row_number() OVER (ORDER BY start) AS n FROM "Unit" WHERE "documentId" = $1) o WHERE o.id = u.id`,
    [documentId],
  )
  await raw.query("ANALYZE")
  return { owner, reviewer: cleo, projectId }
}
