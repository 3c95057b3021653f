import type { QueueProgress } from "../domain/queue-progress.ts"
import type { ProjectPass } from "./pass.ts"
import { queueClaims, queueFacts } from "./queue-rows.ts"

/** How far the actor and the project are with one document or with all. */
export async function queueProgress(
  pass: ProjectPass,
  documentId: string | null,
  wanted: number,
): Promise<QueueProgress> {
  const [row] = await pass.tx.$queryRaw<
    (Omit<QueueProgress, "project"> & { veiled: boolean; vetted: number; contested: number; full: number })[]
  >`
    WITH ${queueFacts(pass, documentId)}
    SELECT count(*)::int AS claims, count(m."unitId")::int AS mine,
      (count(p."unitId") FILTER (WHERE m."unitId" IS NULL))::int AS skipped,
      count(t."unitId")::int AS assigned, (count(t."unitId") FILTER (WHERE m."unitId" IS NOT NULL))::int AS "assignedDone",
      (count(*) FILTER (WHERE u.state = 'vetted'))::int AS vetted,
      (count(*) FILTER (WHERE u.state = 'contested'))::int AS contested,
      (count(*) FILTER (WHERE u.state IN ('open', 'in-review') AND m."unitId" IS NULL AND o.people >= ${wanted}))::int AS full,
      coalesce(bool_or(d.veiled), false) AS veiled
    FROM ${queueClaims}`
  const { veiled, vetted, contested, full, ...own } = row!
  return { ...own, project: veiled ? null : { vetted, contested, full } }
}
