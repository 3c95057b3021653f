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
 * download, or Debian's package when root. Throws a sentence when there is none to be had.
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
  console.log("Looking for a browser: downloading Playwright's Chromium …")
  quietly(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], 180_000)
  const downloaded = own()
  if (downloaded) return downloaded
  if (process.platform === "linux" && process.getuid?.() === 0) {
    console.log("Looking for a browser: installing the system's chromium package …")
    quietly("apt-get", ["update", "-qq"], 120_000)
    quietly("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], 300_000)
  }
  const packaged = own()
  if (packaged) return packaged
  throw new Error("There is no browser for the browser tests. Install Chromium or set CHROMIUM_PATH to one.")
}

/** @param {string} command @param {readonly string[]} args @param {number} timeout milliseconds */
function quietly(command, args, timeout) {
  spawnSync(command, [...args], {
    stdio: ["ignore", "ignore", "inherit"],
    timeout,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  })
}
