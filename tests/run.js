import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { generate, install, linkPostgresLibraries, root } from "../lib/boot/prepare.js"

// Runs every kind of test there is and sums them up: types and lint count as one test each.
install()
linkPostgresLibraries()
generate()
let passed = 0
let failed = 0

/** @param {string} name @param {readonly string[]} args */
function once(name, args) {
  console.log(`\n== ${name}`)
  const done = npx(args)
  if (done === 0) passed++
  else failed++
}

/** @param {readonly string[]} args @param {Record<string, string>} [env] */
function npx(args, env = {}) {
  const bin = join(root, "node_modules/.bin", /** @type {string} */ (args[0]))
  const options = /** @type {const} */ ({ cwd: root, stdio: "inherit", shell: process.platform === "win32" })
  return spawnSync(bin, args.slice(1), { ...options, env: { ...process.env, ...env } }).status
}

once("types", ["tsc", "-p", "."])
once("lint", [
  "biome",
  "check",
  "--config-path=tests/lint.json",
  "--diagnostic-level=error",
  "app",
  "lib",
  "prisma",
  "tests",
])

console.log("\n== unit and integration")
const report = join(mkdtempSync(join(tmpdir(), "apparatus-report-")), "vitest.json")
const files = process.argv.slice(2)
const status = npx([
  "vitest",
  "run",
  "--config",
  "tests/vitest.config.ts",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...files,
])
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numTotalTestSuites } = JSON.parse(readFileSync(report, "utf8"))
  passed += numPassedTests
  failed += numFailedTests
  if (status !== 0 && numFailedTests === 0) failed++
  if (numTotalTestSuites === 0) failed++
} else failed++

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
