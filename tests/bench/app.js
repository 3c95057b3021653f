import { spawn } from "node:child_process"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "../../lib/boot/postgres.js"
import { root } from "../../lib/boot/prepare.js"

/**
 * Start the built application on a fresh data folder, and on the given database unless it is to have its own; answers
 * its address and how to stop it.
 * @param {string} [database]
 * @returns {Promise<{ origin: string, startedIn: number, stop: () => Promise<void> }>}
 */
export async function startApp(database = "") {
  const folder = mkdtempSync(join(tmpdir(), "apparatus-bench-app-"))
  // PostgreSQL runs as another user when this is root, and has to reach its folder.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const began = Date.now()
  const child = spawn(process.execPath, ["lib/boot/start.js"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DATABASE_URL: database, PORT: String(port), DATA_DIR: join(folder, "data") },
  })
  const ended = new Promise(done => child.once("exit", done))
  const origin = `http://127.0.0.1:${port}`
  const stop = async () => {
    child.kill("SIGTERM")
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (;;) {
    if (child.exitCode !== null) throw new Error("The application did not start.")
    const answer = await fetch(`${origin}/sign-in`).catch(() => null)
    if (answer?.ok) return { origin, startedIn: Date.now() - began, stop }
    await new Promise(go => setTimeout(go, 50))
  }
}
