import { randomUUID } from "node:crypto"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { migrate } from "../../lib/boot/migrate.js"
import { migrateThere } from "../../lib/boot/migrate-there.js"
import { migrations, schema, schemaEngine } from "../support/schema-engine.ts"

const filters = { externalTables: [], externalEnums: [] }
const address = process.env["ADMIN_URL"]!
const admin = new pg.Client(address)
const made: string[] = []

beforeAll(() => admin.connect())
afterAll(async () => {
  for (const name of made) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await admin.end()
})

/** The address of a database with nothing in it. */
async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomUUID().replaceAll("-", "")}`
  await admin.query(`CREATE DATABASE ${name}`)
  made.push(name)
  const url = new URL(address)
  url.pathname = `/${name}`
  return url.href
}

const shapeOf = async (url: string) => {
  const client = new pg.Client(url)
  await client.connect()
  const { rows: columns } = await client.query(
    `SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default
     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, column_name`,
  )
  const { rows: constraints } = await client.query(
    `SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND contype <> 'n' ORDER BY 1, 2`,
  )
  const { rows: indexes } = await client.query(
    `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexdef`,
  )
  const { rows: triggers } = await client.query(
    `SELECT tgname, pg_get_triggerdef(oid) AS definition FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname`,
  )
  const { rows: noted } = await client.query(
    `SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at, finished_at >= started_at AS finished
     FROM "_prisma_migrations" ORDER BY migration_name`,
  )
  await client.end()
  return { columns, constraints, indexes, triggers, noted }
}

test("the migrations make the schema, as Prisma sees them", async () => {
  const engine = await schemaEngine(address, await emptyDatabase())
  const files = [{ path: "schema.prisma", content: schema() }]
  const diff = await engine.diff({
    from: { tag: "migrations", ...migrations() },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: true,
    filters,
  })
  expect(diff).toEqual({ exitCode: 0, stdout: "-- This is an empty migration.\n" })
})

test("our applier leaves what Prisma's own would have left", async () => {
  const [ours, theirs] = [await emptyDatabase(), await emptyDatabase()]
  await migrate(ours)
  const engine = await schemaEngine(theirs, await emptyDatabase())
  await engine.applyMigrations({ migrationsList: migrations(), filters })
  expect(await shapeOf(ours)).toEqual(await shapeOf(theirs))
})

test("a database of an older program's successor is refused with a sentence, and nothing is changed", async () => {
  const url = await emptyDatabase()
  await migrate(url)
  const client = new pg.Client(url)
  await client.connect()
  const note = `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('1', '', $1, now())`
  await client.query(note, ["29991231000000_later"])
  const before = await shapeOf(url)
  await expect(migrate(url)).rejects.toThrow(
    "The database was made by a newer Apparatus (it has the migration 29991231000000_later). Update the program, then start again.",
  )
  expect(await shapeOf(url)).toEqual(before)
  await client.end()
})

test("with an owner of its own, the role of DATABASE_URL works with rows, and can neither rewrite the log nor let itself do so", async () => {
  const url = await emptyDatabase()
  const name = `site_${randomUUID().slice(0, 8)}`
  await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'site'`)
  const site = new URL(url)
  site.username = name
  site.password = "site"
  await migrateThere(site.href, url)
  const client = new pg.Client(site.href)
  await client.connect()
  await client.query(`SELECT count(*) FROM "Change"`)
  await client.query(`UPDATE "Project" SET name = name`)
  for (const sql of [
    `UPDATE "Change" SET kind = ''`,
    `DELETE FROM "Change"`,
    `TRUNCATE "Change" CASCADE`,
    `DROP TRIGGER "Change_append_only" ON "Change"`,
    `ALTER TABLE "Change" DISABLE TRIGGER "Change_append_only"`,
    `SET session_replication_role = replica`,
    `CREATE TABLE mine (id int)`,
  ])
    await expect(client.query(sql), sql).rejects.toMatchObject({ code: "42501" })
  await client.end()
  const owner = new pg.Client(url)
  await owner.connect()
  await owner.query(`DROP OWNED BY ${name}`)
  await owner.query(`DROP ROLE ${name}`)
  await owner.end()
})
