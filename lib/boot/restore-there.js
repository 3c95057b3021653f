import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { dataFolder, holdDataFolder } from "./data-folder.js"
import { askDatabaseUrl, databaseTrouble } from "./database-trouble.js"
import { draft, name } from "./embedded-database.js"
import { grantApp, makeDatabase, startPostgres, withClient } from "./postgres.js"
import { restoreBackup } from "./restore-backup.js"
import { isSecret, resealWith, secretsOf } from "./secrets.js"
import { whenStopping } from "./stopping.js"
import { Trouble } from "./trouble.js"

/** @typedef {(sentence: string) => void} Say */

/**
 * Restore into the empty database of somebody's own server.
 * @param {string} url @param {string | null} owner @param {string} file @param {Say} say
 */
export async function restoreThere(url, owner, file, say) {
  askDatabaseUrl(url)
  if (owner) askDatabaseUrl(owner, "DATABASE_OWNER_URL")
  try {
    const done = await withClient(owner ?? url, client => restoreBackup(client, file, say))
    if (owner) await grantApp(owner, decodeURIComponent(new URL(url).username))
    say(restored(done))
    keepSecret(dataFolder(process.env), done.auth, say)
  } catch (error) {
    throw databaseTrouble(error, owner ?? url)
  }
}

/**
 * Restore into a new data folder with a database of its own. Nothing stays in it when that fails.
 * @param {string} folder @param {string} file @param {Say} say
 */
export async function restoreInto(folder, file, say) {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Trouble(`${folder} is not empty. A backup is restored into a new data folder: name one with --into.`)
  const isNew = !existsSync(folder)
  const free = await holdDataFolder(folder)
  const forget = whenStopping(free)
  let whole = false
  const clear = () => {
    if (whole) return
    for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { recursive: true, force: true })
    if (isNew) rmSync(folder, { recursive: true, force: true })
  }
  const forgetClearing = whenStopping(clear)
  try {
    const secrets = secretsOf(folder)
    const server = await startPostgres(folder, secrets)
    try {
      await makeDatabase(server.address, draft, secrets.app)
      const done = await withClient(server.address(draft), client => restoreBackup(client, file, say))
      await grantApp(server.address(draft))
      // The server keeps its own passwords; what seals the secrets in the rows is the backup's.
      if (done.auth !== null && isSecret(done.auth)) resealWith(folder, done.auth)
      await withClient(server.address("postgres"), client => client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`))
      whole = true
      say(`${restored(done)} Start it with DATA_DIR=${folder} npm start`)
      keepSecret(folder, done.auth, say)
    } finally {
      await server.stop()
    }
  } finally {
    forgetClearing()
    forget()
    await free()
    clear()
  }
}

/** @param {{ rows: number, projects: number }} done */
const restored = ({ rows, projects }) =>
  `${rows} rows of ${projects === 1 ? "a project" : `${projects} projects`} were restored, read back and compared, and the log gone through.`

/**
 * Says what to do when the server here would open what is sealed in the backup with another secret.
 * @param {string} folder @param {string | null} auth @param {Say} say
 */
function keepSecret(folder, auth, say) {
  if (auth === null) {
    say("The backup has no AUTH_SECRET. Set it to the one that the server had, or secrets of webhooks can't be read.")
    return
  }
  const here = process.env["AUTH_SECRET"] || (existsSync(join(folder, "secrets.json")) ? secretsOf(folder).auth : null)
  if (here === auth) return
  const file = join(folder, "restored-auth-secret")
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(file, auth, { mode: 0o600 })
  say(`The secret that seals what is in the backup is in ${file}. Set AUTH_SECRET to it, then start Apparatus.`)
}
