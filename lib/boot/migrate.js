import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { withClient } from "./postgres.js"
import { root } from "./prepare.js"
import { Trouble } from "./trouble.js"

const table = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/** The lock under which the schema of a database is changed, one program at a time. */
const lock = "SELECT pg_advisory_lock(72707369)"

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/** What this program can apply, in order. @returns {Migration[]} */
export function migrationsHere() {
  const folder = join(root, "prisma/migrations")
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map(name => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8")
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") }
    })
}

/** Wait until nobody else changes the schema, and make the table of what was applied. @param {import("pg").ClientBase} client */
export async function beginMigrating(client) {
  await client.query("SET lock_timeout = '60s'")
  await client.query(lock)
  await client.query(table)
}

/** Within a transaction of the caller's. @param {import("pg").ClientBase} client @param {Migration} migration */
export async function applyMigration(client, { name, sql, checksum }) {
  await client.query(sql)
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, now(), $3, 1)`,
    [crypto.randomUUID(), checksum, name],
  )
}

/**
 * Apply the migrations that a database lacks, each in one transaction, and note them in the table in which Prisma's
 * own command line notes them, so that either can go on after the other. One start at a time holds an advisory lock.
 * Throws when the database knows a migration that the code does not: it was made by a newer Apparatus.
 * @param {string} url
 * @returns {Promise<string[]>} the names of what was applied
 */
export function migrate(url) {
  const ours = migrationsHere()
  return withClient(url, async client => {
    await beginMigrating(client)
    const { rows } = await client.query(
      `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    )
    const applied = new Set(rows.map(row => row.name))
    const newer = [...applied].find(name => !ours.some(one => one.name === name))
    if (newer)
      throw new Trouble(
        `The database was made by a newer Apparatus (it has the migration ${newer}). Update the program, then start again.`,
      )
    const missing = ours.filter(({ name }) => !applied.has(name))
    if (missing.length > 0)
      console.log(`Applying ${missing.length === 1 ? "a migration" : `${missing.length} migrations`} …`)
    for (const migration of missing) {
      await client.query("BEGIN")
      await applyMigration(client, migration)
      await client.query("COMMIT")
    }
    return missing.map(({ name }) => name)
  })
}
