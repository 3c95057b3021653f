import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import type { ShownPerson } from "./shown-people.ts"
import { shownId, shownName } from "./sight.ts"
import { threadUnveiled } from "./thread-sight.ts"

const isQuestion = Prisma.sql`t.asks <> '{}' AND t."resolvedAt" IS NULL`

/**
 * Whether the question in the row `t` of "Thread" waits for the person `personId`: they are in the project, wrote nothing
 * in it, and their label of the claim stands as it did when it was asked. Who took their label back has answered.
 */
const waitsFor = (personId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  EXISTS (SELECT 1 FROM "Membership" w
    WHERE w."projectId" = t."projectId" AND w."userId" = ${personId} AND w."leftAt" IS NULL)
  AND NOT EXISTS (SELECT 1 FROM "Comment" s
    WHERE s."threadId" = t.id AND s."authorId" = ${personId} AND s."deletedAt" IS NULL)
  AND EXISTS (SELECT 1 FROM "Annotation" g
    WHERE g."unitId" = t."unitId" AND g."reviewerId" = ${personId} AND g.current AND g."createdAt" <= t."createdAt"))`

const waits = Prisma.sql`EXISTS (SELECT 1 FROM unnest(t.asks) AS who WHERE ${waitsFor(Prisma.sql`who`)})`

/** The claims of the project with open questions, as (id, waiting): whether one of them still waits for somebody. */
export const questionedClaims = (pass: ProjectPass): Prisma.Sql => Prisma.sql`(
  SELECT t."unitId" AS id, bool_or(${waits}) AS waiting FROM "Thread" t
  WHERE t."projectId" = ${pass.projectId}::uuid AND ${isQuestion} GROUP BY 1)`

export interface AskedPerson extends ShownPerson {
  readonly answered: boolean
}

/** Who was asked in each of these threads, which the actor may see, and who has answered. */
export async function askedIn(
  pass: ProjectPass,
  threadIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AskedPerson[]>> {
  const rows = await pass.tx.$queryRaw<(AskedPerson & { threadId: string })[]>`
    SELECT t.id AS "threadId", ${shownId(pass, Prisma.sql`p.id`)} AS id, ${shownName(pass, Prisma.sql`p`)} AS name,
      NOT ${waitsFor(Prisma.sql`p.id`)} AS answered
    FROM "Thread" t JOIN "User" p ON p.id = ANY(t.asks)
    WHERE t."projectId" = ${pass.projectId}::uuid AND t.id = ANY(${threadIds}::uuid[]) AND ${threadUnveiled(pass, Prisma.sql`t`)}
    ORDER BY name, p.id`
  const found = new Map<string, AskedPerson[]>()
  for (const { threadId, ...person } of rows) found.set(threadId, [...(found.get(threadId) ?? []), person])
  return found
}

export interface QuestionLine {
  readonly threadId: string
  readonly unitId: string
  readonly documentId: string
  readonly document: string
  /** The older version of the text that the claim stands in, when the current one lost it. */
  readonly behind: number | null
  readonly asker: string
  readonly text: string
  readonly at: Date
}

/** The questions that wait for the actor, the oldest first. */
export const questionsTo = (pass: ProjectPass): Promise<QuestionLine[]> =>
  pass.tx.$queryRaw<QuestionLine[]>`
    SELECT t.id AS "threadId", t."unitId", t."documentId", d.title AS document, ${shownName(pass, Prisma.sql`p`)} AS asker,
      CASE WHEN u.number <> d."currentVersion" THEN u.number END AS behind, c.text, t."createdAt" AS at
    FROM "Thread" t JOIN "Document" d ON d.id = t."documentId" JOIN "User" p ON p.id = t."createdBy"
    JOIN "Unit" u ON u.id = t."unitId" AND NOT u.retired
    CROSS JOIN LATERAL (SELECT text FROM "Comment" WHERE "threadId" = t.id ORDER BY "createdAt", id LIMIT 1) c
    WHERE t."projectId" = ${pass.projectId}::uuid AND ${isQuestion} AND ${pass.actor.id}::uuid = ANY(t.asks)
      AND ${waitsFor(Prisma.sql`${pass.actor.id}::uuid`)} AND ${threadUnveiled(pass, Prisma.sql`t`)}
    ORDER BY t."createdAt", t.id LIMIT 200`

/** The open questions about a claim that the actor answers by giving it another label, with who asked. */
export const questionsAnswered = (
  pass: ProjectPass,
  unitId: string,
  before: string,
): Promise<{ threadId: string; askerId: string }[]> =>
  pass.tx.$queryRaw<{ threadId: string; askerId: string }[]>`
    SELECT t.id AS "threadId", t."createdBy" AS "askerId" FROM "Thread" t
    WHERE t."projectId" = ${pass.projectId}::uuid AND t."unitId" = ${unitId}::uuid AND ${isQuestion}
      AND ${pass.actor.id}::uuid = ANY(t.asks)
      AND NOT EXISTS (SELECT 1 FROM "Comment" s
        WHERE s."threadId" = t.id AND s."authorId" = ${pass.actor.id}::uuid AND s."deletedAt" IS NULL)
      AND EXISTS (SELECT 1 FROM "Annotation" g WHERE g.id = ${before}::uuid AND g."createdAt" <= t."createdAt")`
