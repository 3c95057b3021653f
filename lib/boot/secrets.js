import { randomBytes } from "node:crypto"
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs"
import { join } from "node:path"
import { codeOf, Trouble } from "./trouble.js"

/** @typedef {{ auth: string, superuser: string, app: string }} Secrets */

/**
 * The secrets of a data folder, made at the first start and readable by its owner only. A file that is damaged is
 * left as it is: other secrets would lock the data away.
 * @param {string} folder
 * @returns {Secrets}
 */
export function secretsOf(folder) {
  const file = join(folder, "secrets.json")
  const known = read(file)
  if (known) return known
  if (existsSync(join(folder, "postgres/PG_VERSION")))
    throw new Trouble(
      `${file} is missing, and without its secrets the data beside it can't be opened. Put it back from a backup, or set DATA_DIR to a new folder.`,
    )
  return make(file)
}

/** @param {string} file @returns {Secrets | null} */
function read(file) {
  /** @type {string} */
  let text
  try {
    text = readFileSync(file, "utf8")
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null
    throw new Trouble(`${file} can't be read. Make it readable for the user who starts Apparatus, then start again.`)
  }
  const secrets = parse(text)
  if (secrets && [secrets.auth, secrets.superuser, secrets.app].every(isSecret)) return secrets
  throw new Trouble(
    `${file} is damaged, and without its secrets the data can't be opened. Put it back from a backup, or set DATA_DIR to a new folder.`,
  )
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether it is one of those that are made here. @param {string} words */
export const isSecret = words => /^[0-9a-f]{64}$/.test(words)

/** @param {string} file */
function make(file) {
  const secret = () => randomBytes(32).toString("hex")
  return write(file, { auth: secret(), superuser: secret(), app: secret() })
}

/** Have a data folder keep another secret for what is sealed in its rows. @param {string} folder @param {string} auth */
export const resealWith = (folder, auth) => void write(join(folder, "secrets.json"), { ...secretsOf(folder), auth })

/** Written beside its place and renamed, so that it is never there by half. @param {string} file @param {Secrets} secrets */
function write(file, secrets) {
  const draft = `${file}.new`
  rmSync(draft, { force: true })
  const handle = openSync(draft, "wx", 0o600)
  try {
    writeSync(handle, JSON.stringify(secrets))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, file)
  return secrets
}
