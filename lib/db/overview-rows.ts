import type { Role } from "../domain/access.ts"
import { mostSegments, type StandingCounts, type StripSegment, standingSums, standings } from "../domain/claim-strip.ts"
import { ok, type Result } from "../domain/failure.ts"
import type { DayCount } from "../domain/progress-series.ts"
import { liveClaims, seenLabel } from "./claim-lists.ts"
import { Prisma } from "./generated/client.ts"
import { type ListPart, type ListPlace, listPart } from "./keyset.ts"
import type { ProjectPass } from "./pass.ts"
import { asAdded } from "./project-lists.ts"
import { shown, shownName } from "./sight.ts"

// What a claim `c` counts as.
const standing = Prisma.sql`CASE WHEN c.state = 'vetted' THEN c.verdict ELSE c.state END`
const counts = Prisma.sql`jsonb_build_object(${Prisma.join(
  standings.map(one => Prisma.sql`${one}::text, count(*) FILTER (WHERE ${standing} = ${one}::text)`),
)}) AS counts`

export interface ClaimSums {
  readonly counts: StandingCounts
  /** Claims with a verdict, vetted or blocked. */
  readonly settled: number
  /** Claims that somebody labelled, and labels on them. */
  readonly labelled: number
  readonly labels: number
}

/** How the claims of the project stand, as far as the actor may see. */
export async function claimSums(pass: ProjectPass): Promise<ClaimSums> {
  const [row] = await pass.tx.$queryRaw<ClaimSums[]>`
    WITH c AS MATERIALIZED (${liveClaims(pass)}),
    l AS (
      SELECT count(DISTINCT a."unitId")::int AS labelled, count(*)::int AS labels
      FROM c JOIN "Annotation" a ON a."unitId" = c.id AND ${seenLabel(pass)})
    SELECT ${counts}, count(c.verdict)::int AS settled, (SELECT labelled FROM l) AS labelled, (SELECT labels FROM l) AS labels
    FROM c`
  return row!
}

/**
 * What was new on which day, of the claims that live now. A label counts when its person has one on the claim still, on the
 * day when they first had one. A verdict that stands counts on the day of the last label, citation or decision that counts
 * on its claim; when it first stood is not recorded.
 */
export const progressDays = (pass: ProjectPass): Promise<DayCount[]> =>
  pass.tx.$queryRaw<DayCount[]>`
    WITH c AS MATERIALIZED (${liveClaims(pass)}),
    l AS MATERIALIZED (
      SELECT a."unitId", min(a."createdAt") AS first, max(a."createdAt") AS last
      FROM c JOIN "Annotation" a ON a."unitId" = c.id
      WHERE ${shown(pass, Prisma.sql`a."reviewerId"`, Prisma.sql`a."unitId"`, Prisma.sql`a."documentId"`)}
      GROUP BY a."unitId", a."reviewerId" HAVING bool_or(a.current)),
    k AS (SELECT "unitId", min(first) AS first, max(last) AS last FROM l GROUP BY 1),
    e AS (
      SELECT q."unitId", max(q."createdAt") AS last FROM "Citation" q
      WHERE q."projectId" = ${pass.projectId}::uuid AND q."withdrawnAt" IS NULL GROUP BY 1),
    s AS (
      SELECT c.state, greatest(c.added, k.last, e.last, j."createdAt") AS at
      FROM c LEFT JOIN k ON k."unitId" = c.id LEFT JOIN e ON e."unitId" = c.id
      LEFT JOIN "Adjudication" j ON j."unitId" = c.id AND j.current
      WHERE c.verdict IS NOT NULL),
    n AS (
      SELECT ${dayOf(Prisma.sql`added`)} AS day, 1 AS claims, 0 AS labels, 0 AS labelled, 0 AS settled, 0 AS vetted FROM c
      UNION ALL SELECT ${dayOf(Prisma.sql`first`)}, 0, 1, 0, 0, 0 FROM l
      UNION ALL SELECT ${dayOf(Prisma.sql`first`)}, 0, 0, 1, 0, 0 FROM k
      UNION ALL SELECT ${dayOf(Prisma.sql`at`)}, 0, 0, 0, 1, (state = 'vetted')::int FROM s)
    SELECT day, sum(claims)::int AS claims, sum(labels)::int AS labels, sum(labelled)::int AS labelled,
      sum(settled)::int AS settled, sum(vetted)::int AS vetted
    FROM n GROUP BY day ORDER BY day`

/** Days since 1 January 1970, in UTC. */
const dayOf = (at: Prisma.Sql) => Prisma.sql`floor(extract(epoch FROM ${at}) / 86400)::int`

export interface DocumentStrip {
  readonly documentId: string
  readonly title: string
  readonly counts: StandingCounts
  readonly segments: readonly StripSegment[]
}

/** The project's documents in the order they were added, each with its claims in some hundred pieces, so many from a place on. */
export async function documentStrips(
  pass: ProjectPass,
  place: ListPlace,
  count: number,
): Promise<Result<ListPart<DocumentStrip>>> {
  const part = await listPart<{ id: string; title: string }>(
    asAdded,
    place,
    count,
    ({ key, behind, order }) => pass.tx.$queryRaw`
      SELECT id, title, ${key} FROM "Document" WHERE "projectId" = ${pass.projectId}::uuid AND ${behind} ${order}`,
  )
  if (!part.ok) return part
  const documents = part.value.rows
  if (documents.length === 0) return ok({ rows: [], after: null })
  const ids = documents.map(({ id }) => Prisma.sql`${id}::uuid`)
  const pieces = await pass.tx.$queryRaw<(StripSegment & { documentId: string })[]>`
    WITH c AS MATERIALIZED (
      SELECT c.*, count(*) OVER (PARTITION BY c."documentId") AS total FROM (${liveClaims(pass, Prisma.join(ids))}) c)
    SELECT c."documentId", min(c.n) AS first, max(c.n) AS last, ${counts},
      coalesce(min(c.start) FILTER (WHERE c.state = 'contested'), min(c.start) FILTER (WHERE c.state = 'blocked'),
        min(c.start) FILTER (WHERE c.state = 'in-review'), min(c.start) FILTER (WHERE c.state = 'open'), min(c.start)) AS start
    FROM c GROUP BY c."documentId", (c.n - 1) * least(c.total, ${mostSegments}) / c.total
    ORDER BY c."documentId", first`
  const byDocument = new Map<string, StripSegment[]>()
  for (const { documentId, ...segment } of pieces) {
    const known = byDocument.get(documentId)
    if (known) known.push(segment)
    else byDocument.set(documentId, [segment])
  }
  const rows = documents.map(({ id, title }) => {
    const segments = byDocument.get(id) ?? []
    return { documentId: id, title, counts: standingSums(segments.map(segment => segment.counts)), segments }
  })
  return ok({ rows, after: part.value.after })
}

/** How many claims of a text make a stretch that can be a hot spot. */
export const stretchLength = 20

export interface HotSpot {
  readonly documentId: string
  readonly title: string
  /** The claims of the stretch, counted from 1. */
  readonly first: number
  readonly last: number
  readonly contested: number
  /** Where the first of the contested ones begins. */
  readonly start: number
}

/** The stretches of twenty claims with the most contested ones. */
export const hotSpots = (pass: ProjectPass, most: number): Promise<HotSpot[]> =>
  pass.tx.$queryRaw<HotSpot[]>`
    SELECT c."documentId", c.title, min(c.n) AS first, max(c.n) AS last,
      (count(*) FILTER (WHERE c.state = 'contested'))::int AS contested, min(c.start) FILTER (WHERE c.state = 'contested') AS start
    FROM (${liveClaims(pass)}) c
    GROUP BY c.added, c."documentId", c.title, (c.n - 1) / ${stretchLength}
    HAVING bool_or(c.state = 'contested') ORDER BY contested DESC, c.added, c."documentId", first LIMIT ${most}`

/** How much somebody did, and has to do. */
export interface ReviewerLine {
  readonly userId: string
  readonly name: string
  readonly role: Role
  /** Claims that they labelled. */
  readonly labelled: number
  /** Claims that are assigned to them, and those of them that they have not labelled. */
  readonly assigned: number
  readonly left: number
  /** Claims that they skipped and have not labelled since. */
  readonly skipped: number
}

/** Everybody who may label, by how much they have left; one person only when `userId` is given. */
export const reviewerLines = (pass: ProjectPass, userId: string | null): Promise<ReviewerLine[]> =>
  pass.tx.$queryRaw<ReviewerLine[]>`
    WITH c AS MATERIALIZED (${liveClaims(pass)}),
    l AS MATERIALIZED (SELECT a."unitId", a."reviewerId" FROM c JOIN "Annotation" a ON a."unitId" = c.id AND ${seenLabel(pass)}),
    n AS (SELECT "reviewerId" AS "userId", count(*)::int AS labelled FROM l GROUP BY 1),
    w AS (
      SELECT s."userId", count(*)::int AS assigned, (count(*) FILTER (WHERE l."unitId" IS NULL))::int AS left
      FROM c JOIN "Assignment" s ON s."unitId" = c.id AND s."endedAt" IS NULL
      LEFT JOIN l ON l."unitId" = s."unitId" AND l."reviewerId" = s."userId" GROUP BY 1),
    k AS (
      SELECT p."userId", count(*)::int AS skipped
      FROM c JOIN "ClaimSkip" p ON p."unitId" = c.id LEFT JOIN l ON l."unitId" = p."unitId" AND l."reviewerId" = p."userId"
      WHERE l."unitId" IS NULL GROUP BY 1)
    SELECT m."userId", ${shownName(pass, Prisma.sql`q`)} AS name, m.role, coalesce(n.labelled, 0) AS labelled,
      coalesce(w.assigned, 0) AS assigned, coalesce(w.left, 0) AS left, coalesce(k.skipped, 0) AS skipped
    FROM "Membership" m JOIN "User" q ON q.id = m."userId"
    LEFT JOIN n USING ("userId") LEFT JOIN w USING ("userId") LEFT JOIN k USING ("userId")
    WHERE m."projectId" = ${pass.projectId}::uuid AND m."leftAt" IS NULL
      AND ${userId === null ? Prisma.sql`(m.role <> 'reader' OR n.labelled > 0)` : Prisma.sql`m."userId" = ${userId}::uuid`}
    ORDER BY coalesce(w.left, 0) DESC, coalesce(n.labelled, 0) DESC, name, m."userId" LIMIT 200`
