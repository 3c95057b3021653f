import { existsSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { log, loggedError } from "../log/log-line.js"
import { backupFolder, backupName, isBackupName } from "./backup-names.js"
import { withClient } from "./postgres.js"
import { whenStopping } from "./stopping.js"
import { Trouble } from "./trouble.js"

/** Milliseconds between two looks whether it is time, and after something went wrong. */
const pause = 60_000
const rest = 600_000

/** The lock of whoever makes the backup: of several servers one does. */
const lock = "SELECT pg_try_advisory_lock(72707370) AS held"

/** @typedef {{ folder: string, at: { hour: number, minute: number }, keep: number }} Schedule */

/**
 * When to make backups by oneself: daily at a time of the server's clock; null when nobody asked for it. Throws a sentence when
 * the settings say something that can't be.
 * @param {Record<string, string | undefined>} env
 * @returns {Schedule | null}
 */
export function backupSchedule(env) {
  if (!env["BACKUP_AT"] && !env["BACKUP_DIR"]) return null
  const time = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(env["BACKUP_AT"] || "03:30")
  if (!time) throw new Trouble("BACKUP_AT has to be a time of day such as 03:30. Correct it, then start again.")
  const keep = Number(env["BACKUP_KEEP"] || "14")
  if (!Number.isInteger(keep) || keep < 1 || keep > 1_000)
    throw new Trouble("BACKUP_KEEP has to be a number of backups from 1 to 1000. Correct it, then start again.")
  return { folder: backupFolder(env), at: { hour: Number(time[1]), minute: Number(time[2]) }, keep }
}

/** The last moment at which a backup was due. @param {Schedule["at"]} at @param {Date} now */
export function lastDue({ hour, minute }, now) {
  const due = new Date(now)
  due.setHours(hour, minute, 0, 0)
  if (due > now) due.setDate(due.getDate() - 1)
  return due
}

/** The scheduled backups in a folder, the oldest first. @param {string} folder */
const backupsIn = folder => (existsSync(folder) ? readdirSync(folder).filter(isBackupName).sort() : [])

/**
 * Make the backup that is due, unless it is made or another server makes it, and remove those beyond the number to keep.
 * Answers the new file, or null.
 * @param {string} url @param {Schedule} schedule @param {Date} now
 */
export function makeDueBackup(url, { folder, at, keep }, now) {
  const isMade = () => (backupsIn(folder).at(-1) ?? "") >= backupName(lastDue(at, now))
  if (isMade()) return Promise.resolve(null)
  return withClient(url, async client => {
    const { rows } = await client.query(lock)
    if (!rows[0].held || isMade()) return null
    const file = join(folder, backupName(now))
    const { backUp } = await import("./back-up.js")
    const said = await backUp(url, file, () => {})
    for (const old of backupsIn(folder).slice(0, -keep)) rmSync(join(folder, old))
    log("info", "backup.made", { file, said })
    return file
  })
}

/**
 * Make backups by schedule from this process on. One that fails is told in the log and tried again after ten minutes.
 * @param {string} url @param {Schedule} schedule
 */
export async function startBackups(url, schedule) {
  const { register } = await import("tsx/esm/api")
  register()
  let stopped = false
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const next = (/** @type {number} */ wait) => {
    if (!stopped) timer = setTimeout(() => void look(), wait)
  }
  const look = async () => {
    try {
      await makeDueBackup(url, schedule, new Date())
      next(pause)
    } catch (error) {
      if (!stopped)
        log(
          "error",
          "backup.trouble",
          error instanceof Trouble ? { said: error.message } : { error: loggedError(error) },
        )
      next(rest)
    }
  }
  next(pause)
  whenStopping(() => {
    stopped = true
    clearTimeout(timer)
  })
}
