import { availableParallelism } from "node:os"
import { defineConfig } from "@playwright/test"

const port = Number(process.env["TEST_PORT"])
/** What Playwright switches off too (the last list counts), and the suggestions of an address field that nobody sees here, for which each window would have a renderer of its own. */
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
  // A limit is for what hangs: a machine that is busy may take a minute for what is done in ten seconds elsewhere.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  fullyParallel: false,
  // A browser, the server and its database take two processors; more of them at once would only wait for one another.
  workers: availableParallelism() >= 4 ? 2 : 1,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: process.env["TEST_REPORT"] ?? "../test-results/report.json" }]],
  use: {
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    // Nothing is waited for that only fades; what moves is looked at where a test says so.
    contextOptions: { reducedMotion: "reduce" },
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
    // So few claims are many, that files are made in the background here.
    env: { PORT: String(port), DATA_DIR: process.env["TEST_DATA"] ?? "", EXPORT_AT_ONCE: "2" },
  },
})
