// Measures the server's part of the main job in one run: opening a room and giving a label at three sizes, beside
// one row written with plain pg on the same database, which is the baseline.
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { performance } from "node:perf_hooks"
import { register } from "tsx/esm/api"
import { migrate } from "../../lib/boot/migrate.js"
import { grantApp, makeDatabase, startPostgres } from "../../lib/boot/postgres.js"
import { generate, install, linkPostgresLibraries } from "../../lib/boot/prepare.js"

await install()
linkPostgresLibraries()
await generate()
const folder = mkdtempSync(join(tmpdir(), "apparatus-bench-"))
chmodSync(folder, 0o755)
const server = await startPostgres(folder, { superuser: "superuser", app: "app" })
try {
  await makeDatabase(server.address, "bench", "app")
  await migrate(server.address("bench"))
  await grantApp(server.address("bench"))
  process.env["DATABASE_URL"] = `postgresql://app:app@127.0.0.1:${server.port}/bench`
  register()
  const { measure } = await import("./measure.ts")
  for (const row of await measure(server.address("bench"), () => performance.now())) console.log(row)
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
