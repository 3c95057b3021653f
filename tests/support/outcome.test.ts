import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { browserOutcome, gist, vitestOutcome } from "./outcome.js"

const root = new URL("../..", import.meta.url).pathname

let folder: string
beforeEach(() => {
  // Within the project, so that the files find vitest.
  folder = mkdtempSync(join(root, "node_modules/.outcome-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

function run(files: Record<string, string>) {
  for (const [name, words] of Object.entries(files)) writeFileSync(join(folder, name), words)
  const report = join(folder, "report.json")
  const args = [
    "run",
    "--root",
    folder,
    `--reporter=${join(root, "tests/support/report.js")}`,
    `--outputFile=${report}`,
  ]
  writeFileSync(join(folder, "vitest.config.js"), 'export default { test: { include: ["*.test.js"], exclude: [] } }')
  const { status } = spawnSync(join(root, "node_modules/.bin/vitest"), args, { cwd: folder })
  const { passed, failures } = vitestOutcome(JSON.parse(readFileSync(report, "utf8")), status === 0)
  return { passed, failed: failures.map(({ what, why }) => `${what.replace(/^.*\//, "")}: ${gist(why)}`) }
}

test("each test that failed is told, and each file that failed without one", () => {
  const head = 'import { beforeAll, expect, test } from "vitest"\n'
  const outcome = run({
    "one.test.js": `${head}test("adds", () => expect(1 + 1).toBe(3)); test("stays", () => {})`,
    "begins-badly.test.js": `${head}beforeAll(() => { throw new Error("no database") }); test("waits", () => {})`,
    "does-not-load.test.js": 'import "./nowhere.js"',
  })
  expect(outcome.passed).toBe(1)
  expect(outcome.failed).toHaveLength(3)
  expect(outcome.failed).toContain("one.test.js › adds: AssertionError: expected 2 to be 3 // Object.is equality")
  expect(outcome.failed).toContainEqual(expect.stringMatching(/^begins-badly\.test\.js: .*no database/))
  expect(outcome.failed).toContainEqual(expect.stringMatching(/^does-not-load\.test\.js: .*nowhere\.js/))
})

test("a property that failed is told with its seed and its cause", () => {
  const { failed } = run({
    "one.test.js":
      'import fc from "fast-check"\nimport { expect, test } from "vitest"\ntest("holds", () => fc.assert(fc.property(fc.nat(), n => expect(n, "small").toBe(-1)), { seed: 7 }))',
  })
  expect(failed).toEqual([
    expect.stringMatching(/^one\.test\.js › holds: Error: Property failed .*\{ seed: 7, .*Caused by: small: /),
  ])
})

test("a promise that nobody looked after fails a run in which every test passed", () => {
  const outcome = run({
    "one.test.js":
      'import { test } from "vitest"\ntest("passes", async () => { Promise.reject(new Error("left")); await new Promise(done => setTimeout(done, 50)) })',
  })
  expect(outcome).toEqual({ passed: 1, failed: ["unit and integration: ended badly although no test failed"] })
})

test("a browser test that passed only at the second try, or not at all, is told with its error", () => {
  const spec = (title: string, status: string, message?: string) => ({
    file: "room.spec.ts",
    title,
    tests: [{ status, results: [{ errors: message ? [{ message }] : [] }] }],
  })
  const report = {
    stats: { expected: 1 },
    errors: [],
    suites: [
      { specs: [spec("opens", "expected")], suites: [{ specs: [spec("closes", "flaky", "Error: too late")] }] },
      { specs: [spec("rests", "skipped"), spec("ends", "unexpected", "Error: not there")] },
    ],
  }
  expect(browserOutcome(report)).toEqual({
    passed: 1,
    failures: [
      { what: "room.spec.ts › closes", why: "Error: too late" },
      { what: "room.spec.ts › rests", why: "skipped" },
      { what: "room.spec.ts › ends", why: "Error: not there" },
    ],
  })
  expect(browserOutcome({ stats: { expected: 0 }, suites: [], errors: [] }).failures).toHaveLength(1)
})
