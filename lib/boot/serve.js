import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { resolve } from "node:path"
import { build } from "./build.js"
import { migrate } from "./migrate.js"
import { freePort, grantApp, makeDatabase, secretsOf, startPostgres } from "./postgres.js"
import { root } from "./prepare.js"

const loopback = ["127.0.0.1", "localhost", "::1"]

/**
 * Start the database, the pages and the server, and stop them in the opposite order when the process is told to.
 * @param {{ dev: boolean }} options
 */
export async function serve({ dev }) {
  const host = process.env["HOST"] ?? "127.0.0.1"
  const port = Number(process.env["PORT"] ?? 3000)
  const folder = resolve(root, process.env["DATA_DIR"] ?? ".data")
  prepareFolder(folder)
  await askPort(host, port)
  const free = holdFolder(folder)
  const secrets = secretsOf(folder)
  process.env["DATA_DIR"] = folder
  process.env["AUTH_SECRET"] ??= secrets.auth
  const postgres = process.env["DATABASE_URL"] ? null : await startPostgres(folder, secrets)
  const demo = postgres !== null && loopback.includes(host)
  try {
    if (postgres) {
      await makeDatabase(postgres.address, "apparatus", secrets.app)
      await migrate(postgres.address("apparatus"))
      await grantApp(postgres.address("apparatus"))
      process.env["DATABASE_URL"] = `postgresql://app:${secrets.app}@127.0.0.1:${postgres.port}/apparatus`
    } else await migrate(/** @type {string} */ (process.env["DATABASE_URL"]))
    if (demo) process.env["APPARATUS_DEMO"] = "1"
    else delete process.env["APPARATUS_DEMO"]
    const origin = process.env["APP_URL"] ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`
    const { register } = await import("tsx/esm/api")
    register()
    const { seed } = await import(new URL("../../prisma/seed.ts", import.meta.url).href)
    /** @type {string[]} */
    const lines = await seed({ demo, origin })
    if (!dev) build()
    const { default: next } = await import("next")
    const app = /** @type {any} */ (next)({ dev, dir: root, hostname: host, port })
    await app.prepare()
    const handle = app.getRequestHandler()
    const server = createServer(
      { requestTimeout: 60_000, headersTimeout: 15_000, maxHeaderSize: 16_384 },
      (request, response) => {
        request.headers["x-apparatus-peer"] = request.socket.remoteAddress ?? ""
        handle(request, response)
      },
    )
    await new Promise((done, trouble) => server.once("error", trouble).listen(port, host, () => done(null)))
    console.log(`Apparatus is at ${origin}`)
    for (const line of lines) console.log(line)
    const stop = async () => {
      process.once("SIGINT", () => process.exit(1))
      server.close()
      server.closeAllConnections()
      await postgres?.stop()
      free()
      process.exit(0)
    }
    process.once("SIGTERM", stop)
    process.once("SIGINT", stop)
  } catch (trouble) {
    await postgres?.stop()
    free()
    throw trouble
  }
}

/** @param {string} folder */
function prepareFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch {
    throw new Error(`The data folder ${folder} can't be written. Set DATA_DIR to a folder of yours and start again.`)
  }
}

/** @param {string} host @param {number} port */
async function askPort(host, port) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error("PORT has to be a number from 1 to 65535.")
  const probe = createServer()
  await new Promise((done, trouble) => {
    probe.once("error", trouble).listen(port, host, () => probe.close(done))
  }).catch(async () => {
    throw new Error(
      `Port ${port} on ${host} is taken. Stop what uses it, or start with another one, such as PORT=${await freePort()}.`,
    )
  })
}

/**
 * Keep a second Apparatus off the same data folder. A file left by a killed one does not count.
 * @param {string} folder
 */
function holdFolder(folder) {
  const file = resolve(folder, "running")
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0
  if (pid && pid !== process.pid && isApparatus(pid))
    throw new Error(
      `Apparatus is already running on ${folder} (process ${pid}). Stop it, or set DATA_DIR to another folder.`,
    )
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}

/** @param {number} pid */
function isApparatus(pid) {
  try {
    process.kill(pid, 0)
    if (!existsSync("/proc")) return true
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("start.js")
  } catch {
    return false
  }
}
