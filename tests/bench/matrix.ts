import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { hashPassword } from "../../lib/commands/password-hash.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { claimsInOrder, sourcesInOrder, standings } from "../../lib/domain/matrix-order.ts"
import { evidenceMatrix } from "../../lib/queries/evidence-matrix.ts"
import { line, times } from "./measure.ts"

const [claims, sources, citationsEach, derivations] = [2_000, 300, 3, 60]
const rounds = 20

/** Who owns the measured project, to sign in with. */
export const matrixOwner = { email: "matrix@example.org", password: "four louder libraries" }

/**
 * Lines of a table: the evidence matrix of 2,000 claims by 300 sources with 6,000 citations beside the rows that it is
 * made of, asked for with plain pg on the same database in the same run. Answers where in the application it is, too.
 */
export async function measureMatrix(address: string, now: () => number): Promise<{ lines: string[]; path: string }> {
  const raw = new pg.Client(address)
  await raw.connect()
  const me = { id: newUserId() }
  const passwordHash = await hashPassword(matrixOwner.password)
  await insertUser({ id: me.id, email: matrixOwner.email, name: "Bench", passwordHash })
  const projectId = await filled(raw, me)
  const statements = plainStatements.map(text => ({ text, values: [projectId] }))
  const plain = async () => {
    for (const statement of statements) await raw.query(statement)
  }
  const asked = async () => {
    const found = await evidenceMatrix(me, projectId, {})
    if (!found.ok) throw new Error("There is no matrix.")
    return found.value.matrix
  }
  const matrix = await asked()
  if (matrix.claims.length !== claims || matrix.sources.length !== sources) throw new Error("The matrix has holes.")
  await plain()
  const base = await times(rounds, now, plain)
  const spent = await times(rounds, now, asked)
  const ordered = await times(rounds, now, async () => {
    const known = standings(matrix)
    claimsInOrder(known, "independence")
    sourcesInOrder(matrix, known, "independence")
  })
  await raw.end()
  const name = `matrix of ${claims} x ${sources}`
  const lines = [
    line(`${name}: plain SQL`, base, base, "itself"),
    line(`${name}: the query`, spent, base, "plain SQL"),
    line(`${name}: by independence`, ordered, base, "plain SQL"),
  ]
  return { lines, path: `/projects/${projectId}/matrix` }
}

const plainStatements = [
  `SELECT d.id, v.text FROM "Document" d JOIN "Version" v ON v."documentId" = d.id AND v.number = d."currentVersion"
    WHERE d."projectId" = $1`,
  `SELECT u.id, u."documentId", u.start, u."end", u.state, u.verdict
    FROM "Document" d JOIN "Unit" u ON u."documentId" = d.id AND u.number = d."currentVersion"
    WHERE d."projectId" = $1 AND u.kind = 'claim' AND NOT u.retired ORDER BY u.start`,
  `SELECT "unitId", "sourceId", stance, credibility FROM "Citation" WHERE "projectId" = $1 AND "withdrawnAt" IS NULL`,
  `SELECT id, kind, line, reliability FROM "Source" WHERE "projectId" = $1 ORDER BY line`,
  `SELECT "derivedId", "originId" FROM "Derivation" WHERE "projectId" = $1 AND "withdrawnAt" IS NULL`,
]

/** A project of one text, whose claims are each cited from a few sources; some sources derive from others. */
async function filled(raw: pg.Client, me: { readonly id: string }): Promise<string> {
  const [projectId, id] = [uuidv7(), uuidv7()]
  await createProject(me, { id: projectId, name: "Matrix", description: "", requestId: uuidv7() })
  const text = Array.from(
    { length: claims },
    (_, at) => `The commander number ${at} was arrested in the spring of 1937.`,
  )
  const words = { title: "Matrix", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const input = { projectId, id, ...words, text: text.join(" "), again: false, requestId: uuidv7() }
  await addDocument(() => 50_000_000)(me, input)
  await raw.query(
    `INSERT INTO "Source" (id, "projectId", kind, csl, line, "createdBy")
      SELECT gen_random_uuid(), $1, 'memoir', jsonb_build_object('type', 'book', 'title', 'Recollections ' || n,
        'author', jsonb_build_array(jsonb_build_object('family', 'Author' || n))), 'Author' || n || '. Recollections ' || n, $2
      FROM generate_series(1, $3::int) n`,
    [projectId, me.id, sources],
  )
  await raw.query(
    `INSERT INTO "Derivation" (id, "projectId", "derivedId", "originId", how, "statedBy")
      SELECT gen_random_uuid(), $1, a.id, b.id, 'retells', $2 FROM
        (SELECT id, row_number() OVER (ORDER BY line) AS n FROM "Source" WHERE "projectId" = $1) a
        JOIN (SELECT id, row_number() OVER (ORDER BY line) AS n FROM "Source" WHERE "projectId" = $1) b ON b.n = a.n + 7
      WHERE a.n <= $3::int`,
    [projectId, me.id, derivations],
  )
  await raw.query(
    `INSERT INTO "Citation" (id, "projectId", "documentId", "unitId", "sourceId", "authorId", stance, credibility)
      SELECT gen_random_uuid(), $1, u."documentId", u.id, s.id, $2,
        (ARRAY['supports', 'supports', 'disputes', 'mentions', 'repeats'])[1 + (u.n * 3 + k) % 5], 1 + (u.n + k) % 6
      FROM (SELECT id, "documentId", row_number() OVER (ORDER BY start) AS n FROM "Unit" WHERE "documentId" = $3) u
        CROSS JOIN generate_series(1, $4::int) k
        JOIN (SELECT id, row_number() OVER (ORDER BY line) AS n FROM "Source" WHERE "projectId" = $1) s
          ON s.n = 1 + (u.n * 7 + k * k * 31) % $5::int`,
    [projectId, me.id, id, citationsEach, sources],
  )
  await raw.query("ANALYZE")
  return projectId
}
