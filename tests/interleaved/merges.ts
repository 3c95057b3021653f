import type pg from "pg"
import type { Choose, Side } from "./steps.ts"

/** How a row is held, as PostgreSQL's manual has it in "Row-Level Locks"; writing holds what it writes as FOR NO KEY UPDATE. */
const modes = ["KEY SHARE", "SHARE", "NO KEY UPDATE", "UPDATE"] as const
type Mode = (typeof modes)[number]

/** Which ways of holding the same row have to wait for each other. */
const conflicts: Readonly<Record<Mode, readonly Mode[]>> = {
  "KEY SHARE": ["UPDATE"],
  SHARE: ["NO KEY UPDATE", "UPDATE"],
  "NO KEY UPDATE": ["SHARE", "NO KEY UPDATE", "UPDATE"],
  UPDATE: modes,
}

/** What matters of a statement to somebody else's, by tables. */
export interface Step {
  readonly sees: ReadonlySet<string>
  readonly holds: ReadonlyMap<string, Mode>
  /** What its transaction holds already. */
  readonly kept: ReadonlyMap<string, Mode>
  /** Of what others see something else from now on: what a transaction wrote, and held, at its end. */
  readonly shows: ReadonlySet<string>
}

/** Which tables each table names, by the database's foreign keys: writing a row holds those that it names. */
export type References = ReadonlyMap<string, readonly string[]>

export async function references(watcher: pg.Client): Promise<References> {
  const { rows } = await watcher.query(`
    SELECT t.relname AS name, coalesce(array_agg(DISTINCT f.relname::text) FILTER (WHERE f.relname IS NOT NULL), '{}') AS named
    FROM pg_class t LEFT JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f'
    LEFT JOIN pg_class f ON f.oid = c.confrelid
    WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace GROUP BY 1`)
  return new Map(rows.map(({ name, named }) => [name, named]))
}

const isEnd = (sql: string) => /^\s*(COMMIT|ROLLBACK|END)\b/i.test(sql) && !/TO SAVEPOINT/i.test(sql)
const held = (table: string) => `held ${table}`

/** What each statement of one of the two means, in the transaction that it is part of. */
export class Reader {
  private within = false
  private looksOnce = false
  private readonly shown = new Set<string>()
  private readonly kept = new Map<string, Mode>()

  constructor(private readonly tables: References) {}

  /** What a statement would be, if it came next. */
  step(sql: string): Step {
    const kept = new Map(this.kept)
    if (isEnd(sql)) return { sees: new Set(), holds: new Map(), kept, shows: new Set(this.shown) }
    const named = [...sql.matchAll(/"(\w+)"/g)].map(([, name]) => name!).filter(name => this.tables.has(name))
    const holds = new Map<string, Mode>()
    const hold = (table: string, mode: Mode) => holdIn(holds, table, mode)
    const writes = writesOf(sql)
    for (const { table, deletes } of writes) {
      hold(table, deletes ? "UPDATE" : "NO KEY UPDATE")
      for (const other of this.tables.get(table) ?? []) hold(other, "KEY SHARE")
    }
    for (const [, mode] of sql.matchAll(/ FOR (NO KEY UPDATE|UPDATE|KEY SHARE|SHARE)\b/g))
      for (const table of named) hold(table, mode as Mode)
    if (/pg_(try_)?advisory/.test(sql)) hold("an advisory lock", "UPDATE")
    // The first statement of a transaction that looks only once looks at everything.
    const sees = new Set(this.looksOnce ? this.tables.keys() : named)
    if (/SKIP LOCKED|NOWAIT|pg_try/.test(sql)) for (const table of holds.keys()) sees.add(held(table))
    return { sees, holds, kept, shows: new Set(this.within ? [] : writes.map(({ table }) => table)) }
  }

  /** Notes that a statement was carried out. */
  did(sql: string): void {
    if (isEnd(sql)) {
      this.within = false
      this.shown.clear()
      this.kept.clear()
      return
    }
    if (/^\s*BEGIN/i.test(sql)) this.within = true
    if (/ISOLATION LEVEL (REPEATABLE READ|SERIALIZABLE)/i.test(sql)) this.looksOnce = true
    else if (!/^\s*(BEGIN|SET)\b/i.test(sql)) this.looksOnce = false
    if (!this.within) return
    for (const { table } of writesOf(sql)) this.shown.add(table)
    for (const [table, mode] of this.step(sql).holds) {
      this.shown.add(held(table))
      holdIn(this.kept, table, mode)
    }
  }
}

/** Of two ways of holding the same row the stronger one counts. */
function holdIn(all: Map<string, Mode>, table: string, mode: Mode): void {
  const had = all.get(table)
  if (!had || modes.indexOf(mode) > modes.indexOf(had)) all.set(table, mode)
}

function writesOf(sql: string): { table: string; deletes: boolean }[] {
  const found = sql.matchAll(/\b(INSERT INTO|UPDATE|DELETE FROM)\s+(?:ONLY\s+)?(?:"public"\.)?"(\w+)"/g)
  return [...found].map(([, word, table]) => ({ table: table!, deletes: word === "DELETE FROM" }))
}

/**
 * Whether it matters who of two comes first: one would wait for the other, each would wait for what the other has, or what
 * the one shows at its end is what the other looks at. What a transaction has not ended with, nobody else sees (read
 * committed).
 */
export const matters = (one: Step, other: Step): boolean =>
  clash(one.holds, other.holds) ||
  (clash(one.holds, other.kept) && clash(other.holds, one.kept)) ||
  shownTo(one, other) ||
  shownTo(other, one)

const clash = (one: ReadonlyMap<string, Mode>, other: ReadonlyMap<string, Mode>) =>
  [...one].some(([table, mode]) => conflicts[mode].includes(other.get(table)!))

const shownTo = (one: Step, other: Step) =>
  [...one.shows].some(table => other.sees.has(table) || other.holds.has(table))

/** A place in a run at which both could go on. */
interface Fork {
  chosen: Side
  tried: number
  /** Whether one of them need not be tried here, since what would come of it was seen on another branch. */
  readonly only: boolean
}

/**
 * Every way to merge the statements of two, one run after another, but for those that differ from one already tried only
 * in the order of statements of which it does not matter who comes first: sleep sets (Godefroid, "Partial-Order Methods
 * for the Verification of Concurrent Systems", LNCS 1032, 1996, ch. 5). `next` answers null when all are done; `covered`
 * says after a run that it turned out to be one of those already tried.
 */
export function everyMerge(tables: References) {
  const forks: Fork[] = []
  let begun = false
  let covered = false
  const next = (): Choose | null => {
    if (begun && !turnBack(forks)) return null
    begun = true
    covered = false
    const readers = [new Reader(tables), new Reader(tables)] as const
    let depth = 0
    let asleep: Side | null = null
    const fork = (ready: readonly Side[]): Side => {
      if (covered) return ready[0]!
      const first = asleep === ready[0] ? ready[1]! : ready[0]!
      const known = forks[depth++]
      if (!known) forks.push({ chosen: first, tried: 1, only: asleep !== null })
      const { chosen, tried } = known ?? forks.at(-1)!
      if (tried > 1) asleep = (1 - chosen) as Side
      return chosen
    }
    return ({ ready, next: statements }) => {
      const side = ready.length === 1 ? ready[0]! : fork(ready)
      const other = (1 - side) as Side
      const waits = statements[other]
      // Alone and asleep: whatever follows was seen.
      if (side === asleep) covered = true
      const step = readers[side].step(statements[side]!)
      if (asleep === other && waits !== null && matters(step, readers[other].step(waits))) asleep = null
      readers[side].did(statements[side]!)
      return side
    }
  }
  return { next, covered: () => covered }
}

/** Back to the latest place at which the other one was not yet let go first; false when there is none. */
function turnBack(forks: Fork[]): boolean {
  for (let last = forks.at(-1); last; last = forks.at(-1)) {
    if (last.tried === 1 && !last.only) {
      last.chosen = (1 - last.chosen) as Side
      last.tried = 2
      return true
    }
    forks.pop()
  }
  return false
}
