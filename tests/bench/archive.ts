import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { migrate } from "../../lib/boot/migrate.js"
import { grantApp } from "../../lib/boot/postgres.js"
import { importProject } from "../../lib/commands/import-project.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { closeDatabase } from "../../lib/db/close-database.ts"
import { archiveTables } from "../../lib/domain/archive-tables.ts"
import { projectArchive } from "../../lib/queries/project-archive.ts"
import { vettedProject } from "./exports.ts"

const [documents, claims] = [4, 5_000]
const tables = Object.values(archiveTables).filter(({ table }) => table !== "Project")

/**
 * Lines of a table: the archive of a project of 20,000 vetted claims with two annotations and a citation each, written and
 * brought in on an empty instance, beside COPY of the same rows into files and out of them, into tables with the same
 * indexes and checks.
 */
export async function measureArchive(address: string, now: () => number): Promise<string[]> {
  const raw = new pg.Client(address)
  await raw.connect()
  const { me, projectId } = await vettedProject(raw, { name: "archive", documents, claims })
  const folder = mkdtempSync(join(tmpdir(), "apparatus-copy-"))
  chmodSync(folder, 0o777)
  const file = (table: string) => raw.escapeLiteral(join(folder, table))
  const named = (table: string) => raw.escapeIdentifier(table)
  const timed = async (work: () => Promise<unknown>) => {
    const start = now()
    await work()
    return now() - start
  }
  const copyOut = await timed(async () => {
    for (const { table } of tables)
      await raw.query(`COPY (SELECT * FROM ${named(table)} WHERE "projectId" = '${projectId}') TO ${file(table)}`)
  })
  for (const { table } of tables)
    await raw.query(`CREATE TEMP TABLE ${named(`${table}In`)} (LIKE ${named(table)} INCLUDING ALL)`)
  const copyIn = await timed(async () => {
    for (const { table } of tables) await raw.query(`COPY ${named(`${table}In`)} FROM ${file(table)}`)
  })
  const pieces: Uint8Array[] = []
  const out = await timed(async () => {
    const sink = {
      begin: async () => {},
      write: async (piece: string | Uint8Array) => void pieces.push(Buffer.from(piece)),
    }
    const made = await projectArchive(me, { projectId }, "", sink)
    if (!made.ok) throw new Error(JSON.stringify(made.failure))
  })
  const archive = Buffer.concat(pieces)
  const into = await elsewhere(raw, address, async () => {
    const keeper = { id: newUserId(), email: "keeper@example.org", name: "Keeper", passwordHash: null }
    await insertUser(keeper)
    const sent = { size: archive.length, read: async (at: number, length: number) => archive.subarray(at, at + length) }
    return timed(async () => {
      const brought = await importProject(keeper, sent)
      if (!brought.ok) throw new Error(JSON.stringify(brought.failure))
    })
  })
  rmSync(folder, { recursive: true })
  await raw.end()
  const size = `${(archive.length / 1e6).toFixed(1)} MB`
  const line = (what: string, spent: number, copy: number) =>
    `archive of ${documents * claims} claims, ${size}: ${what.padEnd(10)} ${(spent / 1000).toFixed(1)} s, ${(spent / copy).toFixed(0)} x COPY of its rows (${copy.toFixed(0)} ms)`
  return [line("written", out, copyOut), line("brought in", into, copyIn)]
}

/** Does something on another instance, which is empty, on the same server. */
async function elsewhere<T>(raw: pg.Client, address: string, work: () => Promise<T>): Promise<T> {
  const home = process.env["DATABASE_URL"]!
  const at = (url: string) => Object.assign(new URL(url), { pathname: "/archive_in" }).href
  await raw.query("CREATE DATABASE archive_in")
  await migrate(at(address))
  await grantApp(at(address))
  await closeDatabase()
  process.env["DATABASE_URL"] = at(home)
  try {
    return await work()
  } finally {
    await closeDatabase()
    process.env["DATABASE_URL"] = home
    await raw.query("DROP DATABASE archive_in WITH (FORCE)")
  }
}
