import pg from "pg"
import { expect, test } from "vitest"
import { type OwnTable, ownAccountColumns, ownTables } from "../../lib/domain/own-data.ts"

const tables: readonly OwnTable[] = Object.values(ownTables)

/** Tables in which nothing is one person's, each with why. */
const nobodys: Readonly<Record<string, string>> = {
  SetupLink: "a link that nobody has used yet, or that somebody used who is not named",
  PasskeyChallenge: "random words for a browser that nobody has told who uses it, for five minutes",
  RateLimiterFlexible: "counts under hashes of addresses, for a day at most",
  Document: "a text as a project has it; who added it stands in the history",
  Version: "as its document",
  Unit: "a passage of a text",
  Wording: "as the passage",
  Reopening: "that a verdict fell; whose change it was stands in the history",
  NormingClaim: "a claim of a round",
  ExportPiece: "as the file that it is a piece of; goes with it",
  WebhookPlace: "how far a webhook was told",
  WebhookDelivery: "a message without anybody's name or words",
  WebhookAttempt: "as the message",
  _prisma_migrations: "tells of the instance",
}

/** Columns of a person's own row that are not in their file, or that stay when the account is deleted, each with why. */
const ofUser: Readonly<Record<string, string>> = {
  passwordHash: "a secret; it goes",
  broughtInAt: "whoever was brought in has no account",
  deletedAt: "whoever deleted theirs has none",
}

async function ask<T extends object>(sql: string): Promise<readonly T[]> {
  const client = new pg.Client(process.env["ADMIN_URL"])
  await client.connect()
  const { rows } = await client.query<T>(sql)
  await client.end()
  return rows
}

test("of every column that may say something of a person it is decided what they are handed and what becomes of it; write a new one down in own-data.ts or own-record.ts", async () => {
  const columns = await ask<{ table: string; name: string }>(
    `SELECT table_name AS "table", column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
  )
  const real = new Map<string, string[]>()
  for (const { table, name } of columns) real.set(table, [...(real.get(table) ?? []), name])
  const decided = new Map<string, Set<string>>()
  for (const { table, by, columns, without = {} } of tables) {
    const known = decided.get(table) ?? new Set()
    for (const name of [by, ...columns, ...Object.keys(without)]) known.add(name)
    decided.set(table, known)
  }
  decided.set("User", new Set([...ownAccountColumns, ...Object.keys(ofUser)]))
  expect([...decided.keys(), ...Object.keys(nobodys)].sort()).toEqual([...real.keys()].sort())
  for (const [table, known] of decided) expect([...known].sort(), table).toEqual(real.get(table)!.sort())
})

test("every column that names somebody leads to that person's own file, or it says why not", async () => {
  const named = await ask<{ table: string; name: string }>(
    `SELECT c.conrelid::regclass::text AS "table", a.attname AS name FROM pg_constraint c
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
     WHERE c.contype = 'f' AND c.confrelid = '"User"'::regclass`,
  )
  expect(named.length).toBeGreaterThan(35)
  const left = named.filter(({ table, name }) => {
    const plain = table.replaceAll('"', "")
    return !tables.some(one => one.table === plain && one.by === name)
  })
  // What was told, and by whose act: the act is in that person's own file where it was done.
  expect(left.map(({ table, name }) => `${table.replaceAll('"', "")}.${name}`)).toEqual(["Notice.actorId"])
})

test("what no file may hold stands in none", () => {
  for (const { table, columns } of tables)
    for (const name of columns) expect(name, table).not.toMatch(/hash|secret|lastStep|salt/i)
})
