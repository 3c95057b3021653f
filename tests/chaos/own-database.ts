import { randomBytes } from "node:crypto"
import { freePort, startPostgres, withClient } from "../../lib/boot/postgres.js"

/** A database server of a campaign's own, which can be stopped and started again at the same port. */
export interface OwnDatabase {
  readonly port: number
  /** The address of a database of its owner, as DATABASE_URL has it; at another port when something stands before it. */
  readonly address: (port?: number) => string
  /** The same database, for a superuser. */
  readonly superuser: () => string
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Make a server in a folder, with an empty database that somebody owns who is nobody else. */
export async function ownDatabase(folder: string): Promise<OwnDatabase> {
  const secrets = { superuser: randomBytes(16).toString("hex"), app: randomBytes(16).toString("hex") }
  const password = randomBytes(16).toString("hex")
  const port = await freePort()
  const launch = () => startPostgres(folder, secrets, ["-p", String(port)], { told: () => {} })
  const at = (name: string) => `postgresql://postgres:${secrets.superuser}@127.0.0.1:${port}/${name}`
  let server = await launch()
  await withClient(at("postgres"), async client => {
    await client.query(`CREATE ROLE apparatus LOGIN PASSWORD '${password}'`)
    await client.query("CREATE DATABASE apparatus OWNER apparatus ENCODING 'UTF8' TEMPLATE template0")
  })
  return {
    port,
    address: (through = port) => `postgresql://apparatus:${password}@127.0.0.1:${through}/apparatus`,
    superuser: () => at("apparatus"),
    start: async () => {
      server = await launch()
    },
    stop: () => server.stop(),
  }
}
