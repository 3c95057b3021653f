import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { threadUnveiled } from "./thread-sight.ts"

/** What comments say now, by their ids: those in threads that the actor may see and that were not deleted. */
export async function commentTexts(pass: ProjectPass, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await pass.tx.$queryRaw<{ id: string; text: string }[]>`
    SELECT c.id, CASE WHEN c."deletedAt" IS NULL THEN c.text ELSE '' END AS text
    FROM "Comment" c JOIN "Thread" t ON t.id = c."threadId"
    WHERE c."projectId" = ${pass.projectId}::uuid AND c.id = ANY(${ids}::uuid[])
      AND ${threadUnveiled(pass, Prisma.sql`t`)}`
  return new Map(rows.map(({ id, text }) => [id, text]))
}

/** The titles of the project's uploaded citation styles by their ids, those taken off the list too. */
export async function styleTitles(pass: ProjectPass): Promise<ReadonlyMap<string, string>> {
  const rows = await pass.tx.citationStyle.findMany({
    where: { projectId: pass.projectId },
    select: { id: true, title: true },
  })
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** Snapshots of sources by their ids: the file, and the day on which it was taken. */
export async function snapshotWords(pass: ProjectPass, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await pass.tx.snapshot.findMany({
    where: { projectId: pass.projectId, id: { in: [...ids] } },
    select: { id: true, fileName: true, takenOn: true },
  })
  return new Map(rows.map(({ id, fileName, takenOn }) => [id, `${fileName}, as it stood on ${takenOn}`]))
}
