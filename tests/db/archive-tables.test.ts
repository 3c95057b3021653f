import { createHash } from "node:crypto"
import pg from "pg"
import { expect, test } from "vitest"
import type { ArchiveTable } from "../../lib/domain/archive-table.ts"
import { archivePeople, archiveTables, archiveVersion, notInArchives } from "../../lib/domain/archive-tables.ts"

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly nullable: boolean
}

async function catalogue(): Promise<readonly Column[]> {
  const client = new pg.Client(process.env["ADMIN_URL"])
  await client.connect()
  const { rows } = await client.query<Column>(
    `SELECT table_name AS "table", column_name AS name, udt_name AS type, is_nullable = 'YES' AS nullable
     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, column_name`,
  )
  await client.end()
  return rows
}

const types: Readonly<Record<string, readonly string[]>> = {
  uuid: ["id", "person"],
  _uuid: ["ids", "people"],
  text: ["text"],
  _text: ["texts"],
  int4: ["int"],
  bool: ["flag"],
  jsonb: ["json"],
  bytea: ["bytes"],
  timestamptz: ["moment"],
  date: ["day"],
}

test("every table and column is in a project's archive, or left out for a reason; write a new one down in archive-tables.ts", async () => {
  const columns = await catalogue()
  const tables: readonly ArchiveTable[] = Object.values(archiveTables)
  const there = [...new Set(columns.map(({ table }) => table))].sort()
  expect([...tables.map(({ table }) => table), ...Object.keys(notInArchives)].sort()).toEqual(there)
  for (const { table, columns: described, without = {}, key } of tables) {
    const real = columns.filter(column => column.table === table)
    expect([...Object.keys(described), ...Object.keys(without)].sort(), table).toEqual(
      real.map(({ name }) => name).sort(),
    )
    for (const { name, type, nullable } of real) {
      const kind = described[name]
      if (kind === undefined) continue
      expect(types[type], `${table}.${name}`).toContain(kind.replace("?", ""))
      // Lists are never null to Prisma, though their columns may be.
      if (!type.startsWith("_")) expect(kind.endsWith("?"), `${table}.${name} may be null`).toBe(nullable)
    }
    for (const name of key) expect(described[name], `${table} by ${name}`).toBeDefined()
  }
  for (const reason of Object.values(notInArchives)) expect(reason).not.toBe("")
})

test("an id of somebody is known as one, so that nobody stands in an archive unnamed", async () => {
  const client = new pg.Client(process.env["ADMIN_URL"])
  await client.connect()
  const { rows } = await client.query<{ table: string; name: string }>(
    `SELECT c.conrelid::regclass::text AS "table", a.attname AS name FROM pg_constraint c
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
     WHERE c.contype = 'f' AND c.confrelid = '"User"'::regclass`,
  )
  await client.end()
  for (const { table, columns, without = {} } of Object.values(archiveTables) as readonly ArchiveTable[])
    for (const { name } of rows.filter(row => row.table.replaceAll('"', "") === table))
      if (!(name in without)) expect(columns[name]?.replace("?", ""), `${table}.${name}`).toBe("person")
})

test("another description of the tables is another version of the archive", () => {
  const described = JSON.stringify([
    archivePeople,
    Object.entries(archiveTables).map(([file, { columns, key }]) => [file, columns, key]),
  ])
  const print = createHash("sha256").update(described).digest("hex").slice(0, 12)
  expect({ version: archiveVersion, print }, "raise archiveVersion, then note the new print here").toEqual({
    version: 1,
    print: "4f0a44fa82ce",
  })
})
