import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { migrate } from "../../lib/boot/migrate.js"
import { grantApp, withClient } from "../../lib/boot/postgres.js"
import { restoreBackup } from "../../lib/boot/restore-backup.js"
import { writeBackup } from "../../lib/boot/write-backup.js"
import { closeDatabase } from "../../lib/db/close-database.ts"
import { vettedProject } from "./exports.ts"

const [documents, claims] = [4, 5_000]

/**
 * Lines of a table: everything that a database with a project of 20,000 vetted claims holds, written into a backup and restored
 * into an empty database, checks and all, beside COPY of the same tables to /dev/null.
 */
export async function measureBackup(address: string, now: () => number): Promise<string[]> {
  const home = process.env["DATABASE_URL"]!
  const at = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  await withClient(address, async client => {
    for (const name of ["backup_out", "backup_in"]) await client.query(`CREATE DATABASE ${name}`)
  })
  const from = at(address, "backup_out")
  await migrate(from)
  await grantApp(from)
  await closeDatabase()
  process.env["DATABASE_URL"] = at(home, "backup_out")
  const folder = mkdtempSync(join(tmpdir(), "apparatus-backup-"))
  const file = join(folder, "backup.tar.gz")
  const timed = async <T>(work: () => Promise<T>) => {
    const start = now()
    return { made: await work(), spent: now() - start }
  }
  try {
    const raw = new pg.Client(from)
    await raw.connect()
    await vettedProject(raw, { name: "backup", documents, claims })
    const { rows: tables } = await raw.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
    )
    const copy = await timed(async () => {
      for (const { name } of tables) await raw.query(`COPY ${raw.escapeIdentifier(name)} TO '/dev/null'`)
    })
    await raw.end()
    const out = await timed(() => writeBackup(process.env["DATABASE_URL"]!, file, { auth: null }))
    const into = await timed(() =>
      withClient(at(address, "backup_in"), client => restoreBackup(client, file, () => {})),
    )
    const packed = `${(statSync(file).size / 1e6).toFixed(1)} MB`
    const { rows, bytes } = out.made
    const line = (what: string, spent: number) =>
      `backup of ${documents * claims} claims, ${(bytes / 1e6).toFixed(1)} MB in ${rows} rows, ${packed} packed: ${what.padEnd(8)} ${(spent / 1000).toFixed(1)} s, ${(bytes / 1e3 / spent).toFixed(0)} MB/s, ${((rows / spent) * 1000).toFixed(0)} rows/s, ${(spent / copy.spent).toFixed(1)} x COPY to /dev/null (${copy.spent.toFixed(0)} ms)`
    return [line("written", out.spent), line("restored", into.spent)]
  } finally {
    rmSync(folder, { recursive: true })
    await closeDatabase()
    process.env["DATABASE_URL"] = home
    await withClient(address, async client => {
      for (const name of ["backup_out", "backup_in"]) await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
    })
  }
}
