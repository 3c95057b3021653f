// Two hundred simulated reviewers label the claims of one document of ten thousand, over HTTP and live streams, on two
// server processes that serve one database. Then every answer that was given is looked for in the database, and the same
// rows are written with plain pg at the same pace. LOAD_SECONDS, LOAD_PEOPLE
// and LOAD_PAUSE say for how long, how many, and how many seconds there are between two labels of one person.
import { spawn } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { register } from "tsx/esm/api"
import { freePort } from "../../lib/boot/postgres.js"
import { generate, install, linkPostgresLibraries, root } from "../../lib/boot/prepare.js"

await install()
linkPostgresLibraries()
await generate()
const folder = mkdtempSync(join(tmpdir(), "apparatus-load-"))
// PostgreSQL runs as another user when this is root, and has to reach its folder.
chmodSync(folder, 0o755)
const data = join(folder, "data")
const port = await freePort()
const origins = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${port + 1}`]
const child = spawn(process.execPath, ["lib/boot/start.js", "--cluster"], {
  cwd: root,
  stdio: ["ignore", "ignore", "inherit"],
  env: { ...process.env, DATABASE_URL: "", PORT: String(port), DATA_DIR: data },
})
const ended = new Promise(done => child.once("exit", done))
try {
  for (const origin of origins)
    while (!(await fetch(`${origin}/sign-in`).catch(() => null))?.ok) {
      if (child.exitCode !== null) throw new Error("The application did not start.")
      await new Promise(go => setTimeout(go, 100))
    }
  const { auth, app } = JSON.parse(readFileSync(join(data, "secrets.json"), "utf8"))
  const place = readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[3]
  process.env["DATABASE_URL"] = `postgresql://app:${app}@127.0.0.1:${place}/apparatus`
  process.env["AUTH_SECRET"] = auth
  register()
  const { load } = await import("./load.ts")
  const people = Number(process.env["LOAD_PEOPLE"] ?? 200)
  const seconds = Number(process.env["LOAD_SECONDS"] ?? 180)
  // Who works fast reads a sentence, labels it and gives a reason in some eight seconds.
  const pause = 1_000 * Number(process.env["LOAD_PAUSE"] ?? 8)
  const { lines, sound } = await load({ origins, people, seconds, pause, claims: 10_000 })
  for (const line of lines) console.log(line)
  if (!sound) process.exitCode = 1
} finally {
  child.kill("SIGTERM")
  await ended
  rmSync(folder, { recursive: true, force: true })
}
