import { type ArchiveFile, type ArchivePerson, tableOf } from "../domain/archive-tables.ts"
import { ArchiveTrouble } from "../domain/archive-trouble.ts"
import { rulesVersion } from "../domain/rule-flags.ts"
import type { UnitKind } from "../domain/unit.ts"
import { rowsIn, type StoredRow } from "./archive-rows.ts"
import { Prisma } from "./generated/client.ts"
import { type AccountPass, ownProjects, type ProjectPass } from "./pass.ts"
import { refreshAllVerdicts } from "./stored-verdicts.ts"
import { insertWordings } from "./wording-rows.ts"

/** Whether a project is here, whoever belongs to it. */
export const isProjectHere = async ({ tx }: AccountPass, id: string): Promise<boolean> =>
  (await tx.project.findUnique({ where: { id }, select: { id: true } })) !== null

export interface PersonHere extends ArchivePerson {
  /** Whether an archive brought them, so that they have no account. */
  readonly broughtIn: boolean
}

/** Who of these people is here. */
export async function peopleHere({ tx }: AccountPass, ids: readonly string[]): Promise<readonly PersonHere[]> {
  const rows = await tx.user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, orcid: true, exportNames: true, broughtInAt: true },
    orderBy: { name: "asc" },
  })
  return rows.map(({ broughtInAt, ...person }) => ({ ...person, broughtIn: broughtInAt !== null }))
}

/**
 * Store people who have no account here: nobody can sign in as them. Their address is drawn, so that nobody can have
 * taken it before, and leads nowhere (RFC 2606).
 */
export async function insertPeople({ tx, at }: AccountPass, people: readonly ArchivePerson[]): Promise<void> {
  const data = people.map(person => ({
    ...person,
    email: `${crypto.randomUUID()}@brought-in.invalid`,
    broughtInAt: at,
  }))
  await sound("people", () => tx.user.createMany({ data }))
}

/**
 * Store rows of an archive as they are, changes and their hashes among them. This is the one write into a log that appends
 * nothing: the project is new here, and what is wrong with the rows the database refuses, which is an ArchiveTrouble.
 */
export async function insertArchived(
  { tx, actor, at }: AccountPass,
  file: ArchiveFile,
  rows: readonly StoredRow[],
  revisions: number,
): Promise<void> {
  const table = tableOf(file)
  const bringing = { broughtInBy: actor.id, broughtInAt: at, broughtInRevisions: revisions }
  const more = file === "project" ? bringing : file === "documents" ? { rulesVersion } : {}
  const empty = Object.keys(table.columns).filter(name => table.columns[name] === "json?")
  const data = rows.map(row => {
    const none = empty.filter(name => row[name] === null).map(name => [name, Prisma.DbNull] as const)
    return { ...row, ...more, ...Object.fromEntries(none) }
  })
  await sound(file, () => rowsIn(tx, table).createMany({ data }))
}

/** Makes whoever brings a project in its owner, unless the archive says that they are. */
export async function insertKeeper({ tx, actor, at }: AccountPass, projectId: string): Promise<void> {
  const data = { projectId, userId: actor.id, role: "owner", joinedAt: at }
  await tx.membership.createMany({ data, skipDuplicates: true })
}

/**
 * Computes again what is computed from the rows, once all of them are stored: wordings, verdicts and what rules flag. Answers
 * how many verdicts differ from what the archive says.
 */
export async function settleArchive(pass: AccountPass, projectId: string): Promise<number> {
  await sound(null, () => pass.tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`)
  const inside = (await ownProjects(pass)).find(project => project.projectId === projectId)!
  const documents = await pass.tx.document.findMany({
    where: { projectId },
    select: { id: true, currentVersion: true },
    orderBy: { id: "asc" },
  })
  for (const { id, currentVersion } of documents) await wordUnits(inside, id, currentVersion)
  return refreshAllVerdicts(inside)
}

async function wordUnits(pass: ProjectPass, documentId: string, number: number): Promise<void> {
  const where = { documentId, number, projectId: pass.projectId }
  const { text } = await pass.tx.version.findFirstOrThrow({ where, select: { text: true } })
  const units = await pass.tx.unit.findMany({
    where: { ...where, retired: false },
    select: { id: true, kind: true, start: true, end: true },
    orderBy: { start: "asc" },
  })
  const said = units.map(({ kind, start, end }) => ({ kind: kind as UnitKind, start, end }))
  await insertWordings(
    pass,
    { documentId, number, text },
    said,
    units.map(({ id }) => id),
  )
}

/** Work that the database may refuse for what the rows say, and not for any other reason. */
async function sound<T>(file: string | null, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isAgainstRules(error)) throw error
    const where = file === null ? "Its rows do not fit together" : `A row in ${file}.jsonl does not fit the others`
    throw new ArchiveTrouble(`${where}: it breaks a rule that holds in every project.`, { cause: error })
  }
}

/** Whether the database refused data: classes 22 and 23 of SQLSTATE, or what a trigger raises, in Prisma's shapes. */
export function isAgainstRules(error: unknown): boolean {
  type Cause = { readonly kind?: string; readonly originalCode?: string }
  const e = error as { code?: string; cause?: Cause; meta?: { driverAdapterError?: { cause?: Cause } } } | null
  if (["P2000", "P2002", "P2003", "P2004", "P2011", "P2020"].includes(e?.code ?? "")) return true
  const codes = [e?.cause, e?.meta?.driverAdapterError?.cause].map(cause => cause?.originalCode ?? "")
  return codes.some(code => /^(?:22|23|P0001)/.test(code))
}
