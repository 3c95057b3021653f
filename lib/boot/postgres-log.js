import { readFileSync, statfsSync } from "node:fs"
import { dirname } from "node:path"

/** Bytes that a database may need to start: a file of what it writes ahead, and some more. */
const startTakes = 32 * 1_048_576

/** Why a database did not start, in a sentence. @param {string} log @param {number} began the length of the log before @param {string} what */
export function whyNot(log, began, what) {
  const said = readFileSync(log).subarray(began).toString("utf8")
  // On a full disk it can't even write down why.
  if (/No space left on device|Disk quota exceeded/.test(said) || (!said.trim() && isFull(dirname(log))))
    return `${what}: the disk of ${log} is full. Make room, then start again.`
  const line = /(?:FATAL|PANIC|error):\s*(.+)/.exec(said)?.[1] ?? "it said nothing"
  return `${what}: ${line.replace(/[.\s]+$/, "")}. More is in ${log}; put it right, then start again.`
}

/** Whether a database that starts has not the room that it may need. @param {string} folder */
export function isFull(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < startTakes
  } catch {
    return false
  }
}

/** The last bytes of a file. @param {string} file @param {number} length */
export const tail = (file, length) => readFileSync(file).subarray(-length).toString("utf8")
