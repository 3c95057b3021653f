import type { ArchiveTable, Under } from "../domain/archive-table.ts"
import { type ArchiveFile, type ArchivePerson, tableOf } from "../domain/archive-tables.ts"
import { mostReticent, type NameLimit, nobodysName } from "../domain/export-names.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { maskName } from "./sight.ts"

export type StoredRow = Readonly<Record<string, unknown>>

interface Reading {
  readonly where: object
  readonly select: Readonly<Record<string, true>>
  readonly orderBy?: readonly object[]
  readonly take?: number
}

/** What tables are read and written through, whichever they are. */
export interface Rows {
  readonly findMany: (reading: Reading) => Promise<StoredRow[]>
  readonly createMany: (rows: { readonly data: readonly StoredRow[] }) => Promise<{ count: number }>
  readonly deleteMany: (which: { readonly where: object }) => Promise<{ count: number }>
}

/** The rows of a table; the tables are a closed list, which a test compares with the database's own. */
export const rowsIn = (tx: object, { table }: Pick<ArchiveTable, "table">): Rows =>
  (tx as Readonly<Record<string, Rows>>)[`${table.charAt(0).toLowerCase()}${table.slice(1)}`]!

/** Rows that are read at once, and rows above them. */
const run = 200

/** All rows of a table that belong to the project's archive, a run at a time, in the order of the table's key. */
export async function* archiveRows(pass: ProjectPass, file: ArchiveFile): AsyncGenerator<readonly StoredRow[]> {
  const table = tableOf(file)
  if (!table.under) return yield* paged(pass, table, await within(pass, file))
  const { column, many } = table.under
  for await (const above of rowsAbove(pass, table.under)) {
    if (!many)
      yield await rowsIn(pass.tx, table).findMany(reading(table, { ...inProject(pass), [column]: { in: above } }))
    else for (const one of above) yield* paged(pass, table, { ...inProject(pass), [column]: one })
  }
}

const inProject = ({ projectId }: ProjectPass) => ({ projectId })

const reading = ({ columns, key }: ArchiveTable, where: object) => ({
  where,
  select: Object.fromEntries(Object.keys(columns).map(name => [name, true as const])),
  orderBy: key.map(name => ({ [name]: "asc" })),
})

/** The rows that a condition leaves, which the last column of the key tells apart. */
async function* paged(pass: ProjectPass, table: ArchiveTable, where: object): AsyncGenerator<readonly StoredRow[]> {
  const last = table.key.at(-1)!
  const take = table.run ?? run
  let after: object = {}
  for (;;) {
    const rows = await rowsIn(pass.tx, table).findMany({ ...reading(table, { ...where, ...after }), take })
    if (rows.length > 0) yield rows
    if (rows.length < take) return
    after = { [last]: { gt: rows.at(-1)![last] } }
  }
}

/** The ids of the rows above those of a table, a run at a time, in the order of their own file. */
async function* rowsAbove(pass: ProjectPass, { file, project }: Under): AsyncGenerator<readonly string[]> {
  const table = tableOf(file)
  const select = { id: true } as const
  const idsOf = (rows: readonly StoredRow[]) => rows.map(({ id }) => id as string)
  if (!table.under) {
    const rows = await rowsIn(pass.tx, table).findMany({ where: inProject(pass), select, orderBy: [{ id: "asc" }] })
    const ids = project ? [...idsOf(rows), pass.projectId].sort() : idsOf(rows)
    for (let from = 0; from < ids.length; from += run) yield ids.slice(from, from + run)
    return
  }
  for await (const above of rowsAbove(pass, table.under))
    for (const one of above)
      for await (const rows of paged(
        pass,
        { ...table, columns: { id: "id" } },
        { ...inProject(pass), [table.under.column]: one },
      ))
        yield idsOf(rows)
}

/** Which rows of a table that stands under no other one belong to the archive. */
async function within(pass: ProjectPass, file: ArchiveFile): Promise<object> {
  if (file === "project") return { id: pass.projectId }
  // What somebody saved for themselves is theirs.
  if (file === "views") return { ...inProject(pass), shared: true }
  if (file !== "memberships") return inProject(pass)
  const keeper = await idleKeeper(pass)
  return keeper === null ? inProject(pass) : { ...inProject(pass), NOT: { userId: keeper } }
}

/**
 * Who brought the project in, while nothing was changed in it since: their membership is of this instance and no part of
 * what they brought, so that it goes out as it came. Null when there is no such membership.
 */
async function idleKeeper({ tx, projectId }: ProjectPass): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ userId: string }[]>`
    SELECT m."userId" FROM "Project" p
    JOIN "Membership" m ON m."projectId" = p.id AND m."userId" = p."broughtInBy" AND m."joinedAt" = p."broughtInAt"
    WHERE p.id = ${projectId}::uuid AND p."broughtInRevisions" = p.revision +
      (SELECT coalesce(sum(d.revision), 0)::int FROM "Document" d WHERE d."projectId" = p.id)`
  return row?.userId ?? null
}

/** People as an archive calls them: as openly as the project and they themselves let exports name them. */
export async function archivePeople(pass: ProjectPass, ids: readonly string[]): Promise<readonly ArchivePerson[]> {
  const masked = maskName(Prisma.sql`j."pseudonymSalt"::text`, Prisma.sql`p.id`)
  const rows = await pass.tx.$queryRaw<(ArchivePerson & { limit: NameLimit; masked: string })[]>`
    SELECT p.id, p.name, p.orcid, p."exportNames", j."exportNames" AS limit, ${masked} AS masked
    FROM "User" p JOIN "Project" j ON j.id = ${pass.projectId}::uuid
    WHERE p.id = ANY(${ids}::uuid[]) ORDER BY p.id`
  return rows.map(({ limit, masked, ...person }) => {
    const so = mostReticent("orcid", limit, person.exportNames as NameLimit)
    if (so === "pseudonym") return { ...person, name: masked, orcid: null }
    return so === "none" ? { ...person, name: nobodysName, orcid: null } : person
  })
}
