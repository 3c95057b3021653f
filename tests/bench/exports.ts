import { monitorEventLoopDelay } from "node:perf_hooks"
import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { exportFormatNames, mostClaims } from "../../lib/domain/export-format-name.ts"
import { exportFile } from "../../lib/queries/export-file.ts"
import { exportPreview } from "../../lib/queries/export-preview.ts"

const [documents, claims] = [20, 5_000]
const sources = 300
const run = 500

/**
 * Lines of a table: each format of a hundred thousand vetted claims with two annotations and a citation each, beside
 * the same rows as lines of JSON straight from a cursor of pg; how fast, how large and with how much memory at its most.
 */
export async function measureExports(address: string, now: () => number): Promise<string[]> {
  const raw = new pg.Client(address)
  await raw.connect()
  const { me, projectId } = await vettedProject(raw, { name: "exports", documents, claims })
  const lines: string[] = []
  const measured = async (name: string, work: (took: (bytes: number) => void) => Promise<void>) => {
    globalThis.gc?.()
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss)
    }, 50)
    const pauses = monitorEventLoopDelay({ resolution: 5 })
    pauses.enable()
    let bytes = 0
    const start = now()
    await work(more => {
      bytes += more
    })
    const spent = now() - start
    clearInterval(watch)
    pauses.disable()
    return { name, spent, bytes, more: most - before, pause: pauses.max / 1e6 }
  }
  const base = await measured("from a cursor of pg", took => cursor(raw, projectId, took))
  const tell = ({ name, spent, bytes, more, pause }: typeof base) =>
    lines.push(
      `export of ${documents * claims} claims: ${name.padEnd(22)} ${(spent / 1000).toFixed(1)} s, ${(bytes / 1e6).toFixed(0)} MB, ` +
        `${(bytes / 1e3 / spent).toFixed(1)} MB/s, ${(more / 1e6).toFixed(0)} MB more memory, longest pause of others ${pause.toFixed(0)} ms, ${(spent / base.spent).toFixed(1)} x pg's cursor`,
    )
  tell(base)
  // What holds fewer claims is refused.
  for (const format of exportFormatNames.filter(name => mostClaims[name] === undefined))
    tell(
      await measured(format, async took => {
        const made = await exportFile(me, { projectId, format }, "https://apparatus.example", {
          begin: async () => {},
          write: async piece => took(typeof piece === "string" ? Buffer.byteLength(piece) : piece.length),
        })
        if (!made.ok) throw new Error(JSON.stringify(made.failure))
      }),
    )
  tell(
    await measured("preview", async () => {
      const shown = await exportPreview(me, projectId, {})
      if (!shown.ok || shown.value.chosen !== documents * claims) throw new Error("The preview is wrong.")
    }),
  )
  await raw.end()
  return lines
}

/** The same rows as lines of JSON, as the database makes them. */
async function cursor(raw: pg.Client, projectId: string, took: (bytes: number) => void): Promise<void> {
  await raw.query("BEGIN")
  await raw.query(
    `DECLARE vetted CURSOR FOR
      SELECT jsonb_build_object('id', u.id, 'start', u.start, 'end', u."end", 'label', u.verdict,
        'annotations', (SELECT jsonb_agg(to_jsonb(a) || jsonb_build_object('reviewer', p.name)) FROM "Annotation" a
          JOIN "User" p ON p.id = a."reviewerId" WHERE a."unitId" = u.id AND a.current),
        'citations', (SELECT jsonb_agg(to_jsonb(c) || jsonb_build_object('source', o.line)) FROM "Citation" c
          JOIN "Source" o ON o.id = c."sourceId" WHERE c."unitId" = u.id AND c."withdrawnAt" IS NULL))::text AS line
      FROM "Unit" u WHERE u."projectId" = '${projectId}' AND u.state = 'vetted' AND NOT u.retired
      ORDER BY u."documentId", u.start`,
  )
  for (;;) {
    const { rows } = await raw.query<{ line: string }>(`FETCH ${run} FROM vetted`)
    if (rows.length === 0) break
    took(Buffer.byteLength(`${rows.map(({ line }) => line).join("\n")}\n`))
  }
  await raw.query("COMMIT")
}

/** A project of which every claim is vetted, with two annotations and a citation each. */
export async function vettedProject(
  raw: pg.Client,
  { name, documents, claims }: { name: string; documents: number; claims: number },
) {
  const me = { id: newUserId() }
  const other = newUserId()
  await insertUser({ id: me.id, email: `${name}@example.org`, name: "Bench", passwordHash: null })
  await insertUser({ id: other, email: `${name}-2@example.org`, name: "Second", passwordHash: null })
  const projectId = uuidv7()
  await createProject(me, { id: projectId, name: "Exports", description: "", requestId: uuidv7() })
  const words = { author: "", foundAt: "", foundOn: "", licence: "CC BY-SA 4.0", language: "en", again: true }
  for (let nth = 0; nth < documents; nth++) {
    const text = Array.from({ length: claims }, (_, at) => `The commander number ${at} was arrested in 1937.`)
    const input = { projectId, id: uuidv7(), title: `Part ${nth}`, ...words, text: text.join(" "), requestId: uuidv7() }
    await addDocument(() => 50_000_000)(me, input)
  }
  await raw.query(
    `INSERT INTO "Source" (id, "projectId", kind, csl, line, "createdBy")
      SELECT gen_random_uuid(), $1, 'memoir', jsonb_build_object('type', 'book', 'title', 'Memoir ' || n, 'publisher', 'Press'),
        'Memoir ' || n || '. Press', $2 FROM generate_series(1, $3) n`,
    [projectId, me.id, sources],
  )
  await raw.query(
    `INSERT INTO "Annotation" (id, "projectId", "documentId", "unitId", "reviewerId", label, confidence, rationale, "rationaleText", start, "end", revision)
      SELECT gen_random_uuid(), u."projectId", u."documentId", u.id, r, 'documented', 'high',
        '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"The register of the camp has it under its day."}]}]}',
        'The register of the camp has it under its day.', u.start, u."end", 1
      FROM "Unit" u CROSS JOIN unnest($2::uuid[]) r WHERE u."projectId" = $1 AND u.kind = 'claim'`,
    [projectId, [me.id, other]],
  )
  await raw.query(
    `WITH s AS (SELECT id, row_number() OVER () AS n FROM "Source" WHERE "projectId" = $1)
      INSERT INTO "Citation" (id, "projectId", "documentId", "unitId", "sourceId", "authorId", stance, locator)
      SELECT gen_random_uuid(), u."projectId", u."documentId", u.id, s.id, $2, 'supports', (u.start % 10)::text
      FROM "Unit" u JOIN s ON s.n = 1 + u.start % $3 WHERE u."projectId" = $1 AND u.kind = 'claim'`,
    [projectId, me.id, sources],
  )
  await raw.query(
    `UPDATE "Unit" SET state = 'vetted', verdict = 'documented', "verdictBy" = 'policy' WHERE "projectId" = $1 AND kind = 'claim'`,
    [projectId],
  )
  await raw.query("ANALYZE")
  return { me, projectId }
}
