import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { root, run } from "./prepare.js"

const sources = [
  "app",
  "lib",
  "prisma/schema.prisma",
  "package-lock.json",
  "next.config.js",
  "proxy.ts",
  "tsconfig.json",
]

/** Build the application if its sources are other than those it was built from. */
export function build() {
  const mark = join(root, ".next/apparatus-build")
  const hash = sourceHash()
  if (existsSync(mark) && existsSync(join(root, ".next/BUILD_ID")) && readFileSync(mark, "utf8") === hash) return
  console.log("Building the pages …")
  const require = createRequire(join(root, "package.json"))
  run(process.execPath, [require.resolve("next/dist/bin/next"), "build"])
  writeFileSync(mark, hash)
}

function sourceHash() {
  const hash = createHash("sha256")
  for (const source of sources) {
    const path = join(root, source)
    const inside = existsSync(path) && !/\.[a-z]+$/.test(source)
    const files = inside
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter(entry => entry.isFile())
          .map(entry => join(entry.parentPath, entry.name))
          .sort()
      : [path]
    for (const file of files) hash.update(file.slice(root.length)).update("\0").update(readFileSync(file))
  }
  return hash.digest("hex")
}
