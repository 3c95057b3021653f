import { spawn, spawnSync } from "node:child_process"
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { createServer } from "node:net"
import { join, resolve } from "node:path"
import pg from "pg"
import { isFull, tail, whyNot } from "./postgres-log.js"
import { askReachable, postgresPrograms, postgresUser } from "./postgres-programs.js"
import { stopOrphan } from "./stop-orphan.js"
import { isStopping, whenStopping } from "./stopping.js"
import { Trouble } from "./trouble.js"

// Without these the cluster takes its encoding from the shell.
const initdbFlags = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
const largestLog = 5_000_000
// What goes wrong with a statement is told to whoever sent it, and its words may quote a row.
const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "log_min_messages=log"]
// The waits before each try to bring a lost server back, in milliseconds.
const backOff = [50, 200, 500, 1_000, 2_000, 4_000, 8_000]
// Milliseconds between two tries while its disk is full.
const untilRoom = 1_000
const pause = (/** @type {number} */ ms) => new Promise(go => setTimeout(go, ms))

/**
 * Start the embedded PostgreSQL of a data folder. Stops first what a killed Apparatus left running on it. A server
 * that is lost is brought back on the same port, with growing pauses; `told` hears of it, and `lost` is called when it
 * does not come back. While its disk is full it is waited for, however long that takes.
 * @param {string} folder
 * @param {{ superuser: string, app: string }} secrets
 * @param {readonly string[]} [flags] further server settings
 * @param {{ told?: (sentence: string) => void, lost?: (sentence: string) => void }} [watch]
 */
export async function startPostgres(folder, secrets, flags = [], { told = console.error, lost = told } = {}) {
  const directory = resolve(folder, "postgres")
  const programs = await postgresPrograms()
  const user = postgresUser()
  askReachable(folder, programs, user)
  const log = join(folder, "postgres.log")
  if (existsSync(log) && statSync(log).size > largestLog) renameSync(log, `${log}.old`)
  if (!existsSync(join(directory, "PG_VERSION"))) await makeCluster(directory, log, programs, user, secrets.superuser)
  askVersion(directory)
  let foreign = await stopOrphan(directory)
  let port = await freePort()
  /** @type {import("node:child_process").ChildProcess | null} */
  let child = null
  /** @type {number[]} */
  const losses = []
  let stopped = false

  async function launch() {
    if (stopped || isStopping()) throw new Trouble("The database was stopped while it was starting.")
    const began = existsSync(log) ? statSync(log).size : 0
    const handle = openSync(log, "a", 0o600)
    const server = spawn(
      programs.postgres,
      ["-D", directory, "-p", String(port), ...settings.flatMap(setting => ["-c", setting]), ...flags],
      {
        ...user,
        cwd: folder,
        stdio: ["ignore", handle, handle],
        windowsHide: true,
        // Ctrl-C reaches Apparatus only, which stops the server after its requests.
        detached: process.platform !== "win32",
        // The number in postmaster.pid may belong to another program by now; this makes PostgreSQL look past it.
        env: { ...process.env, LC_ALL: "C", PGDATA: directory, ...(foreign ? { PG_GRANDPARENT_PID: foreign } : {}) },
      },
    )
    closeSync(handle)
    child = server
    const ended = new Promise(done => {
      server.once("error", done)
      server.once("exit", done)
    }).then(() => false)
    while (!isReady(directory, server.pid)) {
      if ((await Promise.race([ended, pause(20).then(() => true)])) === false)
        throw new Trouble(whyNot(log, began, "The database did not start"))
    }
    server.once("exit", () => void comeBack())
  }

  async function comeBack() {
    if (stopped || isStopping()) return
    const now = performance.now()
    losses.splice(0, losses.length, ...losses.filter(at => now - at < 60_000), now)
    told("The database has ended unexpectedly. Starting it again …")
    // However often it was lost, what came back each time is tried again, after the longest pause.
    const waits = backOff.slice(Math.min(losses.length, backOff.length) - 1)
    for (let wasFull = false; wasFull || waits.length > 0; ) {
      await pause(wasFull ? untilRoom : /** @type {number} */ (waits.shift()))
      if (stopped || isStopping()) return
      const full = isFull(folder)
      try {
        await launch()
        told("The database is back.")
        return
      } catch {
        // What it said is in its log; the next try comes after a longer pause.
        if (full && !wasFull) told(`The disk of ${folder} is full. The database comes back as soon as there is room.`)
        // What was used up while there was no room says nothing about the time after.
        if (wasFull && !full) waits.splice(0, waits.length, ...backOff)
        wasFull = full
      }
    }
    if (!stopped) lost(`The database ended and does not start again. Its log ${log} says why.`)
  }

  async function stop() {
    stopped = true
    const server = child
    if (!server || server.exitCode !== null || server.signalCode !== null || !server.pid) return
    const ended = new Promise(done => server.once("exit", done))
    for (const signal of /** @type {const} */ (["SIGINT", "SIGQUIT", "SIGKILL"])) {
      if (process.platform === "win32") spawnSync(programs.pg_ctl, ["stop", "-D", directory, "-m", "fast", "-w"])
      else server.kill(signal)
      // Left running, the clock of a server that is gone would keep the process.
      /** @type {NodeJS.Timeout | undefined} */
      let clock
      const late = new Promise(done => {
        clock = setTimeout(done, 15_000, "late")
      })
      const end = await Promise.race([ended, late])
      clearTimeout(clock)
      if (end !== "late") return
    }
  }

  const forget = whenStopping(stop)
  process.once("exit", () => child?.kill("SIGINT"))
  for (let tries = 1; ; port = await freePort(), tries++)
    try {
      await launch()
      break
    } catch (trouble) {
      const why = tail(log, 2_000)
      // Another program can take the port between looking and starting.
      if (!stopped && tries < 3 && /could not create any TCP/.test(why)) continue
      // What a killed Apparatus left is still ending, or came up only after the look for it.
      if (!stopped && tries < 40 && /"postmaster\.pid" already exists|pre-existing shared memory/.test(why)) {
        await pause(50)
        foreign = await stopOrphan(directory)
        continue
      }
      await stop()
      forget()
      throw trouble
    }
  const address = (/** @type {string} */ database) =>
    `postgresql://postgres:${secrets.superuser}@127.0.0.1:${port}/${database}`
  return {
    port,
    address,
    stop: async () => {
      forget()
      await stop()
    },
  }
}

/**
 * Make a new cluster. It gets its name when it is complete, so that an interrupted start leaves none by half.
 * @param {string} directory
 * @param {string} log
 * @param {{ initdb: string }} programs
 * @param {{ uid?: number, gid?: number }} user
 * @param {string} password of the superuser
 */
async function makeCluster(directory, log, { initdb }, user, password) {
  if (isStopping()) throw new Trouble("The database was stopped before it was made.")
  const draft = `${directory}.new`
  const passwordFile = `${directory}.password`
  rmSync(draft, { recursive: true, force: true })
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user.uid !== undefined && user.gid !== undefined)
    for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid)
  const began = existsSync(log) ? statSync(log).size : 0
  const handle = openSync(log, "a", 0o600)
  const child = spawn(
    initdb,
    ["-D", draft, "--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, ...initdbFlags],
    { ...user, stdio: ["ignore", handle, handle], windowsHide: true, env: { ...process.env, LC_ALL: "C" } },
  )
  closeSync(handle)
  const ended = new Promise(done => {
    child.once("error", () => done(1))
    child.once("exit", done)
  })
  const forget = whenStopping(async () => {
    child.kill("SIGTERM")
    await ended
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  })
  const code = await ended
  forget()
  rmSync(passwordFile, { force: true })
  if (code === 0) return renameSync(draft, directory)
  rmSync(draft, { recursive: true, force: true })
  throw new Trouble(whyNot(log, began, "The database could not be made"))
}

/** @param {string} directory */
function askVersion(directory) {
  const version = readFileSync(join(directory, "PG_VERSION"), "utf8").trim()
  if (version !== ours)
    throw new Trouble(
      `The data in ${directory} was made by PostgreSQL ${version}, and this Apparatus has PostgreSQL ${ours}. Start it with the Apparatus that made it, or set DATA_DIR to another folder.`,
    )
}

const ours = "18"

/** Whether the server with this number says in its own file that it takes connections. @param {string} directory @param {number | undefined} pid */
function isReady(directory, pid) {
  try {
    const lines = readFileSync(join(directory, "postmaster.pid"), "utf8").split("\n")
    return lines[0] === String(pid) && lines[7]?.trim() === "ready"
  } catch {
    return false
  }
}

/**
 * Make the database and the role that the application uses: no rights beyond reading and writing rows.
 * @param {(database: string) => string} address
 * @param {string} database
 * @param {string} password
 */
export async function makeDatabase(address, database, password) {
  await withClient(address("postgres"), async client => {
    if (!(await hasDatabase(client, database)))
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`)
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'app'")
    if (role.rowCount === 0) await client.query("CREATE ROLE app LOGIN")
    await client.query(`ALTER ROLE app PASSWORD ${client.escapeLiteral(password)}`)
  })
}

/** @param {pg.Client} client @param {string} name */
export async function hasDatabase(client, name) {
  return (await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name])).rowCount === 1
}

/** Tables whose rows the application may only add. */
const appendOnly = ["AccountEvent", "Change"]

/**
 * Give the application's role its rights on a migrated database.
 * @param {string} url of the database's owner
 * @param {string} name of the role
 */
export async function grantApp(url, name = "app") {
  await withClient(url, async client => {
    const role = client.escapeIdentifier(name)
    await client.query("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`)
    for (const table of [...appendOnly, "_prisma_migrations"])
      await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${client.escapeIdentifier(table)} FROM ${role}`)
  })
}

/** @template T @param {string} url @param {(client: pg.Client) => Promise<T>} work */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true })
  // A connection that breaks also fails the query that is under way; the event alone must not end the process.
  client.on("error", () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** @returns {Promise<number>} a port of the loopback that nobody listens on */
export function freePort() {
  return new Promise((done, trouble) => {
    const probe = createServer()
    probe.on("error", trouble)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => done(address && typeof address === "object" ? address.port : 0))
    })
  })
}
