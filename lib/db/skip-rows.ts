import type { Result } from "../domain/failure.ts"
import type { SkipReason } from "../domain/skip.ts"
import { Prisma } from "./generated/client.ts"
import { type ListPart, type ListPlace, listPart, type OrderKey } from "./keyset.ts"
import type { ProjectPass } from "./pass.ts"

/** Where a unit stands and whether it is live; null when the project has none with that id. */
export const unitInProject = (
  pass: ProjectPass,
  id: string,
): Promise<{ documentId: string; kind: string; retired: boolean } | null> =>
  pass.tx.unit.findFirst({
    where: { id, projectId: pass.projectId },
    select: { documentId: true, kind: true, retired: true },
  })

/** Keep that the actor passes a claim over, and why; an earlier reason of theirs gives way. */
export async function saveSkip(
  pass: ProjectPass,
  skip: { unitId: string; documentId: string; reason: SkipReason; note: string },
): Promise<void> {
  const { projectId, actor, at } = pass
  const { unitId, documentId, ...words } = skip
  const where = { unitId_userId: { unitId, userId: actor.id } }
  await pass.tx.claimSkip.upsert({
    where,
    create: { unitId, userId: actor.id, projectId, documentId, ...words, at },
    update: { ...words, at },
  })
}

export async function deleteSkip(pass: ProjectPass, unitId: string): Promise<void> {
  await pass.tx.claimSkip.deleteMany({ where: { projectId: pass.projectId, userId: pass.actor.id, unitId } })
}

/** Why the actor skipped a claim; null when they did not. */
export async function ownSkip(pass: ProjectPass, unitId: string): Promise<{ reason: SkipReason; note: string } | null> {
  const row = await pass.tx.claimSkip.findFirst({
    where: { projectId: pass.projectId, userId: pass.actor.id, unitId },
    select: { reason: true, note: true },
  })
  return row && { reason: row.reason as SkipReason, note: row.note }
}

export interface SkippedClaim {
  readonly unitId: string
  readonly documentId: string
  readonly document: string
  readonly skips: readonly { readonly name: string; readonly reason: SkipReason; readonly note: string }[]
}

/** The live claims that people skipped, those that most people skipped first, so many from a place on. */
export const skippedClaims = (
  pass: ProjectPass,
  place: ListPlace,
  count: number,
): Promise<Result<ListPart<SkippedClaim>>> =>
  listPart<SkippedClaim>(
    mostSkippedFirst,
    place,
    count,
    ({ key, behind, order }) => pass.tx.$queryRaw`
    WITH k AS (SELECT s."unitId", s."documentId", d.title AS document, u.start, count(*)::int AS people,
      jsonb_agg(jsonb_build_object('name', q.name, 'reason', s.reason, 'note', s.note) ORDER BY s.at, q.id) AS skips
    FROM "ClaimSkip" s JOIN "User" q ON q.id = s."userId"
    JOIN "Unit" u ON u.id = s."unitId" AND NOT u.retired AND u.kind = 'claim'
    JOIN "Document" d ON d.id = s."documentId" AND d."currentVersion" = u.number
    WHERE s."projectId" = ${pass.projectId}::uuid
    GROUP BY s."unitId", s."documentId", d.title, u.start)
    SELECT k."unitId", k."documentId", k.document, k.skips, ${key} FROM k WHERE ${behind} ${order}`,
  )

const mostSkippedFirst: readonly OrderKey[] = [
  { sql: Prisma.sql`k.people`, type: "int", down: true },
  { sql: Prisma.sql`k.document`, type: "text" },
  { sql: Prisma.sql`k."documentId"`, type: "uuid" },
  { sql: Prisma.sql`k.start`, type: "int" },
]

export async function skippedClaimCount(pass: ProjectPass): Promise<number> {
  const [row] = await pass.tx.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT s."unitId")::int AS count
    FROM "ClaimSkip" s JOIN "Unit" u ON u.id = s."unitId" AND NOT u.retired AND u.kind = 'claim'
    JOIN "Document" d ON d.id = s."documentId" AND d."currentVersion" = u.number
    WHERE s."projectId" = ${pass.projectId}::uuid`
  return row?.count ?? 0
}
