import { defineConfig } from "vitest/config"

const root = new URL("..", import.meta.url).pathname
const database = ["tests/{db,commands,interleaved,jobs,queries,live,mail,server}/**/*.test.ts"]

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        root,
        test: {
          name: "pure",
          testTimeout: 120_000,
          hookTimeout: 60_000,
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: database,
        },
      },
      {
        root,
        test: {
          name: "database",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: database,
          globalSetup: ["tests/support/global.ts"],
          setupFiles: ["tests/support/database.ts"],
        },
      },
    ],
  },
})
