// Measures the splitter beside other segmenters, five thousand anchors in another version of a text beside a plain search, and the main job in one run at three sizes. On the server: opening a room
// and giving a label, beside one row written with plain pg on the same database. In a browser: opening a room beside the
// bare text, and giving a label. The evidence matrix, a grade
// that moves a thousand verdicts, an import of five thousand sources, the next claim of the queue out of ten thousand and
// the flag desk of a hundred thousand flags beside the plain SQL that they need. Agreement and a second opinion on a
// hundred thousand labels, beside both as the books have them and the reading of the rows. How soon another browser hears
// of a change, beside a bare NOTIFY.
// that moves a thousand verdicts, an import of five thousand sources, and the next claim of the queue out of ten thousand
// beside the plain SQL that they need. The overview of fifteen thousand claims beside counting them. How soon another browser hears of a change, beside a bare NOTIFY.
// beside the plain SQL that they need, and a page of fifteen thousand contested claims beside its own. How soon another browser hears of a change, beside a bare NOTIFY.
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

await install()
linkPostgresLibraries()
await generate()
register()
const { splittingLines } = await import("./splitting.ts")
for (const row of await splittingLines(() => performance.now())) console.log(row)
const { versionLines } = await import("./versions.ts")
for (const row of versionLines(() => performance.now())) console.log(row)
const folder = mkdtempSync(join(tmpdir(), "apparatus-bench-"))
chmodSync(folder, 0o755)
const server = await startPostgres(folder, { superuser: "superuser", app: "app" })
try {
  await makeDatabase(server.address, "bench", "app")
  await migrate(server.address("bench"))
  await grantApp(server.address("bench"))
  process.env["DATABASE_URL"] = `postgresql://app:app@127.0.0.1:${server.port}/bench`
  const { measure } = await import("./measure.ts")
  for (const row of await measure(server.address("bench"), sizes, () => performance.now())) console.log(row)
  const { measureLive } = await import("./live.ts")
  for (const row of await measureLive(server.address("bench"), () => performance.now())) console.log(row)
  const { measureEvidence } = await import("./evidence.ts")
  for (const row of await measureEvidence(server.address("bench"), () => performance.now())) console.log(row)
  const { measureQueue } = await import("./queue.ts")
  for (const row of await measureQueue(server.address("bench"), () => performance.now())) console.log(row)
  const { measureFlags } = await import("./flags.ts")
  for (const row of await measureFlags(server.address("bench"), () => performance.now())) console.log(row)
  const { measureAgreement } = await import("./agreement.ts")
  for (const row of await measureAgreement(server.address("bench"), () => performance.now())) console.log(row)
  const { measureOverview } = await import("./overview.ts")
  for (const row of await measureOverview(server.address("bench"), () => performance.now())) console.log(row)
  const { measureContested } = await import("./contested.ts")
  for (const row of await measureContested(server.address("bench"), () => performance.now())) console.log(row)
  const { measureMatrix } = await import("./matrix.ts")
  const { lines, path } = await measureMatrix(server.address("bench"), () => performance.now())
  const app = await startApp(server.address("bench"))
  try {
    const { feelMatrix } = await import("./matrix-browser.ts")
    for (const row of [...lines, ...(await feelMatrix(app.origin + path, findBrowser()))]) console.log(row)
  } finally {
    await app.stop()
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
const app = await startApp()
try {
  const { feel } = await import("./browser.ts")
  const { feltLines } = await import("./felt-lines.ts")
  for (const row of feltLines(await feel(app.origin, findBrowser(), sizes))) console.log(row)
} finally {
  await app.stop()
}
const again = await startApp()
console.log(`first page after a first start with a build at hand   ${(again.startedIn / 1000).toFixed(1)} s`)
await again.stop()
process.exit(0)
