import pg from "pg"
import { expect, test } from "vitest"
import { Connection } from "../../lib/db/client.ts"

test("a connection that breaks while nobody listens ends neither the process nor anything else", async () => {
  const connection = new Connection(process.env["DATABASE_URL"])
  await connection.connect()
  const { rows } = await connection.query("SELECT pg_backend_pid() AS pid")
  const admin = new pg.Client(process.env["ADMIN_URL"])
  await admin.connect()
  const ended = new Promise<void>(done => connection.once("end", done))
  await admin.query("SELECT pg_terminate_backend($1)", [rows[0].pid])
  await ended
  await expect(connection.query("SELECT 1")).rejects.toThrow()
  await admin.end()
})
