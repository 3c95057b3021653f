import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { defineConfig } from "vitest/config"

const root = new URL("..", import.meta.url).pathname
const database = "tests/{db,commands,interleaved,jobs,queries,live,mail,server}/**/*.test.ts"

// What needs a database and replaces no module takes over the modules that the file before it loaded: loading them anew for
// each file would take as long as the tests.
const replaces = (file: string) => /\bvi\./.test(readFileSync(join(root, file), "utf8"))
const together = ["tests/commands", "tests/queries"]
  .flatMap(folder => readdirSync(join(root, folder)).map(name => `${folder}/${name}`))
  .filter(file => file.endsWith(".test.ts") && !replaces(file))

const withDatabase = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  globalSetup: ["tests/support/global.ts"],
  setupFiles: ["tests/support/database.ts"],
}

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        root,
        test: {
          name: "pure",
          testTimeout: 120_000,
          hookTimeout: 60_000,
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [database],
        },
      },
      { root, test: { ...withDatabase, name: "database", include: [database], exclude: together } },
      { root, test: { ...withDatabase, name: "commands", include: together, isolate: false } },
    ],
  },
})
