import pg from "pg"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { accessTable } from "../commands/access-table.ts"
import { room } from "../commands/everybody.ts"
import { requestTo, routes } from "./caller.ts"
import { visitorOf } from "./signed-in.ts"
import type { Visitor } from "./visitor.ts"

// Nothing that anybody wrote, and no name or address, stands in a line of the log: neither of what goes well nor of what
// fails inside the database, whose errors quote the very row that they are about.

const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/headers", () => ({ headers: async () => current.headers }))

const admin = new pg.Client(process.env["ADMIN_URL"])
const printed: string[] = []
beforeAll(async () => {
  await admin.connect()
  for (const level of ["log", "info", "warn", "error", "debug"] as const)
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void printed.push(words.map(String).join(" ")))
})
afterAll(() => admin.end())

/** Every string in an input that somebody could have written, and no id, number or word of ours. */
function words(value: unknown): string[] {
  if (typeof value === "string") return /[a-z]{3,}.*[ @]|[а-я]/i.test(value) ? [value] : []
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(words) : []
}

const writes = accessTable.filter(
  ({ at, name }) => at.startsWith("POST ") && !name.includes(",") && !at.includes("archive"),
)

/** Let every change of a row fail with an error that quotes the row. */
async function breakTables(broken: boolean): Promise<void> {
  const { rows } = await admin.query(
    `SELECT quote_ident(relname) AS name FROM pg_stat_user_tables WHERE relname <> '_prisma_migrations' AND relname NOT ILIKE 'rate%' AND relname <> 'Session'`,
  )
  await admin.query(`CREATE OR REPLACE FUNCTION quote_row() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'The row %', NEW USING ERRCODE = 'XX000', DETAIL = NEW::text; END $$`)
  for (const { name } of rows)
    await admin.query(
      broken
        ? `CREATE TRIGGER quoting BEFORE INSERT OR UPDATE ON ${name} FOR EACH ROW EXECUTE FUNCTION quote_row()`
        : `DROP TRIGGER quoting ON ${name}`,
    )
}

test("no line says what somebody wrote or who they are, whatever fails", async () => {
  const place = await room()
  const written: string[] = []
  let defects = 0
  const calls: Array<{ at: string; input: Readonly<Record<string, unknown>>; visitor: Visitor }> = []
  for (const row of writes) {
    const by = place[row.good[0]!]
    const input = await row.make(place, by)
    written.push(...words(input), by.name, by.email)
    calls.push({ at: row.at, input, visitor: await visitorOf(by) })
  }
  await breakTables(true)
  for (const { at, input, visitor } of calls) {
    const { request, context } = requestTo(visitor, { at, input })
    current.headers = request.headers
    const response = await routes.get(at)!(request, context)
    const answer = await response.text()
    if (response.status !== 500) continue
    defects++
    for (const word of written) expect(answer, at).not.toContain(word)
  }
  await breakTables(false)
  expect(defects).toBeGreaterThan(40)
  expect(written.length).toBeGreaterThan(60)
  const said = printed.join("\n")
  expect(printed.filter(line => line.includes('"event":"defect"')).length).toBe(defects)
  for (const word of new Set(written)) expect(said).not.toContain(word)
  for (const line of printed) expect(() => JSON.parse(line), line).not.toThrow()
})
