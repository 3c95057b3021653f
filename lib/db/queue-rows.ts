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

export interface QueuedRow extends Omit<QueuedClaim, "people"> {
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
  const { order, wanted, documentId, skipped, only, except = [] } = wish
  const [row] = await pass.tx.$queryRaw<QueuedRow[]>`
    WITH ${queueFacts(pass, documentId, wanted)}
    SELECT u.id AS "unitId", u."documentId", d.place, u.start, u.state, d.veiled, false AS mine,
      ${labelled(pass)} AS labelled, ${within.held} AS held, ${flagged} AS flagged,
      ${within.assigned} AS assigned, ${within.skipped} AS skipped
    FROM ${queueClaims(pass)}
    WHERE NOT ${within.mine} AND ${within.skipped} = ${skipped}
      AND (${within.assigned} OR u.state IN ('open', 'in-review', 'contested') AND NOT ${within.full}
        OR u.state = 'contested' AND NOT ${within.held})
      ${only === undefined ? Prisma.empty : Prisma.sql`AND u.id = ${only}::uuid`}
      ${except.length === 0 ? Prisma.empty : Prisma.sql`AND u.id <> ALL(${except}::uuid[])`}
    ORDER BY ${within.held}, ${rank(pass, order)}, d.place, u.start
    LIMIT 1 ${holds[hold]}`
  return row ?? null
}

/** How many others labelled the claim. */
const labelled = (pass: ProjectPass) => Prisma.sql`(
  SELECT count(*)::int FROM "Annotation" a
  WHERE a."unitId" = u.id AND a.current AND a."reviewerId" <> ${pass.actor.id}::uuid)`

const flagged = Prisma.sql`EXISTS (
  SELECT 1 FROM "Flag" f WHERE f."documentId" = u."documentId" AND f.number = u.number AND f.status = 'open' AND f."raisedBy" IS NOT NULL
    AND f.start < u."end" AND f."end" > u.start)`

/** Where a rule puts a claim; what is veiled stands where nothing can be told from it. */
function rank(pass: ProjectPass, order: QueueOrder): Prisma.Sql {
  if (order === "fewest") return Prisma.sql`CASE WHEN d.veiled THEN 0 ELSE ${labelled(pass)} END`
  if (order === "contested") return Prisma.sql`d.veiled OR u.state <> 'contested'`
  if (order === "flagged") return Prisma.sql`NOT ${flagged}`
  return order === "assigned" ? Prisma.sql`NOT ${within.assigned}` : Prisma.sql`0::int`
}

/**
 * What the queue knows for the actor, for a WITH: `d` the documents in their order, and the claims that they labelled,
 * that they skipped, that are assigned to them, that the queue gave to others who are at work on them, and that as many
 * others as the policy wants labelled, are at work on or have assigned; each of these people counts once. Assignments of
 * people who left keep no claim from anybody.
 */
export function queueFacts(pass: ProjectPass, documentId: string | null, wanted: number): Prisma.Sql {
  const { projectId, sight } = pass
  const me = Prisma.sql`${pass.actor.id}::uuid`
  const project = Prisma.sql`"projectId" = ${projectId}::uuid`
  return Prisma.sql`
    d AS (
      SELECT * FROM (
        SELECT id, "currentVersion" AS number, row_number() OVER (ORDER BY "createdAt", id)::int AS place,
          (${sight.bound} AND coalesce(blind, ${sight.blind})) AS veiled
        FROM "Document" WHERE ${project}) every
      ${documentId === null ? Prisma.empty : Prisma.sql`WHERE id = ${documentId}::uuid`}),
    mine AS (
      SELECT a."unitId" FROM d JOIN "Annotation" a ON a."documentId" = d.id AND a."reviewerId" = ${me} AND a.current),
    skipped AS (SELECT "unitId" FROM "ClaimSkip" WHERE ${project} AND "userId" = ${me}),
    assigned AS (SELECT "unitId" FROM "Assignment" WHERE ${project} AND "userId" = ${me} AND "endedAt" IS NULL),
    held AS (
      SELECT "unitId", "userId" FROM "ClaimLease" WHERE ${project} AND "userId" <> ${me} AND "expiresAt" > now()),
    taken AS (
      SELECT "unitId" FROM (
        SELECT a."unitId", a."reviewerId" AS "userId"
          FROM d JOIN "Annotation" a ON a."documentId" = d.id WHERE a.current AND a."reviewerId" <> ${me}
        UNION ALL
        SELECT "unitId", "userId" FROM held
        UNION ALL
        SELECT s."unitId", s."userId" FROM "Assignment" s
          JOIN "Membership" w ON w."projectId" = s."projectId" AND w."userId" = s."userId" AND w."leftAt" IS NULL
          WHERE s.${project} AND s."userId" <> ${me} AND s."endedAt" IS NULL) others
      GROUP BY "unitId" HAVING count(DISTINCT "userId") >= ${wanted})`
}

/**
 * Whether a claim is among those of a fact. Asked in this form it is looked up in a hash, however wrong the database
 * guesses how many there are: just after ten thousand were assigned it guesses a few, and would join them one by one.
 */
export const within = {
  mine: Prisma.sql`(u.id IN (SELECT "unitId" FROM mine))`,
  skipped: Prisma.sql`(u.id IN (SELECT "unitId" FROM skipped))`,
  assigned: Prisma.sql`(u.id IN (SELECT "unitId" FROM assigned))`,
  held: Prisma.sql`(u.id IN (SELECT "unitId" FROM held))`,
  full: Prisma.sql`(u.id IN (SELECT "unitId" FROM taken))`,
}

/**
 * The claims of the documents in `d`, for a FROM, without those of a norming round that is not revealed, which everybody
 * labels from its page. The documents are named twice, so that they are looked up in the index at once: the database
 * counts what the facts cost anew for each lookup, and would rather read every unit there is.
 */
export const queueClaims = (pass: ProjectPass) => Prisma.sql`
  d JOIN "Unit" u ON u."documentId" = d.id AND u.number = d.number AND u.kind = 'claim' AND NOT u.retired
    AND u."documentId" = ANY (ARRAY(SELECT id FROM d))
    ${
      pass.sight.norming
        ? Prisma.sql`AND NOT EXISTS (
            SELECT 1 FROM "NormingClaim" normed JOIN "NormingRound" round ON round.id = normed."roundId"
            WHERE normed."unitId" = u.id AND round.stage = 'blind')`
        : Prisma.empty
    }`
