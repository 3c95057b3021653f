import { randomUUID } from "node:crypto"
import pg from "pg"

/** An empty database on the server of the tests, of whose owner the address is; `drop` ends it. */
export async function emptyDatabase(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const address = process.env["ADMIN_URL"]!
  const name = `empty_${randomUUID().replaceAll("-", "")}`
  const ask = async (sql: string) => {
    const client = new pg.Client(address)
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await ask(`CREATE DATABASE ${name}`)
  const url = new URL(address)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => ask(`DROP DATABASE ${name} WITH (FORCE)`) }
}

/** Every row of every table as text, by the tables' names. */
export async function everyRow(url: string): Promise<Record<string, readonly string[]>> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query("SET TimeZone = 'UTC'")
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`,
  )
  const all: Record<string, readonly string[]> = {}
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(
      `SELECT t::text AS row FROM "${name}" t ORDER BY t::text COLLATE "C"`,
    )
    all[name] = rows.map(({ row }) => row)
  }
  await client.end()
  return all
}
