import { createHash } from "node:crypto"
import { once } from "node:events"
import { finished } from "node:stream/promises"
import copyStreams from "pg-copy-streams"
import { logReports } from "../db/verify-log.ts"
import { copied, sessionSettings, tablesOf } from "./backup-form.js"
import { applyMigration, beginMigrating, migrationsHere } from "./migrate.js"
import { readBackup } from "./read-backup.js"
import { codeOf, Trouble } from "./trouble.js"
import { headsIn } from "./write-backup.js"

/** @typedef {import("pg").Client} Client @typedef {import("./backup-form.js").Contents} Contents */

/**
 * Put everything that a backup holds into an empty database, in one transaction: the schema as it was then, the rows, what
 * this program's newer migrations make of them. Before it is committed every table is read back and compared with the hash
 * in the backup, and the log is gone through. Whatever fails leaves the database as empty as it was.
 * @param {Client} client of the database's owner
 * @param {string} file
 * @param {(sentence: string) => void} told
 * @returns {Promise<{ rows: number, bytes: number, auth: string | null, projects: number }>}
 */
export async function restoreBackup(client, file, told) {
  await client.query(sessionSettings)
  await client.query("BEGIN")
  try {
    await askEmpty(client)
    await beginMigrating(client)
    const done = await fill(client, file, told)
    await client.query("COMMIT")
    await client.query("ANALYZE")
    return done
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {})
    throw error
  }
}

/** @param {Client} client */
async function askEmpty(client) {
  const { rows } = await client.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f') LIMIT 1`,
  )
  if (rows.length > 0)
    throw new Trouble(
      `The database is not empty (it has ${rows[0].relname}). A backup is restored into an empty one: make a new database and set DATABASE_URL to it.`,
    )
}

/** @param {Client} client @param {string} file @param {(sentence: string) => void} told */
async function fill(client, file, told) {
  const ours = migrationsHere()
  /** @type {Filling | null} */
  let filling = null
  /** @type {Contents | null} */
  let contents = null
  let auth = null
  try {
    for await (const part of readBackup(file))
      if ("head" in part) {
        auth = part.auth
        filling = await begin(client, ours, part.head)
        told(`The backup is of ${part.head.madeAt}. Restoring ${part.head.tables.length} tables …`)
      } else if ("contents" in part) contents = part.contents
      else if (filling) await filling.add(part.table, part.content)
  } catch (error) {
    await filling?.abandon()
    throw error
  }
  if (!filling || !contents) throw new Trouble(`${file} is cut short. Take another backup.`)
  const { rows, bytes } = await filling.end(contents)
  told("Checking what was restored …")
  await compare(client, filling.tables, contents)
  for (const migration of ours.filter(({ name }) => !filling.applied.has(name))) {
    await applyMigration(client, migration)
    // As at the end of a transaction of its own.
    await client.query("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
  }
  await verify(client, contents, told)
  return { rows, bytes, auth, projects: contents.projects.length }
}

/** @param {Client} client @param {readonly import("./migrate.js").Migration[]} ours @param {import("./backup-form.js").Head} head */
async function begin(client, ours, head) {
  for (const { name, checksum } of head.migrations) {
    const own = ours.find(migration => migration.name === name)
    if (!own)
      throw new Trouble(
        `The backup was made by a newer Apparatus (it has the migration ${name}). Update the program, then ask again.`,
      )
    if (own.checksum !== checksum)
      throw new Trouble(
        `The backup was made by another Apparatus: its migration ${name} is not the one of this program.`,
      )
    await client.query(own.sql)
  }
  const tables = await tablesOf(client)
  if (JSON.stringify(tables) !== JSON.stringify(head.tables))
    throw new Trouble(
      "The backup's tables are not those that its migrations make. It can't be restored by this program.",
    )
  return new Filling(client, tables, new Set(head.migrations.map(({ name }) => name)), await loosened(client, tables))
}

/**
 * Take away what would look at rows before all of them are there: foreign keys, which are made again afterwards and then
 * look at everything at once, and our own triggers. No rights beyond the owner's are needed for it.
 * @param {Client} client @param {readonly import("./backup-form.js").Table[]} tables
 */
async function loosened(client, tables) {
  const { rows: keys } = await client.query(
    `SELECT conrelid::regclass::text AS place, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'f' ORDER BY conrelid, conname`,
  )
  for (const { place, name } of keys)
    await client.query(`ALTER TABLE ${place} DROP CONSTRAINT ${client.escapeIdentifier(name)}`)
  const triggers = (/** @type {string} */ how) =>
    tables.map(({ name }) => `ALTER TABLE ${client.escapeIdentifier(name)} ${how} TRIGGER USER`).join(";")
  await client.query(triggers("DISABLE"))
  return async () => {
    await client.query("SET CONSTRAINTS ALL IMMEDIATE")
    await client.query(triggers("ENABLE"))
    for (const { place, name, definition } of keys)
      await client.query(`ALTER TABLE ${place} ADD CONSTRAINT ${client.escapeIdentifier(name)} ${definition}`)
    await client.query("SET CONSTRAINTS ALL DEFERRED")
  }
}

/** Takes the rows of one table after another. */
class Filling {
  /** @type {{ name: string, rows: ReturnType<typeof copyStreams.from>, hash: import("node:crypto").Hash } | null} */
  #open = null
  /** @type {Map<string, { rows: number, sha256: string }>} */
  #done = new Map()
  #bytes = 0

  /**
   * @param {Client} client @param {readonly import("./backup-form.js").Table[]} tables @param {ReadonlySet<string>} applied
   * @param {() => Promise<void>} tighten
   */
  constructor(client, tables, applied, tighten) {
    this.client = client
    this.tables = tables
    this.applied = applied
    this.tighten = tighten
  }

  /** @param {string} name @param {Buffer} content */
  async add(name, content) {
    if (this.#open?.name !== name) {
      await this.#close()
      const table = this.tables.find(one => one.name === name)
      if (!table || this.#done.has(name))
        throw new Trouble(`The backup is damaged: its rows of ${name} are out of place.`)
      const rows = this.client.query(copyStreams.from(`COPY ${copied(this.client, table)} FROM STDIN`))
      rows.on("error", () => {})
      this.#open = { name, rows, hash: createHash("sha256") }
    }
    const { rows, hash } = this.#open
    hash.update(content)
    this.#bytes += content.length
    if (rows.errored) throw rows.errored
    if (!rows.write(content)) await Promise.race([once(rows, "drain"), once(rows, "close")])
  }

  async #close() {
    if (!this.#open) return
    const { name, rows, hash } = this.#open
    rows.end()
    try {
      await finished(rows)
    } catch (error) {
      throw /^2[23]/.test(codeOf(error))
        ? new Trouble(
            `The backup is damaged: a row of ${name} can't be stored (${error instanceof Error ? error.message : error}).`,
          )
        : error
    }
    this.#done.set(name, { rows: rows.rowCount, sha256: hash.digest("hex") })
    this.#open = null
  }

  /** Ends what is under way, since nothing else can be said to the database before. */
  async abandon() {
    const rows = this.#open?.rows
    if (!rows || rows.closed) return
    // Not `once` of node:events, which takes the error that is made here for its own.
    const closed = new Promise(done => rows.once("close", done))
    rows.destroy(new Error("abandoned"))
    await closed
  }

  /** @param {Contents} contents */
  async end({ tables }) {
    await this.#close()
    const empty = createHash("sha256").digest("hex")
    for (const { name, rows, sha256 } of tables) {
      const done = this.#done.get(name) ?? { rows: 0, sha256: empty }
      if (done.rows !== rows || done.sha256 !== sha256)
        throw new Trouble(`The backup is damaged: its rows of ${name} are not those that were saved. Take another one.`)
    }
    if (tables.length !== this.tables.length)
      throw new Trouble("The backup is damaged: it lacks tables. Take another one.")
    await this.tighten()
    return { rows: tables.reduce((sum, { rows }) => sum + rows, 0), bytes: this.#bytes }
  }
}

/** Reads every table back. @param {Client} client @param {readonly import("./backup-form.js").Table[]} tables @param {Contents} contents */
async function compare(client, tables, contents) {
  for (const table of tables) {
    const hash = createHash("sha256")
    const rows = client.query(copyStreams.to(`COPY ${copied(client, table)} TO STDOUT`))
    for await (const chunk of rows) hash.update(chunk)
    const due = contents.tables.find(({ name }) => name === table.name)
    if (hash.digest("hex") !== due?.sha256)
      throw new Trouble(`The rows of ${table.name} read otherwise than they were saved. Nothing was restored.`)
  }
}

/**
 * Goes through the log as it is now. One that was unsound when it was saved is restored all the same, and told.
 * @param {Client} client @param {Contents} contents @param {(sentence: string) => void} told
 */
async function verify(client, contents, told) {
  /** @type {import("../db/log-rows.ts").Asking} */
  const ask = async ({ text, values }) => (await client.query({ text, values: [...values] })).rows
  for await (const { project, faulty } of logReports(ask, null))
    if (faulty > 0)
      told(`The log of the project ${project.id} was not sound when it was saved. npm run verify-log tells where.`)
  const heads = new Map((await headsIn(client)).map(({ id, head }) => [id, head]))
  if (contents.projects.some(({ id, head }) => heads.get(id) !== head))
    throw new Trouble("The heads of the projects' logs are not those that the backup states. Nothing was restored.")
}
