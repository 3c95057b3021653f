import type { Label } from "../domain/label.ts"
import type { RoundPhase, RoundStage } from "../domain/norming.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { shownId, shownName } from "./sight.ts"

export interface RoundLine {
  readonly id: string
  readonly name: string
  readonly stage: RoundStage
  readonly by: string
  readonly createdAt: Date
  readonly revealedAt: Date | null
  readonly endedAt: Date | null
  readonly claims: number
  /** How many of them the actor labelled. */
  readonly mine: number
}

/** The project's rounds, the newest first; of one when its id is given. */
export const roundLines = (pass: ProjectPass, id: string | null = null): Promise<RoundLine[]> =>
  pass.tx.$queryRaw<RoundLine[]>`
    SELECT r.id, r.name, r.stage, ${shownName(pass, Prisma.sql`p`)} AS by, r."createdAt", r."revealedAt", r."endedAt",
      count(c."unitId")::int AS claims, count(a.id)::int AS mine
    FROM "NormingRound" r JOIN "User" p ON p.id = r."createdBy" JOIN "NormingClaim" c ON c."roundId" = r.id
      LEFT JOIN "Annotation" a ON a."unitId" = c."unitId" AND a."reviewerId" = ${pass.actor.id}::uuid AND a.current
    WHERE r."projectId" = ${pass.projectId}::uuid AND (${id}::uuid IS NULL OR r.id = ${id}::uuid)
    GROUP BY r.id, p.id ORDER BY r."createdAt" DESC, r.id`

export interface RoundClaim {
  readonly unitId: string
  readonly documentId: string
  readonly document: string
  readonly retired: boolean
  /** The older version of the text that it stands in, when the current one does not have it. */
  readonly behind: number | null
  readonly mine: Label | null
}

/** The claims of a round in its order. */
export const roundClaims = (pass: ProjectPass, roundId: string): Promise<RoundClaim[]> =>
  pass.tx.$queryRaw<RoundClaim[]>`
    SELECT c."unitId", c."documentId", d.title AS document, u.retired,
      CASE WHEN u.number <> d."currentVersion" THEN u.number END AS behind, a.label AS mine
    FROM "NormingClaim" c JOIN "Unit" u ON u.id = c."unitId" JOIN "Document" d ON d.id = c."documentId"
      LEFT JOIN "Annotation" a ON a."unitId" = c."unitId" AND a."reviewerId" = ${pass.actor.id}::uuid AND a.current
    WHERE c."roundId" = ${roundId}::uuid AND c."projectId" = ${pass.projectId}::uuid ORDER BY c.place`

export interface RoundLabel {
  readonly unitId: string
  readonly personId: string
  readonly person: string
  readonly label: Label
}

/** The labels as they stood at the end of a phase; as they stand now when it has not ended. */
export const roundLabels = (pass: ProjectPass, roundId: string, phase: RoundPhase | "now"): Promise<RoundLabel[]> =>
  pass.tx.$queryRaw<RoundLabel[]>`
    SELECT l."unitId", ${shownId(pass, Prisma.sql`p.id`)} AS "personId", ${shownName(pass, Prisma.sql`p`)} AS person, l.label
    FROM ${phase === "now" ? standingLabels(pass, roundId) : storedLabels(pass, roundId, phase)} l
      JOIN "User" p ON p.id = l."userId" ORDER BY person, p.id`

const standingLabels = ({ projectId }: ProjectPass, roundId: string) => Prisma.sql`(
  SELECT a."unitId", a."reviewerId" AS "userId", a.label
  FROM "NormingClaim" c JOIN "Annotation" a ON a."unitId" = c."unitId" AND a.current
  WHERE c."roundId" = ${roundId}::uuid AND c."projectId" = ${projectId}::uuid)`

const storedLabels = ({ projectId }: ProjectPass, roundId: string, phase: RoundPhase) => Prisma.sql`(
  SELECT "unitId", "userId", label FROM "NormingLabel"
  WHERE "roundId" = ${roundId}::uuid AND "projectId" = ${projectId}::uuid AND phase = ${phase})`

export interface NewRound {
  readonly id: string
  readonly name: string
  readonly documentId: string | null
  readonly claims: number
}

/**
 * Begin a round with claims that nobody labelled and that are in no other round, drawn by a shuffle that its id decides.
 * Answers how many there are, and stores nothing when these are fewer than asked for; null when the id is taken.
 */
export async function insertRound(
  pass: ProjectPass,
  { id, name, documentId, claims }: NewRound,
): Promise<number | null> {
  const { projectId, actor, at } = pass
  const drawn = await pass.tx.$queryRaw<{ unitId: string; documentId: string }[]>`
    SELECT u.id AS "unitId", u."documentId"
    FROM "Document" d JOIN "Unit" u ON u."documentId" = d.id AND u.number = d."currentVersion"
    WHERE d."projectId" = ${projectId}::uuid AND (${documentId}::uuid IS NULL OR d.id = ${documentId}::uuid)
      AND u.kind = 'claim' AND NOT u.retired
      AND NOT EXISTS (SELECT 1 FROM "Annotation" a WHERE a."unitId" = u.id)
      AND NOT EXISTS (SELECT 1 FROM "NormingClaim" c WHERE c."unitId" = u.id)
    ORDER BY md5(${id} || u.id::text) LIMIT ${claims}`
  if (drawn.length < claims) return drawn.length
  const made = await pass.tx.normingRound.createMany({
    data: { id, projectId, name, createdBy: actor.id, createdAt: at },
    skipDuplicates: true,
  })
  if (made.count === 0) return null
  const data = drawn.map((claim, place) => ({ roundId: id, projectId, ...claim, place }))
  await pass.tx.normingClaim.createMany({ data })
  return drawn.length
}

/** A round with its stage; null when the project has none with this id. */
export const roundById = (pass: ProjectPass, id: string): Promise<{ name: string; stage: RoundStage } | null> =>
  pass.tx.normingRound.findFirst({
    where: { id, projectId: pass.projectId },
    select: { name: true, stage: true },
  }) as Promise<{ name: string; stage: RoundStage } | null>

/** The round that a claim is in and that is not over, with its stage. */
export async function roundOf(pass: ProjectPass, unitId: string): Promise<RoundOfClaim | null> {
  const [row] = await pass.tx.$queryRaw<RoundOfClaim[]>`
    SELECT r.id, r.name, r.stage FROM "NormingClaim" c JOIN "NormingRound" r ON r.id = c."roundId"
    WHERE c."unitId" = ${unitId}::uuid AND c."projectId" = ${pass.projectId}::uuid AND r.stage <> 'ended'`
  return row ?? null
}

export interface RoundOfClaim {
  readonly id: string
  readonly name: string
  readonly stage: RoundStage
}

/** The documents that a round reaches into. */
export async function roundDocuments(pass: ProjectPass, roundId: string): Promise<string[]> {
  const where = { roundId, projectId: pass.projectId }
  const rows = await pass.tx.normingClaim.findMany({ where, select: { documentId: true }, distinct: ["documentId"] })
  return rows.map(({ documentId }) => documentId)
}

/** Keep the labels as they stand, and take the round to its next stage. The documents are held. */
export async function closePhase(pass: ProjectPass, roundId: string, phase: RoundPhase): Promise<void> {
  const { projectId, at } = pass
  await pass.tx.$executeRaw`
    INSERT INTO "NormingLabel" ("roundId", phase, "unitId", "userId", "projectId", label)
    SELECT ${roundId}::uuid, ${phase}, l."unitId", l."userId", ${projectId}::uuid, l.label
    FROM ${standingLabels(pass, roundId)} l`
  const data = phase === "before" ? { stage: "open", revealedAt: at } : { stage: "ended", endedAt: at }
  await pass.tx.normingRound.updateMany({ where: { id: roundId, projectId }, data })
}
