import type { Result } from "../domain/failure.ts"
import type { Label } from "../domain/label.ts"
import type { NoticeKind } from "../domain/notice.ts"
import { Prisma } from "./generated/client.ts"
import { type ListPart, type ListPlace, listPart, type OrderKey } from "./keyset.ts"
import type { AccountPass, ProjectPass } from "./pass.ts"
import { shownName, unveiled } from "./sight.ts"
import { threadUnveiled } from "./thread-sight.ts"

export interface NoticeLine {
  readonly id: string
  readonly kind: NoticeKind
  readonly projectId: string
  readonly project: string
  readonly actor: string
  readonly documentId: string | null
  readonly document: string | null
  /** The unit, while it stands. */
  readonly unitId: string | null
  readonly start: number | null
  /** The older version that it stands in, when the current text does not have it, and what of it can be placed. */
  readonly behind: number | null
  readonly lostId: string | null
  readonly flagId: string | null
  readonly sourceId: string | null
  readonly source: string | null
  readonly threadId: string | null
  readonly count: number | null
  /** Of a decision: its label and reason, and the label that the actor had given before it, if any. */
  readonly decided: Label | null
  readonly reason: string | null
  readonly own: Label | null
  readonly at: Date
  readonly readAt: Date | null
}

export interface NoticeFilter {
  readonly unread: boolean
  /** In this project only. */
  readonly project?: string | undefined
  /** Only what no e-mail told. */
  readonly unmailed?: boolean
  /** Only what came until then. */
  readonly until?: Date
}

/**
 * The actor's notices in one of their projects that they may see now. One about a thread, a claim's verdict or what a rule found that is
 * veiled for them waits until it is not.
 */
const visible = (pass: ProjectPass, filter: NoticeFilter): Prisma.Sql => Prisma.sql`
  n."userId" = ${pass.actor.id}::uuid AND n."projectId" = ${pass.projectId}::uuid
  AND (n."threadId" IS NULL OR EXISTS (
    SELECT 1 FROM "Thread" t WHERE t.id = n."threadId" AND ${threadUnveiled(pass, Prisma.sql`t`)}))
  AND (n."unitId" IS NULL OR n.kind NOT IN ('contested', 'verdict-reopened', 'decided', 'decision-reopened')
    OR ${unveiled(pass, Prisma.sql`n."unitId"`, Prisma.sql`n."documentId"`)})
  AND (n.kind <> 'flag-assigned' OR NOT EXISTS (
    SELECT 1 FROM "Flag" g WHERE g.id = n."flagId" AND g."unitId" IS NOT NULL
      AND NOT ${unveiled(pass, Prisma.sql`g."unitId"`, Prisma.sql`g."documentId"`)}))
  ${filter.unread ? Prisma.sql`AND n."readAt" IS NULL` : Prisma.empty}
  ${filter.unmailed ? Prisma.sql`AND n."mailedAt" IS NULL` : Prisma.empty}
  ${filter.until ? Prisma.sql`AND n.at <= ${filter.until}` : Prisma.empty}`

const union = (
  passes: readonly ProjectPass[],
  { project, ...filter }: NoticeFilter,
  select: (pass: ProjectPass, where: Prisma.Sql) => Prisma.Sql,
): Prisma.Sql | null => {
  const chosen = passes.filter(({ projectId }) => !project || projectId === project)
  if (chosen.length === 0) return null
  return Prisma.join(
    chosen.map(pass => Prisma.sql`(${select(pass, visible(pass, filter))})`),
    " UNION ALL ",
  )
}

const newestFirst: readonly OrderKey[] = [
  { sql: Prisma.sql`n.at`, type: "time", down: true },
  { sql: Prisma.sql`n.id`, type: "uuid", down: true },
]

/** Notices over the actor's projects, the newest first, so many from a place on. */
export async function noticeLines(
  pass: AccountPass,
  passes: readonly ProjectPass[],
  filter: NoticeFilter,
  place: ListPlace,
  count: number,
): Promise<Result<ListPart<NoticeLine>>> {
  // Of each project so many are read that there are enough behind those that are passed over.
  const most = ("from" in place ? place.from : 0) + count + 1
  return listPart<NoticeLine>(newestFirst, place, count, async ({ key, behind, order }) => {
    const all = union(
      passes,
      filter,
      (here, where) => Prisma.sql`
      SELECT n.id, n.kind, n."projectId", r.name AS project, ${shownName(here, Prisma.sql`a`)} AS actor, n."documentId",
        d.title AS document, CASE WHEN NOT u.retired THEN n."unitId" END AS "unitId", coalesce(u.start, f.start) AS start,
        CASE WHEN coalesce(u.number, f.number) <> d."currentVersion" THEN coalesce(u.number, f.number) END AS behind,
        CASE WHEN u.number <> d."currentVersion" THEN CASE WHEN NOT u.retired THEN u.id END
          WHEN f.number <> d."currentVersion" AND f.status = 'open' THEN f.id END AS "lostId",
        n."flagId", n."sourceId", s.line AS source, n."threadId", n.count, n.at, n."readAt",
        j.label AS decided, j.reason, g.label AS own
      FROM "Notice" n JOIN "Project" r ON r.id = n."projectId" JOIN "User" a ON a.id = n."actorId"
      LEFT JOIN "Document" d ON d.id = n."documentId" LEFT JOIN "Unit" u ON u.id = n."unitId"
      LEFT JOIN "Flag" f ON f.id = n."flagId" LEFT JOIN "Source" s ON s.id = n."sourceId"
      LEFT JOIN LATERAL (
        SELECT label, reason FROM "Adjudication"
        WHERE n.kind = 'decided' AND "unitId" = n."unitId" AND revision <= n.revision ORDER BY revision DESC LIMIT 1) j ON true
      LEFT JOIN LATERAL (
        SELECT label FROM "Annotation"
        WHERE n.kind = 'decided' AND "unitId" = n."unitId" AND "reviewerId" = n."userId" AND revision < n.revision
        ORDER BY revision DESC LIMIT 1) g ON true
      WHERE ${where} AND ${behind} ORDER BY n.at DESC, n.id DESC LIMIT ${most}`,
    )
    return all ? pass.tx.$queryRaw`SELECT n.*, ${key} FROM (${all}) n ${order}` : []
  })
}

const visibleIds = (passes: readonly ProjectPass[], filter: NoticeFilter): Prisma.Sql | null =>
  union(passes, filter, (_, where) => Prisma.sql`SELECT n.id FROM "Notice" n WHERE ${where}`)

export async function noticeCount(
  pass: AccountPass,
  passes: readonly ProjectPass[],
  filter: NoticeFilter,
): Promise<number> {
  const all = visibleIds(passes, filter)
  if (!all) return 0
  const [row] = await pass.tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${all}) x`
  return row?.count ?? 0
}

/** Mark some of the actor's notices as read. */
export async function saveNoticesRead(pass: AccountPass, ids: readonly string[]): Promise<void> {
  const where = { userId: pass.actor.id, id: { in: [...ids] }, readAt: null }
  await pass.tx.notice.updateMany({ where, data: { readAt: pass.at } })
}

/** Mark as read all notices that the actor may see now; those that wait go on waiting. */
export async function saveAllRead(
  pass: AccountPass,
  passes: readonly ProjectPass[],
  filter: NoticeFilter,
): Promise<number> {
  const all = visibleIds(passes, filter)
  if (!all) return 0
  return pass.tx.$executeRaw`UPDATE "Notice" SET "readAt" = ${pass.at} WHERE id IN (${all})`
}

/** Note which of the actor's notices an e-mail told. */
export async function saveMailed(pass: AccountPass, until: Date, passes: readonly ProjectPass[]): Promise<void> {
  const filter = { unread: true, unmailed: true, until }
  const all = visibleIds(passes, filter)
  if (all) await pass.tx.$executeRaw`UPDATE "Notice" SET "mailedAt" = ${pass.at} WHERE id IN (${all})`
}

/** The names of the actor's projects. */
export async function projectsByName(
  pass: AccountPass,
  passes: readonly ProjectPass[],
): Promise<{ id: string; name: string }[]> {
  return pass.tx.project.findMany({
    where: { id: { in: passes.map(({ projectId }) => projectId) } },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  })
}
