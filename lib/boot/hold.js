import { constants, openSync, realpathSync, statSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { codeOf } from "./trouble.js"

/**
 * Hold a folder for one purpose until `free` is called or the process ends, however it ends: the system keeps the
 * hold, so that there is no file to go stale and of two at once exactly one gets it. Answers null when another
 * process has it.
 * @param {string} folder which has to exist
 * @param {string} purpose one word
 * @returns {Promise<null | { free: () => Promise<void> }>}
 */
export async function hold(folder, purpose) {
  if (process.platform === "linux" || process.platform === "win32") return holdName(nameOf(folder, purpose))
  return holdFile(join(folder, `${purpose}.lock`))
}

/** @param {string} folder @param {string} purpose */
function nameOf(folder, purpose) {
  const { dev, ino } = statSync(realpathSync(folder), { bigint: true })
  const name = `apparatus-${purpose}-${dev}-${ino}`
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : `\0${name}`
}

/** @param {string} name of a socket that is in no folder */
async function holdName(name) {
  const server = createServer(socket => socket.destroy())
  try {
    await new Promise((done, trouble) => server.once("error", trouble).listen(name, () => done(null)))
  } catch (error) {
    if (codeOf(error) === "EADDRINUSE" || codeOf(error) === "EACCES") return null
    throw error
  }
  server.unref()
  return { free: () => /** @type {Promise<void>} */ (new Promise(done => server.close(() => done()))) }
}

// macOS and the BSDs lock a file while opening it; Node has no names for these flags.
const exclusively = 0x20 | 0x4

/** @param {string} file */
function holdFile(file) {
  try {
    const handle = openSync(file, constants.O_RDWR | constants.O_CREAT | exclusively, 0o600)
    return { free: async () => void handle }
  } catch (error) {
    if (codeOf(error) === "EAGAIN") return null
    throw error
  }
}
