import fc from "fast-check"
import { expect, test } from "vitest"
import { everyMerge, type References } from "./merges.ts"
import type { Choose, Side } from "./steps.ts"

// A database of two rows in which everything is known, for the law that no outcome is passed over.
const tables: References = new Map([
  ["A", []],
  ["B", []],
])
type Program = readonly string[]

/** What two programs come to in one order: all that each saw, and what is stored at the end. */
function run(programs: readonly [Program, Program], choose: Choose): string {
  const stored = new Map<string, string>([
    ["A", ""],
    ["B", ""],
  ])
  const holder = new Map<string, Side>()
  const sides = programs.map(program => ({
    left: [...program],
    seen: [] as string[],
    drafts: new Map<string, string>(),
    blocked: null as string | null,
  }))
  const tableOf = (sql: string) => /"(\w)"/.exec(sql)?.[1] ?? ""
  const end = (side: Side, commit: boolean) => {
    const { drafts } = sides[side]!
    if (commit) for (const [table, value] of drafts) stored.set(table, value)
    drafts.clear()
    for (const [table, who] of holder) if (who === side) holder.delete(table)
    const other = sides[1 - side]!
    if (other.blocked !== null && !holder.has(tableOf(other.blocked))) {
      const sql = other.blocked
      other.blocked = null
      carryOut((1 - side) as Side, sql)
    }
  }
  const carryOut = (side: Side, sql: string) => {
    const mine = sides[side]!
    const table = tableOf(sql)
    if (sql === "BEGIN") return
    if (sql === "COMMIT") return end(side, true)
    const holds = /UPDATE/.test(sql)
    if (holds && holder.has(table) && holder.get(table) !== side) {
      mine.blocked = sql
      if (sides[1 - side]!.blocked === null) return
      // Both wait: who came last gives up, as in a deadlock.
      mine.blocked = null
      mine.left = []
      mine.seen.push("deadlock")
      return end(side, false)
    }
    if (holds) holder.set(table, side)
    const now = mine.drafts.get(table) ?? stored.get(table)!
    mine.seen.push(`${table}:${now}`)
    if (sql.startsWith("UPDATE")) mine.drafts.set(table, `${now}${side}`)
  }
  const readyOf = () => ([0, 1] as const).filter(side => sides[side]!.left.length > 0 && sides[side]!.blocked === null)
  for (let ready = readyOf(); ready.length > 0; ready = readyOf()) {
    const next = sides.map(({ left, blocked }) => (blocked === null ? (left[0] ?? null) : null))
    const side = choose({ ready, next: next as [string | null, string | null], done: [0, 0] })
    carryOut(side, sides[side]!.left.shift()!)
  }
  return JSON.stringify([sides.map(({ seen }) => seen), [...stored]])
}

/** All orders there are, one after another. */
function everyOrder(programs: readonly [Program, Program]): Set<string> {
  const found = new Set<string>()
  const path: Side[] = []
  for (;;) {
    let at = 0
    found.add(
      run(programs, ({ ready }) => {
        if (ready.length === 1) return ready[0]!
        if (at === path.length) path.push(0)
        return path[at++]!
      }),
    )
    while (path.at(-1) === 1) path.pop()
    if (path.length === 0) return found
    path[path.length - 1] = 1
  }
}

function merged(programs: readonly [Program, Program]): { outcomes: Set<string>; runs: number } {
  const every = everyMerge(tables)
  const outcomes = new Set<string>()
  let runs = 0
  for (let choose = every.next(); choose; choose = every.next()) {
    const outcome = run(programs, choose)
    if (every.covered()) continue
    outcomes.add(outcome)
    runs++
  }
  return { outcomes, runs }
}

const statement = fc.constantFrom(
  'SELECT FROM "A"',
  'SELECT FROM "B"',
  'SELECT FROM "A" FOR UPDATE',
  'SELECT FROM "B" FOR NO KEY UPDATE',
  'UPDATE "A"',
  'UPDATE "B"',
)
const program = fc
  .array(statement, { minLength: 1, maxLength: 4 })
  .map((statements): Program => ["BEGIN", ...statements, "COMMIT"])

test("whatever two can come to in any order of their statements, they come to in one that is tried", () => {
  fc.assert(
    fc.property(program, program, (one, other) => {
      const programs = [one, other] as const
      expect(merged(programs).outcomes).toEqual(everyOrder(programs))
    }),
    { numRuns: 150 },
  )
})

test("statements that have nothing to do with each other are tried in one order", () => {
  const careful: Program = ["BEGIN", 'SELECT FROM "A"', 'UPDATE "A"', "COMMIT"]
  const elsewhere: Program = ["BEGIN", 'SELECT FROM "B"', 'UPDATE "B"', "COMMIT"]
  expect(merged([careful, elsewhere]).runs).toBe(1)
  expect(merged([careful, careful]).runs).toBeGreaterThan(1)
})
