// Runs before each test file: gives it a database of its own, cloned from the migrated one, and the application's
// role. It is asked for at first use, so files that share their modules get a client each.
import { randomUUID } from "node:crypto"
import pg from "pg"
import { afterAll, inject } from "vitest"

const server = `127.0.0.1:${inject("port")}`
const name = `test_${randomUUID().replaceAll("-", "")}`
const admin = new pg.Client(`postgresql://postgres:${inject("superuser")}@${server}/postgres`)
await admin.connect()
await admin.query("SELECT pg_advisory_lock(1)")
await admin.query(`CREATE DATABASE ${name} TEMPLATE template`)
await admin.query("SELECT pg_advisory_unlock(1)")
process.env["DATABASE_URL"] = `postgresql://app:${inject("app")}@${server}/${name}`
process.env["ADMIN_URL"] = `postgresql://postgres:${inject("superuser")}@${server}/${name}`
process.env["AUTH_SECRET"] = "a secret of the tests, long enough to be one"

afterAll(async () => {
  const { database, kept } = await import("../../lib/db/client.ts")
  await database().$disconnect()
  delete kept.apparatusDatabase
  delete kept.apparatusPool
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await admin.end()
})
