import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { isStopping, whenStopping } from "./stopping.js"
import { Trouble } from "./trouble.js"

const root = fileURLToPath(new URL("../..", import.meta.url))
const patience = 10_000

/**
 * Run one step of the start in a process of its own and say now and then that it is still under way. What it prints
 * is shown when it fails. It ends with the start when that is stopped.
 * @param {string} doing what is said at the beginning: "Building the pages"
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
export async function run(doing, command, args, env = {}) {
  if (isStopping()) throw new Trouble(`${doing} was stopped.`)
  console.log(`${doing} …`)
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1_000)
  const beat = setInterval(() => console.log(`${doing}: ${seconds()} s …`), patience)
  const windows = process.platform === "win32"
  const child = spawn(command, [...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: windows && command === "npm",
    windowsHide: true,
    // A group of its own, so that its children can be stopped with it.
    detached: !windows,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  })
  let said = ""
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", chunk => {
      said = (said + chunk).slice(-20_000)
    })
  const ended = new Promise(done => {
    child.once("error", error => done(String(error)))
    child.once("close", code => done(code))
  })
  const forget = whenStopping(async () => {
    if (child.pid && child.exitCode === null)
      try {
        process.kill(windows ? child.pid : -child.pid, "SIGTERM")
      } catch {
        return
      }
    await ended
  })
  const code = await ended
  forget()
  clearInterval(beat)
  if (code === 0) return
  if (!isStopping()) console.error(said.trim())
  throw new Trouble(
    `${doing} did not succeed (“${command.split(/[\\/]/).at(-1)} ${args[0]?.split(/[\\/]/).at(-1)}”). The lines above say why; then start again.`,
  )
}
