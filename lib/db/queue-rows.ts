import { peopleWanted, type QueuedClaim, type QueueOrder } from "../domain/queue-order.ts"
import { currentPolicy } from "./claim-facts.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"

/** Which claim somebody wishes for, under the rules that stand. */
export interface QueueWish {
  readonly order: QueueOrder
  /** How many people the policy wants on a claim. */
  readonly wanted: number
  /** Null for every document of the project. */
  readonly documentId: string | null
  /** Whether the claims that they skipped are asked for, and no others. */
  readonly skipped: boolean
  /** Only this one. */
  readonly only?: string
  /** None of these. */
  readonly except?: readonly string[]
}

export interface QueuedRow extends QueuedClaim {
  readonly unitId: string
  readonly documentId: string
}

/** By which rule the project's queue chooses, and how many people its policy wants on a claim. */
export async function queueRule(pass: ProjectPass): Promise<{ order: QueueOrder; wanted: number }> {
  const { queueOrder } = await pass.tx.project.findUniqueOrThrow({
    where: { id: pass.projectId },
    select: { queueOrder: true },
  })
  const { policy } = await currentPolicy(pass)
  return { order: queueOrder as QueueOrder, wanted: peopleWanted(policy) }
}

export async function saveQueueOrder(pass: ProjectPass, queueOrder: QueueOrder): Promise<void> {
  await pass.tx.project.update({ where: { id: pass.projectId }, data: { queueOrder } })
}

/**
 * How a claim is found that somebody else may be taking or labelling at this moment: "skip" passes over it, "wait" waits
 * until they are done, "look" only reads.
 */
export type Hold = "skip" | "wait" | "look"

const holds: Readonly<Record<Hold, Prisma.Sql>> = {
  skip: Prisma.sql`FOR UPDATE OF u SKIP LOCKED`,
  wait: Prisma.sql`FOR UPDATE OF u`,
  look: Prisma.empty,
}

/**
 * The claim that the queue would give the actor next, as `fits` and `compareQueued` of `lib/domain/queue-order.ts` say
 * it; a test holds them together. What others do is read as it stood when the statement began, so that who holds the row
 * has to look again before giving it away.
 */
export async function nextInQueue(pass: ProjectPass, wish: QueueWish, hold: Hold): Promise<QueuedRow | null> {
  const { order, wanted, skipped, only, except = [] } = wish
  const [row] = await pass.tx.$queryRaw<QueuedRow[]>`
    WITH ${queueFacts(pass, wish.documentId)}
    SELECT u.id AS "unitId", u."documentId", d.place, u.start, u.state, d.veiled, false AS mine,
      coalesce(o.labelled, 0) AS labelled, coalesce(o.people, 0) AS people, coalesce(o.held, false) AS held,
      ${flagged} AS flagged, t."unitId" IS NOT NULL AS assigned, p."unitId" IS NOT NULL AS skipped
    FROM ${queueClaims}
    WHERE m."unitId" IS NULL AND (p."unitId" IS NOT NULL) = ${skipped}
      AND (t."unitId" IS NOT NULL
        OR u.state IN ('open', 'in-review', 'contested') AND coalesce(o.people, 0) < ${wanted}
        OR u.state = 'contested' AND NOT coalesce(o.held, false))
      ${only === undefined ? Prisma.empty : Prisma.sql`AND u.id = ${only}::uuid`}
      ${except.length === 0 ? Prisma.empty : Prisma.sql`AND u.id <> ALL(${except}::uuid[])`}
    ORDER BY coalesce(o.held, false), ${rank[order]}, d.place, u.start
    LIMIT 1 ${holds[hold]}`
  return row ?? null
}

const flagged = Prisma.sql`EXISTS (
  SELECT 1 FROM "Flag" f WHERE f."documentId" = u."documentId" AND f.number = u.number AND f.status = 'open'
    AND f.start < u."end" AND f."end" > u.start)`

/** Where a rule puts a claim; what is veiled stands where nothing can be told from it. */
const rank: Readonly<Record<QueueOrder, Prisma.Sql>> = {
  document: Prisma.sql`0::int`,
  fewest: Prisma.sql`CASE WHEN d.veiled THEN 0 ELSE coalesce(o.labelled, 0) END`,
  contested: Prisma.sql`CASE WHEN NOT d.veiled AND u.state = 'contested' THEN 0 ELSE 1 END`,
  flagged: Prisma.sql`CASE WHEN ${flagged} THEN 0 ELSE 1 END`,
  assigned: Prisma.sql`CASE WHEN t."unitId" IS NOT NULL THEN 0 ELSE 1 END`,
}

/**
 * What the queue knows for the actor, for a WITH: `d` the documents in their order, `m` the claims that they labelled,
 * `p` those that they skipped, `t` those assigned to them, and `o` what others have to do with a claim. Assignments of
 * people who left keep no claim from anybody.
 */
export function queueFacts(pass: ProjectPass, documentId: string | null): Prisma.Sql {
  const { projectId, sight } = pass
  const me = Prisma.sql`${pass.actor.id}::uuid`
  const project = Prisma.sql`"projectId" = ${projectId}::uuid`
  return Prisma.sql`
    d AS (
      SELECT * FROM (
        SELECT id, "currentVersion" AS number, title, row_number() OVER (ORDER BY "createdAt", id)::int AS place,
          (${sight.bound} AND coalesce(blind, ${sight.blind})) AS veiled
        FROM "Document" WHERE ${project}) every
      ${documentId === null ? Prisma.empty : Prisma.sql`WHERE id = ${documentId}::uuid`}),
    m AS (
      SELECT a."unitId" FROM d JOIN "Annotation" a ON a."documentId" = d.id AND a."reviewerId" = ${me} AND a.current),
    p AS (SELECT "unitId" FROM "ClaimSkip" WHERE ${project} AND "userId" = ${me}),
    t AS (SELECT "unitId" FROM "Assignment" WHERE ${project} AND "userId" = ${me} AND "endedAt" IS NULL),
    o AS (
      SELECT "unitId", count(DISTINCT "userId")::int AS people,
        (count(*) FILTER (WHERE how = 'said'))::int AS labelled, bool_or(how = 'held') AS held
      FROM (
        SELECT a."unitId", a."reviewerId" AS "userId", 'said' AS how
          FROM d JOIN "Annotation" a ON a."documentId" = d.id WHERE a.current AND a."reviewerId" <> ${me}
        UNION ALL
        SELECT "unitId", "userId", 'held' FROM "ClaimLease"
          WHERE ${project} AND "userId" <> ${me} AND "expiresAt" > now()
        UNION ALL
        SELECT s."unitId", s."userId", 'asked' FROM "Assignment" s
          JOIN "Membership" w ON w."projectId" = s."projectId" AND w."userId" = s."userId" AND w."leftAt" IS NULL
          WHERE s.${project} AND s."userId" <> ${me} AND s."endedAt" IS NULL) others
      GROUP BY "unitId")`
}

/** The claims of the documents in `d`, for a FROM, each with what `queueFacts` knows of it. */
export const queueClaims = Prisma.sql`d
  JOIN "Unit" u ON u."documentId" = d.id AND u.number = d.number AND u.kind = 'claim' AND NOT u.retired
  LEFT JOIN m ON m."unitId" = u.id LEFT JOIN p ON p."unitId" = u.id
  LEFT JOIN t ON t."unitId" = u.id LEFT JOIN o ON o."unitId" = u.id`
