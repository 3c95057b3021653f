import type { LinkState } from "../domain/change.ts"
import type { LinkKind } from "../domain/claim-link.ts"
import type { Label } from "../domain/label.ts"
import type { ClaimState } from "../domain/verdict.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { shownName, shownState, shownVerdict } from "./sight.ts"

const select = {
  id: true,
  kind: true,
  unitAId: true,
  documentAId: true,
  unitBId: true,
  documentBId: true,
  reason: true,
} as const

/** What is said of pairs of claims in the project and was not taken back, of passages that are no more too. */
export async function claimLinks(pass: ProjectPass): Promise<LinkState[]> {
  const rows = await pass.tx.claimLink.findMany({
    where: { projectId: pass.projectId, withdrawnAt: null },
    select,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  })
  return rows.map(row => ({ ...row, kind: row.kind as LinkKind }))
}

/** Those between two live claims of current texts: the only ones that count. */
export const countingLinks = (pass: ProjectPass): Promise<LinkState[]> =>
  pass.tx.$queryRaw<LinkState[]>`
    SELECT l.id, l.kind, l."unitAId", l."documentAId", l."unitBId", l."documentBId", l.reason
    FROM "ClaimLink" l
      JOIN "Unit" a ON a.id = l."unitAId" AND NOT a.retired AND a.kind = 'claim'
      JOIN "Unit" b ON b.id = l."unitBId" AND NOT b.retired AND b.kind = 'claim'
      JOIN "Document" c ON c.id = a."documentId" AND c."currentVersion" = a.number
      JOIN "Document" d ON d.id = b."documentId" AND d."currentVersion" = b.number
    WHERE l."projectId" = ${pass.projectId}::uuid AND l."withdrawnAt" IS NULL
    ORDER BY l."createdAt", l.id`

export interface LinkableClaim {
  readonly id: string
  readonly documentId: string
}

/** The live claims of current texts among these units. */
export const linkableClaims = (pass: ProjectPass, ids: readonly string[]): Promise<LinkableClaim[]> =>
  pass.tx.$queryRaw<LinkableClaim[]>`
    SELECT u.id, u."documentId" FROM "Unit" u JOIN "Document" d ON d.id = u."documentId" AND d."currentVersion" = u.number
    WHERE u."projectId" = ${pass.projectId}::uuid AND u.id = ANY(${ids}::uuid[]) AND NOT u.retired AND u.kind = 'claim'`

/** Store a link; false when its id belongs to another one already. */
export async function saveLink(pass: ProjectPass, link: LinkState): Promise<boolean> {
  if (await pass.tx.claimLink.findUnique({ where: { id: link.id }, select: { id: true } })) return false
  const { projectId, actor, at } = pass
  await pass.tx.claimLink.create({ data: { ...link, projectId, statedBy: actor.id, createdAt: at } })
  return true
}

export async function saveLinkWithdrawal(pass: ProjectPass, id: string): Promise<void> {
  const where = { id, projectId: pass.projectId, withdrawnAt: null }
  await pass.tx.claimLink.updateMany({ where, data: { withdrawnAt: pass.at } })
}

export interface LinkedClaim {
  readonly linkId: string
  readonly kind: LinkKind
  readonly reason: string
  readonly by: string
  readonly at: Date
  readonly unitId: string
  readonly documentId: string
  readonly title: string
  readonly retired: boolean
  readonly state: ClaimState
  readonly verdict: Label | null
}

/** What is said of a unit and others, with where the others stand. */
export const linksOf = (pass: ProjectPass, unitId: string): Promise<LinkedClaim[]> =>
  pass.tx.$queryRaw<LinkedClaim[]>`
    SELECT l.id AS "linkId", l.kind, l.reason, ${shownName(pass, Prisma.sql`p`)} AS by, l."createdAt" AS at, u.id AS "unitId", u."documentId",
      d.title, (u.retired OR u.kind <> 'claim' OR u.number <> d."currentVersion") AS retired,
      ${shownState(pass)} AS state, ${shownVerdict(pass)} AS verdict
    FROM "ClaimLink" l JOIN "User" p ON p.id = l."statedBy"
      JOIN "Unit" u ON u.id = CASE WHEN l."unitAId" = ${unitId}::uuid THEN l."unitBId" ELSE l."unitAId" END
      JOIN "Document" d ON d.id = u."documentId"
    WHERE l."projectId" = ${pass.projectId}::uuid AND l."withdrawnAt" IS NULL
      AND (l."unitAId" = ${unitId}::uuid OR l."unitBId" = ${unitId}::uuid)
    ORDER BY l."createdAt", l.id`
