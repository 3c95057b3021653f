import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { askPort } from "./http-server.js"
import { stop, whenStopping } from "./stopping.js"

const script = fileURLToPath(new URL("serve-beside.js", import.meta.url))

/**
 * Start a second server process beside this one, on the same database, at the next port. It ends with this one, and
 * this one with it; by the line between them also when this one is killed.
 * @param {string} host
 * @param {number} port
 */
export async function startBeside(host, port) {
  await askPort(host, port)
  const child = spawn(process.execPath, [script], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, HOST: host, PORT: String(port), ...measured(), npm_lifecycle_event: "" },
  })
  const ended = new Promise(done => child.once("exit", done))
  void ended.then(() => stop(1))
  whenStopping(async () => {
    child.kill("SIGTERM")
    await ended
  })
}

/** Two processes can't be measured at one port. */
function measured() {
  const { METRICS_PORT } = process.env
  return METRICS_PORT ? { METRICS_PORT: String(Number(METRICS_PORT) + 1) } : {}
}
