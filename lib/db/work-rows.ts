import type { Role } from "../domain/access.ts"
import type { Result } from "../domain/failure.ts"
import { Prisma } from "./generated/client.ts"
import { type ListPart, type ListPlace, listPart, type OrderKey } from "./keyset.ts"
import type { ProjectPass } from "./pass.ts"
import { asAdded } from "./project-lists.ts"
import { shownState } from "./sight.ts"

/** How much somebody has to do in a project, and has done. */
export interface WorkLine {
  readonly userId: string
  readonly name: string
  readonly role: Role
  /** When they left the project, if they did. */
  readonly leftAt: Date | null
  /** Open assignments on live claims, and how many of those claims they labelled. */
  readonly assigned: number
  readonly done: number
  /** Open assignments on passages that are no claims any more; those on passages that were split or merged have moved. */
  readonly recut: number
  /** Claims that they labelled, assigned or not. */
  readonly labelled: number
  /** Claims that they skipped and have not labelled since. */
  readonly skipped: number
  /** When they last changed something in the project. */
  readonly lastAt: Date | null
}

/**
 * Everybody who labels or has something assigned, those who left with something assigned too, by name; of one person only
 * when `userId` is given; so many from a place on.
 */
export const workLines = (
  pass: ProjectPass,
  userId: string | null,
  place: ListPlace,
  count: number,
): Promise<Result<ListPart<WorkLine>>> =>
  listPart<WorkLine>(
    byName,
    place,
    count,
    ({ key, behind, order }) => pass.tx.$queryRaw`
      WITH ${lines(pass, userId)}
      SELECT l.*, (
        SELECT max(c.at) FROM "Change" c WHERE c."projectId" = ${pass.projectId}::uuid AND c."actorId" = l."userId") AS "lastAt",
        ${key}
      FROM l WHERE ${behind} ${order}`,
  )

const byName: readonly OrderKey[] = [
  { sql: Prisma.sql`l."leftAt" IS NOT NULL`, type: "bool" },
  { sql: Prisma.sql`l.name`, type: "text" },
  { sql: Prisma.sql`l."userId"`, type: "uuid" },
]

export async function workLineCount(pass: ProjectPass): Promise<number> {
  const [row] = await pass.tx.$queryRaw<{ count: number }[]>`
    WITH ${lines(pass, null)} SELECT count(*)::int AS count FROM l`
  return row?.count ?? 0
}

function lines(pass: ProjectPass, userId: string | null): Prisma.Sql {
  const project = Prisma.sql`"projectId" = ${pass.projectId}::uuid`
  return Prisma.sql`
    d AS (SELECT id, "currentVersion" AS number FROM "Document" WHERE ${project}),
    s AS (
      SELECT s."userId", s."unitId", u.kind = 'claim' AND NOT u.retired AND u.number = d.number AS live, EXISTS (
          SELECT 1 FROM "Annotation" a WHERE a."unitId" = s."unitId" AND a."reviewerId" = s."userId" AND a.current) AS done
      FROM "Assignment" s JOIN "Unit" u ON u.id = s."unitId" JOIN d ON d.id = u."documentId"
      WHERE s.${project} AND s."endedAt" IS NULL),
    w AS (
      SELECT "userId", (count(*) FILTER (WHERE live))::int AS assigned, (count(*) FILTER (WHERE live AND done))::int AS done,
        (count(*) FILTER (WHERE NOT live AND NOT done))::int AS recut
      FROM s GROUP BY "userId"),
    n AS (
      SELECT a."reviewerId" AS "userId", count(*)::int AS labelled
      FROM d JOIN "Annotation" a ON a."documentId" = d.id AND a.current
      JOIN "Unit" u ON u.id = a."unitId" AND u.number = d.number AND NOT u.retired AND u.kind = 'claim' GROUP BY 1),
    k AS (
      SELECT p."userId", count(*)::int AS skipped
      FROM "ClaimSkip" p JOIN "Unit" u ON u.id = p."unitId" AND NOT u.retired AND u.kind = 'claim'
      JOIN d ON d.id = u."documentId" AND d.number = u.number
      WHERE p.${project} AND NOT EXISTS (
        SELECT 1 FROM "Annotation" a WHERE a."unitId" = p."unitId" AND a."reviewerId" = p."userId" AND a.current)
      GROUP BY 1),
    l AS (
      SELECT m."userId", q.name, m.role, m."leftAt", coalesce(w.assigned, 0) AS assigned, coalesce(w.done, 0) AS done,
        coalesce(w.recut, 0) AS recut, coalesce(n.labelled, 0) AS labelled, coalesce(k.skipped, 0) AS skipped
      FROM "Membership" m JOIN "User" q ON q.id = m."userId"
      LEFT JOIN w USING ("userId") LEFT JOIN n USING ("userId") LEFT JOIN k USING ("userId")
      WHERE m.${project} AND ${userId === null ? Prisma.sql`true` : Prisma.sql`m."userId" = ${userId}::uuid`}
        AND (m."leftAt" IS NULL AND (m.role <> 'reader' OR coalesce(w.assigned, 0) > 0)
          OR coalesce(w.assigned, 0) + coalesce(w.recut, 0) - coalesce(w.done, 0) > 0))`
}

/** How far the assignments in a document are. */
export interface WorkDocument {
  readonly documentId: string
  readonly title: string
  readonly claims: number
  /** Claims that somebody has assigned. */
  readonly given: number
  /** Claims without a verdict that nobody has assigned. */
  readonly free: number
  /** Assignments, and those of them whose person labelled the claim. */
  readonly assigned: number
  readonly done: number
}

/**
 * The project's documents in the order they were added; with `userId` only what that person has to do with them. A claim
 * that is veiled for the actor counts as one without a verdict.
 */
export const workDocuments = (
  pass: ProjectPass,
  userId: string | null,
  place: ListPlace,
  count: number,
): Promise<Result<ListPart<WorkDocument>>> =>
  listPart<WorkDocument>(
    asAdded,
    place,
    count,
    ({ key, behind, order }) => pass.tx.$queryRaw`
    WITH d AS (
      SELECT id, title, "createdAt", "currentVersion" AS number, ${key} FROM "Document"
      WHERE "projectId" = ${pass.projectId}::uuid AND ${behind} ${order}),
    s AS (
      SELECT s."documentId", s."unitId", ${shownState(pass)} AS state, count(*)::int AS assigned, count(a.id)::int AS done
      FROM d JOIN "Assignment" s ON s."documentId" = d.id AND s."projectId" = ${pass.projectId}::uuid AND s."endedAt" IS NULL
      JOIN "Unit" u ON u.id = s."unitId" AND u.number = d.number AND u.kind = 'claim' AND NOT u.retired
      LEFT JOIN "Annotation" a ON a."unitId" = s."unitId" AND a."reviewerId" = s."userId" AND a.current
      WHERE ${userId === null ? Prisma.sql`true` : Prisma.sql`s."userId" = ${userId}::uuid`}
      GROUP BY s."documentId", s."unitId", u.id),
    g AS (
      SELECT "documentId", count(*)::int AS given, sum(assigned)::int AS assigned, sum(done)::int AS done,
        (count(*) FILTER (WHERE state IN ('open', 'in-review', 'contested')))::int AS unfinished
      FROM s GROUP BY "documentId"),
    c AS (
      SELECT u."documentId", count(*)::int AS claims,
        (count(*) FILTER (WHERE ${shownState(pass)} IN ('open', 'in-review', 'contested')))::int AS unfinished
      FROM d JOIN "Unit" u ON u."documentId" = d.id AND u.number = d.number AND u.kind = 'claim' AND NOT u.retired
      GROUP BY u."documentId")
    SELECT d.id AS "documentId", d.title, coalesce(c.claims, 0) AS claims, coalesce(g.given, 0) AS given,
      coalesce(c.unfinished, 0) - coalesce(g.unfinished, 0) AS free,
      coalesce(g.assigned, 0) AS assigned, coalesce(g.done, 0) AS done, d.key
    FROM d LEFT JOIN c ON c."documentId" = d.id LEFT JOIN g ON g."documentId" = d.id ORDER BY d."createdAt", d.id`,
  )
