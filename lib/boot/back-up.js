import { existsSync, mkdirSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { dataFolder } from "./data-folder.js"
import { databaseTrouble } from "./database-trouble.js"
import { secretsOf } from "./secrets.js"
import { writeBackup } from "./write-backup.js"

/** Milliseconds between two words of how far it is. */
const pause = 5_000

/**
 * Write a backup and answer in a sentence what is in it.
 * @param {string} url @param {string} file @param {(line: string) => void} told hears how far it is
 */
export async function backUp(url, file, told) {
  const folder = dirname(resolve(file))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let last = Date.now()
  const progress = (/** @type {{ table: string, bytes: number }} */ { table, bytes }) => {
    if (Date.now() - last < pause) return
    last = Date.now()
    told(`… ${megabytes(bytes)} so far, at ${table}`)
  }
  const auth = sealing()
  if (auth === null)
    told(
      "AUTH_SECRET is not set here and no data folder has one, so that it is not in the backup. Keep it elsewhere: without it secrets of webhooks can't be read.",
    )
  try {
    const { rows, bytes, tables } = await writeBackup(url, file, { auth, told: progress })
    return `${rows} rows of ${tables} tables, ${megabytes(bytes)}. The file holds personal data and secrets: keep it where nobody else reads it.`
  } catch (error) {
    throw databaseTrouble(error, url)
  }
}

/** @param {number} bytes */
const megabytes = bytes => `${(bytes / 1_000_000).toFixed(1)} MB`

/** What seals secrets in the database: AUTH_SECRET, or the one of the data folder. */
function sealing() {
  if (process.env["AUTH_SECRET"]) return process.env["AUTH_SECRET"]
  const folder = dataFolder(process.env)
  return existsSync(join(folder, "secrets.json")) ? secretsOf(folder).auth : null
}
