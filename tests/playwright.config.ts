import { defineConfig } from "@playwright/test"

const port = Number(process.env["TEST_PORT"])
const origin = `http://127.0.0.1:${port}`

/** One built app with its demonstration, on a data folder of its own; tests make their own projects. */
export default defineConfig({
  testDir: "browser",
  outputDir: process.env["TEST_OUTPUT"] ?? "../test-results",
  timeout: 150_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  // A busy machine may stop a browser for longer than a test waits; what is broken fails twice.
  retries: 1,
  reporter: [["list"], ["json", { outputFile: process.env["TEST_REPORT"] ?? "../test-results/report.json" }]],
  use: {
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"] ?? "",
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    },
  },
  webServer: {
    command: "node lib/boot/start.js",
    cwd: "..",
    url: `${origin}/sign-in`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: { PORT: String(port), DATA_DIR: process.env["TEST_DATA"] ?? "" },
  },
})
