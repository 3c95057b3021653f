import type { QueueProgress } from "../domain/queue-progress.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { queueClaims, queueFacts, within } from "./queue-rows.ts"
import { shownState } from "./sight.ts"

/** How far the actor and the project are with one document or with all. */
export async function queueProgress(
  pass: ProjectPass,
  documentId: string | null,
  wanted: number,
): Promise<QueueProgress> {
  const [row] = await pass.tx.$queryRaw<
    (Omit<QueueProgress, "project"> & { veiled: boolean; vetted: number; contested: number; full: number })[]
  >`
    WITH ${queueFacts(pass, documentId, wanted)}
    SELECT count(*)::int AS claims, (count(*) FILTER (WHERE ${within.mine}))::int AS mine,
      (count(*) FILTER (WHERE ${within.skipped} AND NOT ${within.mine}))::int AS skipped,
      (count(*) FILTER (WHERE ${within.assigned}))::int AS assigned,
      (count(*) FILTER (WHERE ${within.assigned} AND ${within.mine}))::int AS "assignedDone",
      (count(*) FILTER (WHERE u.state = 'vetted'))::int AS vetted,
      (count(*) FILTER (WHERE u.state = 'contested'))::int AS contested,
      (count(*) FILTER (WHERE u.state IN ('open', 'in-review') AND ${within.full} AND NOT ${within.mine}))::int AS full,
      coalesce(bool_or(d.veiled), false) AS veiled
    FROM ${queueClaims(pass)}`
  const { veiled, vetted, contested, full, ...own } = row!
  return { ...own, project: veiled ? null : { vetted, contested, full } }
}

/** The first contested claims of one document or of all, for who may decide them; none that is veiled for them. */
export async function firstContested(pass: ProjectPass, documentId: string | null, count: number): Promise<string[]> {
  const rows = await pass.tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "Document" d
    JOIN "Unit" u ON u."documentId" = d.id AND u.number = d."currentVersion" AND u.kind = 'claim' AND NOT u.retired
    WHERE d."projectId" = ${pass.projectId}::uuid AND ${shownState(pass)} = 'contested'
      AND ${documentId === null ? Prisma.sql`true` : Prisma.sql`d.id = ${documentId}::uuid`}
    ORDER BY d."createdAt", d.id, u.start LIMIT ${count}`
  return rows.map(({ id }) => id)
}
