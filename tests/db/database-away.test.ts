import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { newUserId } from "../../lib/db/accounts.ts"
import { database, type Transaction } from "../../lib/db/client.ts"
import { isDatabaseAway, isDiskFull } from "../../lib/db/is-database-away.ts"

const admin = new pg.Client(process.env["ADMIN_URL"])
beforeAll(async () => admin.connect())
afterAll(() => admin.end())

const endAll = () =>
  admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app' AND datname = current_database()",
  )
const somebody = () => ({ id: newUserId(), email: `${newUserId()}@example.org`, name: "Ann", passwordHash: null })
const trouble = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

test("a connection that the server ends is known as a database that is away, at whatever point it was", async () => {
  const broken = (next: (tx: Transaction) => Promise<unknown>) =>
    trouble(
      database().$transaction(async tx => {
        await tx.user.count()
        await endAll()
        await new Promise(go => setTimeout(go, 50))
        await next(tx)
      }),
    )
  const found = [
    await broken(tx => tx.user.create({ data: somebody() })),
    await broken(tx => tx.$queryRaw`SELECT 1`),
    // What is told at the end of a transaction has another shape.
    await broken(async () => {}),
  ]
  const asleep = trouble(database().$queryRaw`SELECT pg_sleep(3)`)
  await new Promise(go => setTimeout(go, 200))
  await endAll()
  found.push(await asleep)
  for (const error of found) expect(isDatabaseAway(error), String(error)).toBe(true)
})

test("a disk without room is known as one, by the database's word and by the system's", async () => {
  await admin.query(`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER no_room BEFORE INSERT ON "User" FOR EACH ROW EXECUTE FUNCTION no_room()`)
  try {
    const [model, raw, inside] = await Promise.all([
      trouble(database().user.create({ data: somebody() })),
      trouble(
        database().$executeRaw`INSERT INTO "User" (id, email, name) VALUES (gen_random_uuid(), 'x@example.org', 'X')`,
      ),
      trouble(database().$transaction(tx => tx.user.create({ data: somebody() }))),
    ])
    for (const error of [model, raw, inside]) expect(isDiskFull(error), String(error)).toBe(true)
  } finally {
    await admin.query(`DROP TRIGGER no_room ON "User"; DROP FUNCTION no_room()`)
  }
  expect(isDiskFull(Object.assign(new Error("no space left on device, write"), { code: "ENOSPC" }))).toBe(true)
  expect(isDiskFull(new Error("The disk was mentioned."))).toBe(false)
})
