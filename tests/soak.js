// Runs for hours what the tests run for seconds: random people against the model, the log against its rows, archives
// there and back, and two writes at once in every order of their statements. Each part tells its seed, and is repeated
// with it: npm run soak -- --only replay --seed 7. Two writes at once go on where they ended with --from: npm run soak --
// --only interleaved --seed 7 --from 1200.
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { generate, install, linkPostgresLibraries, root } from "../lib/boot/prepare.js"
import { bundleReader } from "../lib/intake/bundle-reader.js"

const text = /** @type {const} */ ({ type: "string" })
const { values } = parseArgs({ options: { runs: text, seed: text, only: text, from: text } })
const runs = Number(values.runs ?? 50_000)
const share = (/** @type {number} */ part) => String(Math.max(1, Math.round(runs * part)))

/** @type {Record<string, { files: string[], env: Record<string, string> }>} */
const parts = {
  replay: { files: ["tests/commands/replay.test.ts"], env: { REPLAY_RUNS: share(1) } },
  together: { files: ["tests/commands/together.test.ts"], env: { TOGETHER_RUNS: share(0.01) } },
  archives: { files: ["tests/queries/project-archive.test.ts"], env: { ARCHIVE_RUNS: share(0.01) } },
  interleaved: { files: ["tests/interleaved"], env: { INTERLEAVED_PAIRS: share(0.1) } },
}

const chosen = Object.entries(parts).filter(([name]) => !values.only || name === values.only)
if (chosen.length === 0 || !Number.isInteger(runs) || runs < 1) {
  console.error(`Usage: npm run soak -- [--runs 50000] [--seed N] [--from N] [--only ${Object.keys(parts).join("|")}]`)
  process.exit(1)
}

await install()
linkPostgresLibraries()
await generate()
await bundleReader()

const failed = []
for (const [name, { files, env }] of chosen) {
  console.log(`\n== ${name}: ${Object.values(env)[0]}`)
  const seeds = values.seed
    ? { REPLAY_SEED: values.seed, TOGETHER_SEED: values.seed, ARCHIVE_SEED: values.seed, INTERLEAVED_SEED: values.seed }
    : {}
  const args = ["run", "--config", "tests/vitest.config.ts", ...files]
  const options = /** @type {const} */ ({ cwd: root, stdio: "inherit", shell: process.platform === "win32" })
  const { status } = spawnSync(join(root, "node_modules/.bin/vitest"), args, {
    ...options,
    env: { ...process.env, ...env, ...seeds, ...(values.from && { INTERLEAVED_FROM: values.from }) },
  })
  if (status !== 0) failed.push(name)
}
console.log(failed.length > 0 ? `\nFailed: ${failed.join(", ")}` : "\nNothing failed.")
process.exitCode = failed.length > 0 ? 1 : 0
