import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { log, loggedError } from "../log/log-line.js"
import { startBeside } from "./beside.js"
import { build, isCurrent } from "./build.js"
import { cannotWrite, dataFolder, holdDataFolder } from "./data-folder.js"
import { askDatabaseUrl } from "./database-trouble.js"
import { embeddedDatabase } from "./embedded-database.js"
import { fillWordings } from "./fill-wordings.js"
import { askPort } from "./http-server.js"
import { listenAddress } from "./listen-address.js"
import { loadBackground } from "./load-background.js"
import { guardConsole } from "./log-defects.js"
import { migrateThere } from "./migrate-there.js"
import { openServer } from "./open-server.js"
import { root } from "./prepare.js"
import { secretsOf } from "./secrets.js"
import { backupSchedule, startBackups } from "./start-backups.js"
import { startExporting } from "./start-exporting.js"
import { startForgetting } from "./start-forgetting.js"
import { startMailing } from "./start-mailing.js"
import { startTellingWebhooks } from "./start-telling-webhooks.js"
import { isStopping, whenStopping } from "./stopping.js"
import { codeOf, Trouble } from "./trouble.js"
import { warmUp } from "./warm-up.js"

/** Milliseconds for which only requests are answered. */
const beforeBackground = 2_000

/**
 * Start the database, the pages and the server. What is started is noted with `whenStopping`.
 * @param {{ dev: boolean, cluster: boolean }} options `cluster`: a second server process at the next port
 */
export async function serve({ dev, cluster }) {
  const { host, port, origin, local } = listenAddress(process.env)
  const schedule = backupSchedule(process.env)
  const folder = dataFolder(process.env)
  const given = process.env["DATABASE_URL"] || null
  const owner = (given && process.env["DATABASE_OWNER_URL"]) || null
  // What only the first steps need is no secret to keep in a server's environment.
  delete process.env["DATABASE_OWNER_URL"]
  for (const [name, url] of Object.entries({ DATABASE_URL: given, DATABASE_OWNER_URL: owner }))
    if (url) askDatabaseUrl(url, name)
  // A folder that is there may be in use, which is the better reason to name; one that isn't is not made in vain.
  if (!existsSync(folder)) await askPort(host, port)
  whenStopping(await holdDataFolder(folder))
  await askPort(host, port)
  if (cluster) await askPort(host, port + 1)
  const secrets = secretsIn(folder)
  process.env["DATA_DIR"] = folder
  process.env["AUTH_SECRET"] ||= secrets.auth
  // Getting ready to show pages that are built already and getting the database ready don't wait for each other.
  const ahead = !dev && isCurrent() ? pages({ dev, host, port }) : null
  ahead?.catch(() => {})
  if (given) await migrateThere(given, owner)
  const embedded = given ? null : await embeddedDatabase(folder, secrets)
  if (embedded) process.env["DATABASE_URL"] = embedded.url
  const demo = !given && local
  const made = demo ? shownBefore(folder) : null
  const seeded = made ?? (await seedThere(demo, origin))
  if (seeded.refusal) throw new Trouble(seeded.refusal)
  if (seeded.demo) process.env["APPARATUS_DEMO"] = "1"
  else delete process.env["APPARATUS_DEMO"]
  if (embedded) process.env["DATABASE_URL"] = await embedded.complete()
  if (seeded.demo && !made) writeFileSync(join(folder, madeFile), JSON.stringify(seeded))
  if (!dev && !ahead) await build()
  const app = await (ahead ?? pages({ dev, host, port }))
  if (!dev) guardConsole()
  await openServer(app.getRequestHandler(), host, port)
  console.log(`Apparatus is at ${origin}`)
  if (cluster) await startBeside(host, port + 1)
  for (const line of seeded.lines) console.log(line)
  // Loading what nobody waits for would hold up who does: first come those who were there when the last process ended.
  await new Promise(go => setTimeout(go, beforeBackground).unref())
  if (isStopping()) return
  await startMailing(origin)
  await startExporting(origin)
  await startTellingWebhooks(origin)
  if (schedule) await startBackups(/** @type {string} */ (process.env["DATABASE_URL"]), schedule)
  await startForgetting()
  await makeWordings(/** @type {string} */ (process.env["DATABASE_URL"]))
  await makeRuleFlags()
}

/** @param {{ dev: boolean, host: string, port: number }} options */
async function pages({ dev, host, port }) {
  const { default: next } = await import("next")
  const app = /** @type {any} */ (next)({ dev, dir: root, hostname: host, port })
  const said = console.log
  // How long Next took to read its settings would stand before the one sentence of a start that fails meanwhile.
  console.log = (...words) => words.join(" ").includes("next.config") || said(...words)
  await app.prepare().finally(() => {
    console.log = said
  })
  if (!dev) await warmUp(app.getRequestHandler())
  return app
}

/**
 * What rules find in the claims of an older Apparatus is flagged from now on, or, after a failure, from the next start.
 */
async function makeRuleFlags() {
  try {
    const { fillRuleFlags } = await loadBackground()
    const done = await fillRuleFlags(isStopping)
    if (done > 0)
      console.log(
        `Looked through the claims of ${done === 1 ? "a document" : `${done} documents`} by the rules that raise flags.`,
      )
  } catch (error) {
    if (isStopping()) return
    // The next start tries again.
    log("error", "older-flags.trouble", { error: loggedError(error) })
  }
}

/**
 * Repeats in documents of an older Apparatus are found from now on. Without them everything else works, so that what
 * goes wrong is told and tried again at the next start.
 * @param {string} url
 */
async function makeWordings(url) {
  try {
    const many = (/** @type {number} */ count) => (count === 1 ? "a document" : `${count} documents`)
    const done = await fillWordings(url, count => console.log(`Looking for repeated claims in ${many(count)} …`))
    if (done > 0) console.log(`Repeated claims are shown now in ${many(done)} more.`)
  } catch (error) {
    if (isStopping()) return
    log("error", "older-repeats.trouble", { error: loggedError(error) })
  }
}

/** Where a database says that it has its demonstration, so that the next start need not look. It goes when the data goes. */
const madeFile = "postgres/demonstration.json"

/**
 * @param {string} folder
 * @returns {import("../../prisma/seed.ts").Seeded | null}
 */
function shownBefore(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, madeFile), "utf8"))
  } catch {
    return null
  }
}

/**
 * @param {boolean} demo
 * @param {string} origin
 * @returns {Promise<import("../../prisma/seed.ts").Seeded>}
 */
async function seedThere(demo, origin) {
  const { register } = await import("tsx/esm/api")
  register()
  const { seed } = await import(new URL("../../prisma/seed.ts", import.meta.url).href)
  return seed({ demo, origin })
}

/** @param {string} folder */
function secretsIn(folder) {
  try {
    return secretsOf(folder)
  } catch (error) {
    if (error instanceof Trouble) throw error
    throw new Trouble(cannotWrite(folder, codeOf(error)))
  }
}
