import { fileURLToPath } from "node:url"
import pg from "pg"
import { afterAll, expect, test } from "vitest"
import type { Contents, Head } from "../../lib/boot/backup-form.js"
import { fillWordings } from "../../lib/boot/fill-wordings.js"
import { migrationsHere } from "../../lib/boot/migrate.js"
import { withClient } from "../../lib/boot/postgres.js"
import { readBackup } from "../../lib/boot/read-backup.js"
import { restoreBackup } from "../../lib/boot/restore-backup.js"
import { verifyProjects } from "../../lib/boot/verify-there.js"
import { closeDatabase } from "../../lib/db/close-database.ts"
import { value } from "../queries/project.ts"
import { exportText } from "../queries/whole-export.ts"
import { emptyDatabase } from "../support/empty-database.ts"

const home = process.env["DATABASE_URL"]!
const sample = "5a3b1c00-0000-4000-8000-000000000001"
const dropping: (() => Promise<void>)[] = []
afterAll(async () => {
  await closeDatabase()
  process.env["DATABASE_URL"] = home
  for (const drop of dropping) await drop()
})

/** Backups of the demonstration as earlier versions of this program made it, by the last migration that they had. */
const earlier = [
  ["first", "20261125000000_text_and_log"],
  ["wordings", "20261125000005_wordings_by_words"],
  ["evidence", "20261129000004_retired_styles"],
  ["names", "20261201000000_names_in_exports"],
  ["archives", "20261202030000_brought_in"],
] as const

/** What its export holds, whichever version made it: vetted claims by label, and the sources that they cite. */
const holds = { documents: 2, sources: 12, documented: 8, disputed: 2, speculative: 2 }

/** What a backup says of itself. */
async function told(file: string): Promise<{ head: Head; contents: Contents }> {
  let head: Head | undefined
  let contents: Contents | undefined
  for await (const part of readBackup(file))
    if ("head" in part) head = part.head
    else if ("contents" in part) contents = part.contents
  return { head: head!, contents: contents! }
}

/** How many rows the tables have that there were before. */
const rowsIn = (url: string, { tables }: Contents) =>
  withClient(url, async client => {
    const counts: Record<string, number> = {}
    for (const { name } of tables)
      counts[name] = (await client.query(`SELECT FROM ${pg.escapeIdentifier(name)}`)).rowCount!
    return counts
  })

test.each(earlier)("data of an earlier version (%s) goes forward whole", async (name, last) => {
  const file = fileURLToPath(new URL(`earlier/${name}.tar.gz`, import.meta.url))
  const { head, contents } = await told(file)
  expect(head.migrations.at(-1)!.name).toBe(last)
  const { url, drop } = await emptyDatabase()
  dropping.push(drop)
  await withClient(url, client => restoreBackup(client, file, () => {}))
  const before = Object.fromEntries(contents.tables.map(table => [table.name, table.rows]))
  expect(await rowsIn(url, contents)).toEqual({ ...before, _prisma_migrations: migrationsHere().length })
  const lines: string[] = []
  expect(await verifyProjects(url, null, line => void lines.push(line))).toBe(true)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(`${before["Change"]} changes in 3 streams, sound`)
  await closeDatabase()
  process.env["DATABASE_URL"] = url
  await fillWordings(url)
  const owner = await withClient(url, async client => {
    const { rows } = await client.query(`SELECT id FROM "User" WHERE email = 'owner@example.org'`)
    return rows[0] as { id: string }
  })
  const { text } = value(await exportText(owner, { projectId: sample, format: "json" }))
  const { documents, sources } = JSON.parse(text) as {
    documents: { claims: { label: string }[] }[]
    sources: unknown[]
  }
  const labels: Record<string, number> = {}
  for (const { label } of documents.flatMap(({ claims }) => claims)) labels[label] = (labels[label] ?? 0) + 1
  expect({ documents: documents.length, sources: sources.length, ...labels }).toEqual(holds)
})
