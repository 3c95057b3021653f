import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { tablesOf } from "../../lib/boot/backup-form.js"
import { startPostgres, withClient } from "../../lib/boot/postgres.js"
import { readBackup } from "../../lib/boot/read-backup.js"
import { restoreBackup } from "../../lib/boot/restore-backup.js"
import { restoreInto, restoreThere } from "../../lib/boot/restore-there.js"
import { secretsOf } from "../../lib/boot/secrets.js"
import { makeDueBackup } from "../../lib/boot/start-backups.js"
import { verifyProjects } from "../../lib/boot/verify-there.js"
import { writeBackup } from "../../lib/boot/write-backup.js"
import { closeDatabase } from "../../lib/db/close-database.ts"
import { room } from "../commands/room.ts"
import { furnished } from "../queries/archived.ts"
import { value } from "../queries/project.ts"
import { exportText } from "../queries/whole-export.ts"
import { emptyDatabase, everyRow } from "../support/empty-database.ts"

const here = process.env["DATABASE_URL"]!
const auth = "ab".repeat(32)
const quiet = () => {}
let folder: string
let file: string
let made: Awaited<ReturnType<typeof furnished>>
const dropping: (() => Promise<void>)[] = []

/** A database with nothing in it. */
async function empty(): Promise<string> {
  const { url, drop } = await emptyDatabase()
  dropping.push(drop)
  return url
}

const restoring = (url: string, from: string) => withClient(url, client => restoreBackup(client, from, quiet))

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "backup-"))
  chmodSync(folder, 0o755)
  file = join(folder, "whole.tar.gz")
  made = await furnished()
  await writeBackup(here, file, { auth })
}, 120_000)
afterAll(async () => {
  for (const drop of dropping) await drop()
  rmSync(folder, { recursive: true })
})

test("no table is forgotten, and there is nothing else that rows hang on", async () => {
  const tables = await withClient(process.env["ADMIN_URL"]!, async client => {
    const { rows: others } = await client.query(
      `SELECT relname, relkind FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('r', 'i')`,
    )
    // A sequence, a view of stored rows or large objects would have to be learnt by backups.
    expect(others).toEqual([])
    expect((await client.query("SELECT FROM pg_largeobject_metadata")).rowCount).toBe(0)
    return tablesOf(client)
  })
  const saved: string[] = []
  for await (const part of readBackup(file)) {
    if ("head" in part) {
      expect(part.head.tables).toEqual(tables)
      expect(part.head.migrations.length).toBeGreaterThan(30)
      expect(part.auth).toBe(auth)
    }
    if ("contents" in part) {
      expect(part.contents.tables.map(({ name }) => name)).toEqual(tables.map(({ name }) => name))
      saved.push(...part.contents.tables.flatMap(({ name, rows }) => (rows > 0 ? [name] : [])))
      expect(part.contents.projects.map(({ id }) => id)).toContain(made.projectId)
    }
  }
  expect(Object.keys(await everyRow(here))).toEqual(tables.map(({ name }) => name))
  expect(saved).toEqual(
    expect.arrayContaining(["Change", "Unit", "Version", "Snapshot", "Citation", "_prisma_migrations"]),
  )
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(["whole.tar.gz"])
})

test("a restored database is the same row by row and rule by rule, and exports the same bytes", async () => {
  const there = await empty()
  expect(await restoring(there, file)).toMatchObject({ auth })
  expect(await everyRow(there)).toEqual(await everyRow(here))
  const rules = `SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace UNION ALL
    SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), tgenabled = 'O' FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT tablename, indexname, indexdef, true FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2`
  const rulesOf = (url: string) => withClient(url, async client => (await client.query(rules)).rows)
  expect(await rulesOf(there)).toEqual(await rulesOf(process.env["ADMIN_URL"]!))
  const exported = async () => {
    const { text } = value(await exportText(made.owner, { projectId: made.projectId, format: "json", state: "every" }))
    return text.replace(/"exportedAt": "[^"]+"/, "")
  }
  const before = await exported()
  expect(before).toContain('"head"')
  await closeDatabase()
  process.env["DATABASE_URL"] = there
  try {
    expect(await exported()).toBe(before)
  } finally {
    await closeDatabase()
    process.env["DATABASE_URL"] = here
  }
})

test("while people write, a backup is one moment: it restores, and every log in it is sound", async () => {
  const busy = await room()
  let going = true
  const people = [busy.ann, busy.ben].map(async who => {
    while (going) await busy.source(who)
  })
  const live = join(folder, "live.tar.gz")
  await new Promise(done => setTimeout(done, 200))
  await writeBackup(here, live, { auth: null })
  going = false
  await Promise.all(people)
  const there = await empty()
  await restoring(there, live)
  expect(await verifyProjects(there, null, quiet)).toBe(true)
})

test("what is cut, damaged, newer or none is refused with a sentence, and the database stays empty", async () => {
  const there = await empty()
  const bytes = readFileSync(file)
  const plain = gunzipSync(bytes)
  const bad = join(folder, "bad.tar.gz")
  const tried = async (content: Uint8Array): Promise<string> => {
    writeFileSync(bad, content)
    const said = await restoring(there, bad).then(
      () => "restored",
      (error: Error) => `${error.constructor.name}: ${error.message}`,
    )
    expect(await everyRow(there)).toEqual({})
    return said
  }
  for (const share of [0, 0.01, 0.5, 0.99])
    expect(await tried(bytes.subarray(0, bytes.length * share))).toMatch(/^Trouble: .+cut short/)
  expect(await tried(bytes.subarray(0, -4))).toMatch(/^Trouble: .+cut short/)
  expect(await tried(Buffer.from("something else"))).toMatch(/^Trouble: .+is no backup of Apparatus/)
  expect(await tried(gzipSync("something else".repeat(100)))).toMatch(/^Trouble: .+no backup of Apparatus/)
  const flipped = Buffer.from(bytes)
  flipped[Math.floor(bytes.length / 2)]! ^= 1
  expect(await tried(flipped)).toMatch(/^Trouble: /)
  const replaced = (from: string, to: string) =>
    gzipSync(Buffer.from(plain.toString("latin1").replace(from, to), "latin1"))
  expect(await tried(replaced("Ann Okafor", "Eve Okafor"))).toMatch(/^Trouble: The backup is damaged: its rows of User/)
  const later = "20261203000000_webhooks"
  expect(await tried(replaced(`"name": "${later}"`, `"name": "29991203000000_webhooks"`))).toMatch(
    /^Trouble: The backup was made by a newer Apparatus \(it has the migration 29991203000000_webhooks\)\. Update/,
  )
  expect(await tried(replaced(`"version": 1`, `"version": 2`))).toMatch(
    /^Trouble: The backup was made by a newer Apparatus/,
  )
  await expect(restoring(there, join(folder, "none"))).rejects.toThrow(/can't be read \(ENOENT\)/)
  await restoring(there, file)
  await expect(restoring(there, file)).rejects.toThrow(/^The database is not empty/)
  await expect(writeBackup(here, "/proc/none/b.tar.gz", { auth })).rejects.toThrow(/can't be written/)
})

test("from a server to a data folder and back, with the secret that seals what is in it", async () => {
  const into = join(folder, "data")
  const said: string[] = []
  await restoreInto(into, file, line => said.push(line))
  expect(said.join("\n")).toMatch(/were restored, read back and compared/)
  expect(secretsOf(into).auth).toBe(auth)
  await expect(restoreInto(into, file, quiet)).rejects.toThrow(
    /is not empty\. A backup is restored into a new data folder/,
  )
  const server = await startPostgres(into, secretsOf(into))
  const back = join(folder, "back.tar.gz")
  const app = `postgresql://app:${secretsOf(into).app}@127.0.0.1:${server.port}/apparatus`
  await writeBackup(app, back, { auth })
  const rows = await everyRow(app)
  await server.stop()
  process.env["DATA_DIR"] = join(folder, "elsewhere")
  const there = await empty()
  await restoreThere(there, null, back, quiet)
  expect(await everyRow(there)).toEqual(rows)
  // A server with another secret is told where the backup's is.
  expect(readFileSync(join(folder, "elsewhere/restored-auth-secret"), "utf8")).toBe(auth)
  delete process.env["DATA_DIR"]
  const broken = join(folder, "broken")
  await expect(restoreInto(broken, join(folder, "bad.tar.gz"), quiet)).rejects.toThrow()
  expect(existsSync(broken)).toBe(false)
})

test("of several servers one makes the backup that is due, and the oldest beyond the number to keep go", async () => {
  const at = { hour: 3, minute: 30 }
  const nightly = join(folder, "nightly")
  const schedule = { folder: nightly, at, keep: 2 }
  const day = (date: number) => new Date(2026, 4, date, 4, 0)
  const both = await Promise.all([1, 2].map(() => makeDueBackup(here, schedule, day(1))))
  expect(both.filter(Boolean)).toHaveLength(1)
  expect(await makeDueBackup(here, schedule, day(1))).toBeNull()
  writeFileSync(join(nightly, "mine.tar.gz"), "")
  const later = [await makeDueBackup(here, schedule, day(2)), await makeDueBackup(here, schedule, day(3))]
  expect(readdirSync(nightly).sort()).toEqual([...later.map(path => basename(path!)), "mine.tar.gz"])
})
