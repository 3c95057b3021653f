import { createHash } from "node:crypto"
import { open, rename, rm } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import copyStreams from "pg-copy-streams"
import { loggedProjects, statedEnds } from "../db/log-rows.ts"
import { projectHead } from "../db/project-head.ts"
import {
  backupFormat,
  backupVersion,
  contentsName,
  copied,
  headName,
  secretsName,
  sessionSettings,
  tablesOf,
} from "./backup-form.js"
import { withClient } from "./postgres.js"
import { tarEnd, tarred } from "./tar.js"
import { codeOf, Trouble } from "./trouble.js"

/** Bytes of rows that are one file in the backup. */
const piece = 4 * 1_048_576

/**
 * Write everything that a database holds into one file, as one moment shows it, while people go on working. The file has
 * another name until it is whole and on the disk, and is its owner's alone to read.
 * @param {string} url of a role that may read all tables
 * @param {string} file
 * @param {{ auth: string | null, told?: (done: { table: string, bytes: number }) => void }} options `auth`: what seals secrets
 * @returns {Promise<{ rows: number, bytes: number, tables: number }>} `bytes` of the rows, before they are packed
 */
export async function writeBackup(url, file, { auth, told = () => {} }) {
  const draft = `${file}.part`
  const output = await begun(draft)
  const done = { rows: 0, bytes: 0, tables: 0 }
  try {
    await withClient(url, client =>
      pipeline(
        pieces(client, { auth, told, done }),
        createGzip({ level: 3 }),
        async (/** @type {AsyncIterable<Uint8Array>} */ packed) => {
          for await (const chunk of packed) await output.writeFile(chunk)
        },
      ),
    )
    await output.sync()
    await output.close()
    await rename(draft, file)
    await settled(dirname(resolve(file)))
    return done
  } catch (trouble) {
    await output.close().catch(() => {})
    await rm(draft, { force: true })
    throw codeOf(trouble) === "ENOSPC"
      ? new Trouble(`The disk is full; there is no backup ${file}. Make room, then ask again.`)
      : trouble
  }
}

/** @param {string} draft */
async function begun(draft) {
  try {
    await rm(draft, { force: true })
    return await open(draft, "wx", 0o600)
  } catch (error) {
    throw new Trouble(`${draft} can't be written (${codeOf(error)}). Choose another place for the backup.`)
  }
}

/** A renamed file is kept once its folder is. @param {string} folder */
async function settled(folder) {
  if (process.platform === "win32") return
  const handle = await open(folder, "r")
  await handle.sync()
  await handle.close()
}

const json = (/** @type {string} */ name, /** @type {object} */ value) =>
  tarred(name, Buffer.from(`${JSON.stringify(value, null, 1)}\n`))

/**
 * The bytes of a backup before they are packed; notes in `done` what they hold.
 * @param {import("pg").Client} client
 * @param {{ auth: string | null, told: (done: { table: string, bytes: number }) => void,
 *   done: { rows: number, bytes: number, tables: number } }} options
 */
async function* pieces(client, { auth, told, done }) {
  await client.query(sessionSettings)
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
  const { rows: migrations } = await client.query(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  const { rows: server } = await client.query("SELECT version() AS words, now() AS at")
  const tables = await tablesOf(client)
  yield json(headName, {
    format: backupFormat,
    version: backupVersion,
    madeAt: server[0].at.toISOString(),
    server: server[0].words,
    migrations,
    tables,
  })
  yield json(secretsName, { auth })
  const counted = []
  for (const table of tables) {
    const hash = createHash("sha256")
    let [bytes, number, held] = [0, 0, 0]
    /** @type {Buffer[]} */
    let parts = []
    const cut = () => {
      const whole = tarred(`tables/${table.name}/${String(++number).padStart(6, "0")}`, Buffer.concat(parts))
      parts = []
      held = 0
      told({ table: table.name, bytes: done.bytes })
      return whole
    }
    const rows = client.query(copyStreams.to(`COPY ${copied(client, table)} TO STDOUT`))
    for await (const chunk of rows) {
      hash.update(chunk)
      bytes += chunk.length
      done.bytes += chunk.length
      for (let from = 0; from < chunk.length; from += piece) {
        const part = chunk.subarray(from, from + piece)
        parts.push(part)
        held += part.length
        if (held >= piece) yield cut()
      }
    }
    if (held > 0) yield cut()
    done.rows += rows.rowCount
    done.tables++
    counted.push({ name: table.name, rows: rows.rowCount, bytes, sha256: hash.digest("hex") })
  }
  yield json(contentsName, { tables: counted, projects: await headsIn(client) })
  await client.query("COMMIT")
  yield tarEnd
}

/** The head of each project's log. @param {import("pg").Client} client */
export async function headsIn(client) {
  /** @type {import("../db/log-rows.ts").Asking} */
  const ask = async ({ text, values }) => (await client.query({ text, values: [...values] })).rows
  const heads = []
  for (const { id, salt } of await loggedProjects(ask, null))
    heads.push({ id, head: projectHead(salt, await statedEnds(ask, id)) })
  return heads
}
