import { spawn, spawnSync } from "node:child_process"
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { generate, install, linkPostgresLibraries, root } from "../lib/boot/prepare.js"
import { bundleReader } from "../lib/intake/bundle-reader.js"

// Runs every kind of test there is and sums them up: types and lint count as one test each.
await install()
linkPostgresLibraries()
await generate()
await bundleReader()
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

// Built beside the checks; whoever needs the pages waits for it.
const build = 'import("./lib/boot/build.js").then(({ build }) => build())'
const building = new Promise(done => {
  const child = spawn(process.execPath, ["-e", build], { cwd: root, stdio: ["ignore", "ignore", "inherit"] })
  child.once("error", () => done(1)).once("exit", done)
})

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

/** The browser tests, on the application as it is built and started for everybody. */
async function browserTests() {
  console.log("\n== browser")
  const folder = mkdtempSync(join(tmpdir(), "apparatus-browser-"))
  // PostgreSQL runs as another user when this is root, and has to reach its folder.
  chmodSync(folder, 0o755)
  try {
    const { findBrowser } = await import("./support/browser.js")
    const { freePort } = await import("../lib/boot/postgres.js")
    const told = join(folder, "report.json")
    npx(["playwright", "test", "--config", "tests/playwright.config.ts"], {
      CHROMIUM_PATH: findBrowser(),
      TEST_PORT: String(await freePort()),
      TEST_DATA: join(folder, "data"),
      TEST_OUTPUT: join(folder, "output"),
      TEST_REPORT: told,
    })
    const { stats } = JSON.parse(readFileSync(told, "utf8"))
    passed += stats.expected
    failed += stats.unexpected + stats.flaky + stats.skipped
    if (stats.expected + stats.unexpected + stats.flaky === 0) failed++
  } catch (trouble) {
    console.error(trouble instanceof Error ? trouble.message : trouble)
    failed++
  }
  rmSync(folder, { recursive: true, force: true })
}

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
  const { numPassedTests, numFailedTests, numTotalTestSuites, success } = JSON.parse(readFileSync(report, "utf8"))
  passed += numPassedTests
  failed += numFailedTests
  // Stopping the embedded database makes the exit status 0, and a file that does not load has no failed test.
  if ((status !== 0 || !success) && numFailedTests === 0) failed++
  if (numTotalTestSuites === 0) failed++
} else failed++

if ((await building) !== 0) failed++
if (files.length === 0) await browserTests()

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
