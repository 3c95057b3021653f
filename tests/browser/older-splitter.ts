import { readFileSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"

/** The address of the application's own database, as its superuser. */
function address(): string {
  const folder = process.env["TEST_DATA"]!
  const { superuser } = JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8")) as { superuser: string }
  const port = readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[3]!
  return `postgresql://postgres:${superuser}@127.0.0.1:${port}/apparatus`
}

/** Makes a document's units what an older splitter could have proposed: each two neighbours were one, a claim. */
export async function olderSplitter(documentId: string): Promise<void> {
  const client = new pg.Client(address())
  await client.connect()
  try {
    const numbered = `SELECT id, "end", row_number() OVER (ORDER BY start) AS n FROM "Unit" WHERE "documentId" = $1`
    await client.query("BEGIN")
    await client.query(
      `WITH m AS (${numbered}) UPDATE "Unit" u SET "end" = b."end", "bornEnd" = b."end", kind = 'claim', "bornKind" = 'claim'
       FROM m a JOIN m b ON b.n = a.n + 1 WHERE u.id = a.id AND a.n % 2 = 1`,
      [documentId],
    )
    await client.query(
      `WITH m AS (SELECT id, start, "end", lag("end") OVER (ORDER BY start, "end" DESC) AS before FROM "Unit" WHERE "documentId" = $1)
       DELETE FROM "Unit" u USING m WHERE u.id = m.id AND m.before >= m."end"`,
      [documentId],
    )
    await client.query(`UPDATE "Version" SET "splitterVersion" = 1 WHERE "documentId" = $1`, [documentId])
    await client.query("COMMIT")
  } finally {
    await client.end()
  }
}
