import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"

/** Every record that counts as one of these sources: themselves and what was merged into them. */
export const countingAs = (pass: ProjectPass, ids: readonly string[]): Prisma.Sql => Prisma.sql`
  (SELECT id FROM "Source" WHERE "projectId" = ${pass.projectId}::uuid
    AND (id = ANY(${ids}::uuid[]) OR "mergedIntoId" = ANY(${ids}::uuid[])))`

/** The records merged into a source, by their lines. */
export const mergedInto = (pass: ProjectPass, id: string): Promise<{ id: string; line: string }[]> =>
  pass.tx.source.findMany({
    where: { projectId: pass.projectId, mergedIntoId: id },
    select: { id: true, line: true },
    orderBy: [{ line: "asc" }, { id: "asc" }],
  })

/** Merge a record into another, with what had been merged into it. */
export async function saveMerge(pass: ProjectPass, id: string, intoId: string): Promise<void> {
  const where = { projectId: pass.projectId, OR: [{ id }, { mergedIntoId: id }] }
  await pass.tx.source.updateMany({ where, data: { mergedIntoId: intoId, updatedAt: pass.at } })
}

export async function saveMergeWithdrawal(pass: ProjectPass, id: string): Promise<void> {
  const where = { projectId: pass.projectId, id }
  await pass.tx.source.updateMany({ where, data: { mergedIntoId: null, updatedAt: pass.at } })
}

/** The source that each merged record counts as. */
export async function mergedSources(pass: ProjectPass): Promise<ReadonlyMap<string, string>> {
  const rows = await pass.tx.source.findMany({
    where: { projectId: pass.projectId, mergedIntoId: { not: null } },
    select: { id: true, mergedIntoId: true },
  })
  return new Map(rows.flatMap(({ id, mergedIntoId }) => (mergedIntoId ? [[id, mergedIntoId] as const] : [])))
}
