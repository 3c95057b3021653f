import type { Span } from "../domain/unit.ts"
import { Prisma } from "./generated/client.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"
import { shownId, shownName } from "./sight.ts"
import { threadUnveiled } from "./thread-sight.ts"

export interface ThreadLine {
  readonly id: string
  readonly unitId: string | null
  readonly flagId: string | null
  readonly sourceId: string | null
  readonly resolvedAt: Date | null
  readonly resolver: string | null
  readonly version: number
  /** The passage that it is about was split or merged since. */
  readonly moved: boolean
}

export interface CommentLine {
  readonly id: string
  readonly threadId: string
  readonly authorId: string
  readonly author: string
  readonly mine: boolean
  readonly text: string
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly deletedAt: Date | null
  readonly version: number
  readonly unread: boolean
}

const t = Prisma.sql`t`

const threads = (pass: ProjectPass, about: Prisma.Sql): Promise<ThreadLine[]> =>
  pass.tx.$queryRaw<ThreadLine[]>`
    SELECT t.id, t."unitId", t."flagId", t."sourceId", t."resolvedAt", t.version,
      ${shownName(pass, Prisma.sql`p`)} AS resolver, coalesce(u.retired, false) AS moved
    FROM "Thread" t LEFT JOIN "User" p ON p.id = t."resolvedBy" LEFT JOIN "Unit" u ON u.id = t."unitId"
    LEFT JOIN "Flag" f ON f.id = t."flagId"
    WHERE t."projectId" = ${pass.projectId}::uuid AND ${about} AND ${threadUnveiled(pass, t)}
    ORDER BY t."resolvedAt" IS NOT NULL, t."createdAt", t.id`

/** The threads on a passage and on the flags that touch it, also those on retired units that lie over it. */
export const passageThreads = (pass: DocumentPass, unitId: string, span: Span): Promise<ThreadLine[]> =>
  threads(
    pass,
    Prisma.sql`t."documentId" = ${pass.documentId}::uuid AND (
      t."unitId" = ${unitId}::uuid
      OR (u.retired AND u.number = ${pass.number} AND u.start < ${span.end} AND u."end" > ${span.start})
      OR (f.number = ${pass.number} AND f.start < ${span.end} AND f."end" > ${span.start}))`,
  )

/** The threads on one flag of the document. */
export const flagThreads = (pass: DocumentPass, flagId: string): Promise<ThreadLine[]> =>
  threads(pass, Prisma.sql`t."documentId" = ${pass.documentId}::uuid AND t."flagId" = ${flagId}::uuid`)

/** The threads on a source and on the records that were merged into it. */
export const sourceThreads = (pass: ProjectPass, sourceId: string): Promise<ThreadLine[]> =>
  threads(
    pass,
    Prisma.sql`t."sourceId" IN (
      SELECT id FROM "Source" WHERE "projectId" = ${pass.projectId}::uuid
        AND (id = ${sourceId}::uuid OR "mergedIntoId" = ${sourceId}::uuid))`,
  )

// What others wrote since the actor read the thread, or since they joined when they never did.
const unread = (pass: ProjectPass) => Prisma.sql`(
  c."authorId" <> ${pass.actor.id}::uuid AND c."deletedAt" IS NULL AND c."createdAt" > coalesce(
    (SELECT r."readTo" FROM "ThreadRead" r WHERE r."threadId" = c."threadId" AND r."userId" = ${pass.actor.id}::uuid),
    (SELECT m."joinedAt" FROM "Membership" m
      WHERE m."projectId" = ${pass.projectId}::uuid AND m."userId" = ${pass.actor.id}::uuid)))`

/** The comments of threads that one of the functions above found, in the order in which they were written. */
export const threadComments = (pass: ProjectPass, found: readonly ThreadLine[]): Promise<CommentLine[]> =>
  pass.tx.$queryRaw<CommentLine[]>`
    SELECT c.id, c."threadId", ${shownId(pass, Prisma.sql`c."authorId"`)} AS "authorId",
      ${shownName(pass, Prisma.sql`p`)} AS author, c."authorId" = ${pass.actor.id}::uuid AS mine, c.text, c."createdAt",
      c."editedAt", c."deletedAt", c.version, ${unread(pass)} AS unread
    FROM "Comment" c JOIN "User" p ON p.id = c."authorId"
    WHERE c."projectId" = ${pass.projectId}::uuid AND c."threadId" = ANY(${found.map(({ id }) => id)}::uuid[])
    ORDER BY c."createdAt", c.id`

/** How much was said about something, and how much of it the actor has not read. */
export interface Talk {
  readonly comments: number
  readonly unread: number
}

/** How much was said about each of these flags; those about which nothing was said, or may be shown, are left out. */
export async function flagTalk(pass: ProjectPass, flagIds: readonly string[]): Promise<ReadonlyMap<string, Talk>> {
  const rows = await pass.tx.$queryRaw<(Talk & { id: string })[]>`
    SELECT t."flagId" AS id, count(*)::int AS comments, count(*) FILTER (WHERE ${unread(pass)})::int AS unread
    FROM "Thread" t JOIN "Comment" c ON c."threadId" = t.id AND c."deletedAt" IS NULL
    WHERE t."projectId" = ${pass.projectId}::uuid AND t."flagId" = ANY(${flagIds}::uuid[]) AND ${threadUnveiled(pass, t)}
    GROUP BY t."flagId"`
  return new Map(rows.map(({ id, ...talk }) => [id, talk]))
}

export interface PassageTalk extends Talk, Span {
  readonly threadId: string
  readonly resolved: boolean
}

/** The discussions of a document's text, with where each stands in it. */
export const roomTalk = (pass: DocumentPass): Promise<PassageTalk[]> =>
  pass.tx.$queryRaw<PassageTalk[]>`
    SELECT t.id AS "threadId", t."resolvedAt" IS NOT NULL AS resolved, coalesce(u.start, f.start) AS start,
      coalesce(u."end", f."end") AS "end", count(*)::int AS comments, count(*) FILTER (WHERE ${unread(pass)})::int AS unread
    FROM "Thread" t JOIN "Comment" c ON c."threadId" = t.id AND c."deletedAt" IS NULL
    LEFT JOIN "Unit" u ON u.id = t."unitId" LEFT JOIN "Flag" f ON f.id = t."flagId"
    WHERE t."projectId" = ${pass.projectId}::uuid AND t."documentId" = ${pass.documentId}::uuid
      AND coalesce(u.number, f.number) = ${pass.number} AND ${threadUnveiled(pass, t)}
    GROUP BY t.id, u.id, f.id ORDER BY start, t."createdAt"`

/** Note that the actor read threads that they may see until a moment; never that they read less than before. */
export async function saveRead(
  pass: ProjectPass,
  read: readonly { readonly threadId: string; readonly to: Date }[],
): Promise<void> {
  const rows = JSON.stringify(read)
  await pass.tx.$executeRaw`
    INSERT INTO "ThreadRead" ("threadId", "userId", "readTo")
    SELECT t.id, ${pass.actor.id}::uuid, least(max(r."to"), ${pass.at})
    FROM jsonb_to_recordset(${rows}::jsonb) AS r("threadId" uuid, "to" timestamptz)
    JOIN "Thread" t ON t.id = r."threadId"
    WHERE t."projectId" = ${pass.projectId}::uuid AND ${threadUnveiled(pass, t)}
    GROUP BY t.id ORDER BY t.id
    ON CONFLICT ("threadId", "userId") DO UPDATE SET "readTo" = greatest("ThreadRead"."readTo", EXCLUDED."readTo")`
  await pass.tx.$executeRaw`
    UPDATE "Notice" n SET "readAt" = ${pass.at}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r("threadId" uuid, "to" timestamptz), "Thread" t
    WHERE n."projectId" = ${pass.projectId}::uuid AND n."userId" = ${pass.actor.id}::uuid AND n."threadId" = r."threadId"
      AND t.id = r."threadId" AND n.at <= r."to" AND n."readAt" IS NULL AND ${threadUnveiled(pass, t)}`
}

/** What a comment said before it was edited or deleted, the oldest first, with when each state was replaced. */
export const earlierTexts = (
  pass: ProjectPass,
  streamId: string,
  commentId: string,
): Promise<{ text: string; until: Date }[]> =>
  pass.tx.$queryRaw<{ text: string; until: Date }[]>`
    SELECT step -> 'before' ->> 'text' AS text, x.at AS until
    FROM (
      SELECT at, revision, coalesce(body::jsonb -> 'effect' -> 'comments', body::jsonb -> 'comments') AS steps
      FROM "Change"
      WHERE "streamId" = ${streamId}::uuid AND "projectId" = ${pass.projectId}::uuid
        AND kind IN ('comment-changed', 'comment-deleted', 'source-comment-changed', 'source-comment-deleted')
        AND strpos(body, ${`"id":"${commentId}"`}) > 0) x, jsonb_array_elements(x.steps) AS step
    WHERE step -> 'before' ->> 'id' = ${commentId} AND step -> 'before' ->> 'text' <> ''
    ORDER BY x.revision`
