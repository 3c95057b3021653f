import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { hold } from "./hold.js"
import { root } from "./prepare.js"
import { codeOf, Trouble } from "./trouble.js"

/** Where the embedded database and the secrets lie. @param {Record<string, string | undefined>} env */
export const dataFolder = env => resolve(root, env["DATA_DIR"] || ".data")

/**
 * Make the data folder if need be, and hold it, so that no second Apparatus works on it. Answers what lets it go.
 * @param {string} folder
 */
export async function holdDataFolder(folder) {
  const note = join(folder, "running")
  try {
    // As root the database's own user has to pass through; the secrets inside are their owner's alone either way.
    makeFolder(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
    const held = await hold(folder, "data")
    if (!held) throw new Trouble(alreadyRunning(folder, note))
    writeFileSync(note, String(process.pid))
    return async () => {
      rmSync(note, { force: true })
      await held.free()
    }
  } catch (error) {
    if (error instanceof Trouble) throw error
    throw new Trouble(cannotWrite(folder, codeOf(error)))
  }
}

/**
 * Step by step, because Node's own recursive way never returns where the system says that a parent is missing though it
 * is there, as on /proc.
 * @param {string} folder
 * @param {number} mode
 */
function makeFolder(folder, mode) {
  if (existsSync(folder)) return
  makeFolder(dirname(folder), mode)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error
  }
}

/** @param {string} folder @param {string} code of a system error */
export function cannotWrite(folder, code) {
  if (code === "ENOSPC" || code === "EDQUOT")
    return `The disk of the data folder ${folder} is full. Make room, or set DATA_DIR to another folder, then start again.`
  return `The data folder ${folder} can't be written (${code || "unknown"}). Set DATA_DIR to a folder of yours, then start again.`
}

/** @param {string} folder @param {string} note with the number of the process that runs */
function alreadyRunning(folder, note) {
  const pid = existsSync(note) ? readFileSync(note, "utf8") : ""
  return `Apparatus is already running on ${folder}${/^\d+$/.test(pid) ? ` (process ${pid})` : ""}. Stop it, or set DATA_DIR to another folder.`
}
