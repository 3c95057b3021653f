import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { chromium } from "@playwright/test"

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
]

/**
 * The path of a browser: the one that CHROMIUM_PATH names, an installed Chromium or Chrome, Playwright's own, its
 * download, or Debian's package when root. Throws a sentence when there is none to be had. What the installers print
 * is reduced to a line, and a download that stands still is given up.
 * @returns {string}
 */
export function findBrowser() {
  const named = process.env["CHROMIUM_PATH"]
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`)
    return named
  }
  const own = () => [...places, chromium.executablePath()].find(path => existsSync(path))
  const installed = own()
  if (installed) return installed
  attempt("downloading Playwright's Chromium", 180_000, [
    [process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium"],
  ])
  const downloaded = own()
  if (downloaded) return downloaded
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0)
    attempt("installing the system's chromium package", 420_000, [
      ["apt-get", "update", "-qq"],
      ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ])
  const packaged = own()
  if (packaged) return packaged
  throw new Error("There is no browser for the browser tests. Install Chromium or set CHROMIUM_PATH to one.")
}

/** @param {string} what @param {number} timeout milliseconds for all @param {readonly string[][]} commands */
function attempt(what, timeout, commands) {
  console.log(`Looking for a browser: ${what} …`)
  const until = Date.now() + timeout
  for (const [command = "", ...args] of commands) {
    const done = spawnSync(command, args, {
      encoding: "utf8",
      timeout: Math.max(1, until - Date.now()),
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" },
    })
    if (done.status === 0) continue
    const said = `${done.stdout ?? ""}\n${done.stderr ?? ""}`
    const line = said.split("\n").find(each => /error|failed|unable|could not/i.test(each))
    console.log(`  It did not work: ${line?.trim() ?? (done.error ? "it took too long" : "it said nothing")}`)
    return
  }
}
