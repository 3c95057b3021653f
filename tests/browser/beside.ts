import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { freePort } from "../../lib/boot/postgres.js"

const root = new URL("../..", import.meta.url).pathname

/** Starts another server process on the database and with the secrets of the application that is tested. */
export async function startBeside(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const folder = process.env["TEST_DATA"]!
  const { auth, app } = JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"))
  const database = readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[3]
  const port = await freePort()
  const child = spawn(process.execPath, ["lib/boot/serve-beside.js"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: folder,
      AUTH_SECRET: auth,
      DATABASE_URL: `postgresql://app:${app}@127.0.0.1:${database}/apparatus`,
      APPARATUS_DEMO: "1",
    },
  })
  const ended = new Promise<void>(done => child.once("exit", () => done()))
  const origin = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error("The second server did not start.")
    const answer = await fetch(`${origin}/sign-in`).catch(() => null)
    if (answer?.ok) break
    await new Promise(go => setTimeout(go, 50))
  }
  return {
    origin,
    stop: async () => {
      child.kill("SIGTERM")
      await ended
    },
  }
}
