import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Trouble } from "./trouble.js"

/**
 * Stop the server that a killed Apparatus left running on a cluster. Answers the process number in postmaster.pid
 * when it belongs to another program by now, which is left alone, or to one that has ended and that its parent has not
 * taken note of yet; PostgreSQL has to be told to look past it.
 * @param {string} directory
 * @returns {Promise<string | null>}
 */
export async function stopOrphan(directory) {
  const file = join(directory, "postmaster.pid")
  const pid = existsSync(file) ? (readFileSync(file, "utf8").split("\n")[0] ?? "").trim() : ""
  if (!/^[1-9]\d*$/.test(pid)) return null
  const command = commandOf(Number(pid))
  if (command === null) return null
  if (!command.includes(directory)) return pid
  console.log("Stopping the database of an Apparatus that was killed …")
  for (const signal of /** @type {const} */ (["SIGINT", "SIGQUIT"])) {
    try {
      process.kill(Number(pid), signal)
    } catch {
      return null
    }
    for (let i = 0; i < 400; i++) {
      const command = commandOf(Number(pid))
      if (!command) return command === null ? null : pid
      await new Promise(go => setTimeout(go, 25))
    }
  }
  throw new Trouble(
    `The database of an earlier start (process ${pid}) does not stop. End that process, then start again.`,
  )
}

/** The command line of a process; empty when it has ended and is still listed, null when there is none. @param {number} pid */
function commandOf(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // It is there and another user's: its command line can be read all the same.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return null
  }
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
  } catch {
    return null
  }
  const asked =
    process.platform === "win32"
      ? spawnSync("powershell", [
          "-NoProfile",
          "-Command",
          `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`,
        ])
      : spawnSync("ps", ["-ww", "-p", String(pid), "-o", "command="])
  return asked.stdout?.toString("utf8").trim() || null
}
