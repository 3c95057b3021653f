import { spawn, spawnSync } from "node:child_process"
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { generate, install, linkPostgresLibraries, root } from "../lib/boot/prepare.js"
import { bundleReader } from "../lib/intake/bundle-reader.js"
import { browserOutcome, gist, vitestOutcome } from "./support/outcome.js"

// Runs every kind of test there is and sums them up: types and lint count as one test each.
await install()
linkPostgresLibraries()
await generate()
await bundleReader()
let passed = 0
let failed = 0
/** What failed, a line each: said again at the end, since what was said where it happened is far above by then. */
const failures = /** @type {string[]} */ ([])

/** @param {string} what @param {string} [why] */
function fail(what, why = "") {
  failed++
  failures.push(why ? `${what}: ${gist(why)}` : what)
}

/** @param {string} name @param {readonly string[]} args */
function once(name, args) {
  console.log(`\n== ${name}`)
  const done = npx(args)
  if (done === 0) passed++
  else fail(name)
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
    const outcome = browserOutcome(JSON.parse(readFileSync(told, "utf8")))
    passed += outcome.passed
    for (const { what, why } of outcome.failures) fail(what, why)
  } catch (trouble) {
    console.error(trouble instanceof Error ? trouble.message : trouble)
    fail("browser", String(trouble))
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
  "--reporter=tests/support/report.js",
  `--outputFile.json=${report}`,
  ...files,
])
if (existsSync(report)) {
  const outcome = vitestOutcome(JSON.parse(readFileSync(report, "utf8")), status === 0)
  passed += outcome.passed
  for (const { what, why } of outcome.failures) fail(what, why)
} else fail("unit and integration", "no report was written")

if ((await building) !== 0) fail("build")
if (files.length === 0) await browserTests()

if (failures.length > 0) console.log(`\n== failed\n${failures.join("\n")}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
