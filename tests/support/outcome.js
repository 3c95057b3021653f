import { relative } from "node:path"
import { stripVTControlCharacters } from "node:util"

/** @typedef {{ passed: number, failures: { what: string, why: string }[] }} Outcome */

/**
 * How the unit and integration tests ended, by vitest's own report.
 * @param {any} report what its JSON reporter wrote
 * @param {boolean} endedWell whether its process ended with status 0
 * @returns {Outcome}
 */
export function vitestOutcome(report, endedWell) {
  const failures = []
  for (const { name, status, message, assertionResults } of report.testResults) {
    const file = relative(process.cwd(), name)
    const failed = assertionResults.filter((/** @type {any} */ test) => test.status === "failed")
    for (const { fullName, failureMessages } of failed)
      failures.push({ what: `${file} › ${fullName}`, why: failureMessages[0] ?? "" })
    if (status === "failed" && failed.length === 0) failures.push({ what: file, why: message })
  }
  // Stopping the embedded database makes the exit status 0, so that it alone does not tell of a failure.
  if ((!endedWell || !report.success) && failures.length === 0)
    failures.push({ what: "unit and integration", why: "ended badly although no test failed" })
  if (report.numTotalTestSuites === 0) failures.push({ what: "unit and integration", why: "there were none" })
  return { passed: report.numPassedTests, failures }
}

/**
 * How the browser tests ended, by Playwright's own report. What passed only when it was tried again, or was skipped, failed.
 * @param {any} report what its JSON reporter wrote
 * @returns {Outcome}
 */
export function browserOutcome(report) {
  const failures = []
  for (const spec of report.suites.flatMap(specsOf))
    for (const test of spec.tests) {
      if (test.status === "expected") continue
      const why = test.results.flatMap((/** @type {any} */ result) => result.errors)[0]?.message ?? test.status
      failures.push({ what: `${spec.file} › ${spec.title}`, why })
    }
  for (const { message } of report.errors ?? []) failures.push({ what: "browser", why: message })
  const { expected } = report.stats
  if (expected + failures.length === 0) failures.push({ what: "browser", why: "there were no tests" })
  return { passed: expected, failures }
}

/** @param {any} suite @returns {any[]} */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
}

/**
 * What is said of a failure at the end of a run: its first line, the seed that repeats it, and the first line of its cause.
 * @param {string} text
 */
export function gist(text) {
  const [first = "", ...rest] = stripVTControlCharacters(text).trim().split("\n")
  const more = rest.filter(line => /^(\{ seed: |Caused by: )/.test(line))
  return [first, ...more].map(line => line.slice(0, 300)).join(" ")
}
