import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { hold } from "./hold.js"
import { bundleBackground } from "./load-background.js"
import { root } from "./prepare.js"
import { run } from "./run.js"
import { isStopping } from "./stopping.js"
import { Trouble } from "./trouble.js"

const folder = join(root, ".next")
const mark = join(folder, "apparatus-build")

const sources = [
  "app",
  "lib",
  "prisma/schema.prisma",
  "package.json",
  "package-lock.json",
  "next.config.js",
  "proxy.ts",
  "tsconfig.json",
  "lib/boot/background.ts",
  "lib/boot/load-background.js",
]

/** Build the application if it is not built from what there is now. Of two starts at once, the other one waits. */
export async function build() {
  if (isCurrent()) return
  const now = stateOfSources()
  mkdirSync(folder, { recursive: true })
  const held = await holdOf(folder)
  try {
    if (isCurrent()) return
    // An interrupted build must not pass for the one before it.
    rmSync(mark, { force: true })
    const require = createRequire(join(root, "package.json"))
    await run("Building the pages", process.execPath, [require.resolve("next/dist/bin/next"), "build"], {
      NODE_ENV: "production",
    })
    await bundleBackground()
    writeFileSync(mark, now)
  } finally {
    await held.free()
  }
}

/** Whether the application is built from what there is now. Files that nobody touched since are not read for it. */
export function isCurrent() {
  if (!existsSync(mark) || !existsSync(join(folder, "BUILD_ID"))) return false
  const [touched, hash] = readFileSync(mark, "utf8").split("\n")
  if (touched === sourceHash(timesOf)) return true
  const now = stateOfSources()
  if (now.split("\n")[1] !== hash) return false
  try {
    writeFileSync(mark, now)
  } catch {
    // Where nobody may write, as in an image, all is read again the next time.
  }
  return true
}

/** When the sources were touched last, and then what is in them: what is changed in between is read anew the next time. */
const stateOfSources = () => [sourceHash(timesOf), sourceHash()].join("\n")

/** @param {string} file */
function timesOf(file) {
  const { size, mtimeMs, ctimeMs } = statSync(file)
  return `${size} ${mtimeMs} ${ctimeMs}`
}

/** @param {string} path */
async function holdOf(path) {
  for (let waited = 0; ; waited++) {
    const held = await hold(path, "build")
    if (held) return held
    if (waited === 0) console.log("Another start is building the pages; waiting for it …")
    if (isStopping()) throw new Trouble("Stopped while waiting for another build.")
    await new Promise(go => setTimeout(go, 250))
  }
}

/** @param {(file: string) => string | Uint8Array} [of] what of each file counts */
function sourceHash(of = readFileSync) {
  const hash = createHash("sha256")
  // The build fixes the headers that next.config.js answers, and they ask this.
  hash.update(`${(process.env["APP_URL"] ?? "").startsWith("https://")}`)
  for (const source of sources) {
    const path = join(root, source)
    const inside = existsSync(path) && !/\.[a-z]+$/.test(source)
    const files = inside
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          // The start itself is no part of the pages.
          .filter(entry => entry.isFile() && !entry.name.startsWith(".") && !entry.parentPath.endsWith("boot"))
          .map(entry => join(entry.parentPath, entry.name))
          .sort()
      : [path]
    for (const file of files) hash.update(file.slice(root.length)).update("\0").update(of(file))
  }
  return hash.digest("hex")
}
