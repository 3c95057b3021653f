import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { dataFolder } from "./data-folder.js"
import { askDatabaseUrl } from "./database-trouble.js"
import { embeddedDatabase } from "./embedded-database.js"
import { hold } from "./hold.js"
import { secretsOf } from "./secrets.js"
import { whenStopping } from "./stopping.js"
import { Trouble } from "./trouble.js"

/**
 * The address of the database for a script on this machine: the one of DATABASE_URL, the one that a running Apparatus has
 * started, or, when none runs, the same started here until the script stops.
 */
export async function databaseForScripts() {
  const given = process.env["DATABASE_URL"]
  if (given) {
    askDatabaseUrl(given)
    return given
  }
  const folder = dataFolder(process.env)
  if (!existsSync(join(folder, "postgres/PG_VERSION")))
    throw new Trouble(`There are no data in ${folder} yet. Run npm start once, or set DATA_DIR or DATABASE_URL.`)
  const secrets = secretsOf(folder)
  const held = await hold(folder, "data")
  if (!held) return `postgresql://app:${secrets.app}@127.0.0.1:${portIn(folder)}/apparatus`
  whenStopping(held.free)
  return (await embeddedDatabase(folder, secrets)).url
}

/** The port of the database that runs in a data folder. @param {string} folder */
function portIn(folder) {
  const file = join(folder, "postgres/postmaster.pid")
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : []
  if (lines[7]?.trim() === "ready" && /^\d+$/.test(lines[3] ?? "")) return lines[3]
  throw new Trouble("Apparatus is only starting. Wait until it says where it is, then ask again.")
}
