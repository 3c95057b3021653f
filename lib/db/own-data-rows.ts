import { type OwnTable, ownAccountColumns, ownTables } from "../domain/own-data.ts"
import { rowsIn, type StoredRow } from "./archive-rows.ts"
import type { AccountPass } from "./pass.ts"

/** Rows that are read at once. */
const run = 1_000

/** Let all that follows be read as one moment shows it, over some minutes if it takes them. Nothing may be asked before. */
export async function holdMoment({ tx }: AccountPass): Promise<void> {
  await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`
  await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = '10min'`
}

/** The row of one's own account. */
export const ownAccountData = (pass: AccountPass): Promise<StoredRow> =>
  pass.tx.user.findUniqueOrThrow({ where: { id: pass.actor.id }, select: selected(ownAccountColumns) })

/** The projects that one is or was in; only of those in which one is now is the name told. */
export async function ownProjectNames(pass: AccountPass): Promise<readonly StoredRow[]> {
  const rows = await pass.tx.membership.findMany({
    where: { userId: pass.actor.id },
    select: { leftAt: true, project: { select: { id: true, name: true } } },
    orderBy: { projectId: "asc" },
  })
  return rows.map(({ leftAt, project }) => ({ id: project.id, ...(leftAt === null && { name: project.name }) }))
}

/** All rows of a table that are one's own, a run at a time, in the order of their keys. */
export async function* ownRows(pass: AccountPass, name: keyof typeof ownTables): AsyncGenerator<readonly StoredRow[]> {
  const { table, by, key, columns, only = {} }: OwnTable = ownTables[name]
  const select = selected([...columns, ...key])
  const orderBy = key.map(column => ({ [column]: "asc" }))
  let last: StoredRow | null = null
  for (;;) {
    const where: object = { [by]: pass.actor.id, ...only, ...(last && { OR: behind(key, last) }) }
    const rows: readonly StoredRow[] = await rowsIn(pass.tx, { table }).findMany({ where, select, orderBy, take: run })
    yield rows.map(row => Object.fromEntries(columns.map(column => [column, row[column]])))
    if (rows.length < run) return
    last = rows.at(-1)!
  }
}

const selected = (columns: readonly string[]) => Object.fromEntries(columns.map(column => [column, true as const]))

/** Conditions of which one holds for the rows behind `last`, in the order of the key. */
const behind = (key: readonly string[], last: StoredRow): readonly object[] =>
  key.map((column, at) => ({
    ...Object.fromEntries(key.slice(0, at).map(before => [before, last[before]])),
    [column]: { gt: last[column] },
  }))

/** Delete what belongs to one's account and to no project's record. */
export async function deleteOwnRows(pass: AccountPass): Promise<void> {
  const going = (Object.values(ownTables) as readonly OwnTable[]).filter(({ goes }) => goes)
  for (const { table, by } of going) await rowsIn(pass.tx, { table }).deleteMany({ where: { [by]: pass.actor.id } })
  await pass.tx.savedView.deleteMany({ where: { ownerId: pass.actor.id, shared: false } })
}
