import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { migrate } from "../../lib/boot/migrate.js"
import { grantApp, makeDatabase, startPostgres } from "../../lib/boot/postgres.js"
import { bundleReader } from "../../lib/intake/bundle-reader.js"

declare module "vitest" {
  export interface ProvidedContext {
    port: number
    superuser: string
    app: string
  }
}

/** One PostgreSQL a run, migrated once into a template that every test file clones. */
export default async function setup(project: TestProject) {
  await bundleReader()
  const folder = mkdtempSync(join(tmpdir(), "apparatus-test-"))
  chmodSync(folder, 0o755)
  const secrets = { superuser: "superuser", app: "app" }
  const fast = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300"]
  const server = await startPostgres(
    folder,
    secrets,
    fast.flatMap(setting => ["-c", setting]),
  )
  await makeDatabase(server.address, "template", secrets.app)
  await migrate(server.address("template"))
  await grantApp(server.address("template"))
  project.provide("port", server.port)
  project.provide("superuser", secrets.superuser)
  project.provide("app", secrets.app)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
