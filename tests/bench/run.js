// Measures the splitter beside other segmenters, and the main job at three sizes: on the server beside one row written with
// plain pg on the same database, in a browser beside the bare text. Each other part measures one thing beside the plain SQL,
// or the plain method, that it can't do without, in the same run. `npm run bench -- flags overview` measures those parts alone.
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { performance } from "node:perf_hooks"
import { register } from "tsx/esm/api"
import { migrate } from "../../lib/boot/migrate.js"
import { grantApp, makeDatabase, startPostgres } from "../../lib/boot/postgres.js"
import { generate, install, linkPostgresLibraries } from "../../lib/boot/prepare.js"
import { findBrowser } from "../support/browser.js"
import { startApp } from "./app.js"

const sizes = [160, 2_000, 15_000]
const now = () => performance.now()
const asked = process.argv.slice(2)
const wanted = (/** @type {string} */ part) => asked.length === 0 || asked.includes(part)
const print = (/** @type {readonly string[]} */ rows) => console.log(rows.join("\n"))

await install()
linkPostgresLibraries()
await generate()
register()
if (wanted("splitting")) print(await (await import("./splitting.ts")).splittingLines(now))
if (wanted("versions")) print((await import("./versions.ts")).versionLines(now))
const folder = mkdtempSync(join(tmpdir(), "apparatus-bench-"))
chmodSync(folder, 0o755)
const server = await startPostgres(folder, { superuser: "superuser", app: "app" })
try {
  await makeDatabase(server.address, "bench", "app")
  const address = server.address("bench")
  await migrate(address)
  await grantApp(address)
  process.env["DATABASE_URL"] = `postgresql://app:app@127.0.0.1:${server.port}/bench`
  if (wanted("main")) print(await (await import("./measure.ts")).measure(address, sizes, now))
  if (wanted("live")) print(await (await import("./live.ts")).measureLive(address, now))
  if (wanted("evidence")) print(await (await import("./evidence.ts")).measureEvidence(address, now))
  if (wanted("queue")) print(await (await import("./queue.ts")).measureQueue(address, now))
  if (wanted("flags")) {
    const { lines, path } = await (await import("./flags.ts")).measureFlags(address, now)
    print(lines)
    const app = await startApp(address)
    try {
      print(await (await import("./flags-browser.ts")).feelDesk(app.origin + path, findBrowser()))
    } finally {
      await app.stop()
    }
  }
  if (wanted("agreement")) print(await (await import("./agreement.ts")).measureAgreement(address, now))
  if (wanted("exports")) print(await (await import("./exports.ts")).measureExports(address, now))
  if (wanted("coming-in")) print(await (await import("./coming-in.ts")).measureComingIn(address, now))
  if (wanted("archive")) print(await (await import("./archive.ts")).measureArchive(address, now))
  if (wanted("backup")) print(await (await import("./backup.ts")).measureBackup(address, now))
  if (wanted("overview")) print(await (await import("./overview.ts")).measureOverview(address, now))
  if (wanted("api")) {
    const { apiPlace, measureApi } = await import("./api.ts")
    const place = await apiPlace()
    const app = await startApp(address)
    try {
      print(await measureApi(address, app.origin, place, now))
    } finally {
      await app.stop()
    }
  }
  if (wanted("webhooks")) print(await (await import("./webhooks.ts")).measureWebhooks(address, now))
  if (wanted("contested")) print(await (await import("./contested.ts")).measureContested(address, now))
  if (wanted("matrix")) {
    const { lines, path } = await (await import("./matrix.ts")).measureMatrix(address, now)
    print(lines)
    const app = await startApp(address)
    try {
      print(await (await import("./matrix-browser.ts")).feelMatrix(app.origin + path, findBrowser()))
    } finally {
      await app.stop()
    }
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
if (wanted("browser")) {
  const app = await startApp()
  try {
    const { feel } = await import("./browser.ts")
    const { feltLines } = await import("./felt-lines.ts")
    print(feltLines(await feel(app.origin, findBrowser(), sizes)))
  } finally {
    await app.stop()
  }
  const again = await startApp()
  console.log(`first page after a first start with a build at hand   ${(again.startedIn / 1000).toFixed(1)} s`)
  await again.stop()
}
process.exit(0)
