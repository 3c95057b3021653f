import { availableParallelism } from "node:os"
import { defineConfig } from "@playwright/test"

const port = Number(process.env["TEST_PORT"])

/**
 * What Playwright switches off too, since the last list counts, and the suggestions of an address field that nobody sees
 * here, for which each window would have a process of its own.
 */
const withoutFeatures = [
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "WebUIOmniboxPopup",
].join(",")
const origin = `http://127.0.0.1:${port}`

/** One built app with its demonstration, on a data folder of its own; tests make their own projects. */
export default defineConfig({
  testDir: "browser",
  outputDir: process.env["TEST_OUTPUT"] ?? "../test-results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  // A browser, the server and its database take two processors; more of them at once would only wait for one another.
  workers: availableParallelism() >= 4 ? 2 : 1,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: process.env["TEST_REPORT"] ?? "../test-results/report.json" }]],
  use: {
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"] ?? "",
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", `--disable-features=${withoutFeatures}`],
    },
  },
  webServer: {
    command: "node lib/boot/start.js",
    cwd: "..",
    url: `${origin}/sign-in`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    // So few claims are many, that files are made in the background here; a request is slow soon.
    env: { PORT: String(port), DATA_DIR: process.env["TEST_DATA"] ?? "", EXPORT_AT_ONCE: "2", REQUEST_SECONDS: "8" },
  },
})
