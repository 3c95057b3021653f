import { type CommentState, type InVersion, type Step, type ThreadState, versionOf } from "../domain/effect.ts"
import type { Span } from "../domain/unit.ts"
import { Prisma } from "./generated/client.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"
import { unveiled, veils } from "./sight.ts"
import { threadUnveiled } from "./thread-sight.ts"

export interface ThreadRow {
  readonly state: ThreadState
  readonly version: number
  /** The passage under whose history its changes are shown: its own, or the first that its flag touches. */
  readonly unitId: string | null
}

export interface CommentRow {
  readonly state: CommentState
  readonly version: number
  readonly thread: ThreadRow
}

type StoredThread = ThreadState & {
  readonly asks: readonly string[]
  readonly version: number
  readonly passageId: string | null
}

const t = Prisma.sql`t`

// A thread of another document, or of another project's source, is none of the pass's.
const inside = (pass: ProjectPass, documentId: string | null) => Prisma.sql`
  t."projectId" = ${pass.projectId}::uuid AND t."documentId" IS NOT DISTINCT FROM ${documentId}::uuid
  AND ${threadUnveiled(pass, t)}`

const threadColumns = Prisma.sql`t.id, t."unitId", t."flagId", t."sourceId", t.asks, t."createdBy", t."resolvedBy", t.version,
  coalesce(t."unitId", (
    SELECT u.id FROM "Flag" f JOIN "Unit" u ON u."documentId" = f."documentId" AND u.number = f.number AND NOT u.retired
      AND u.start < f."end" AND u."end" > f.start
    WHERE f.id = t."flagId" ORDER BY u.start LIMIT 1)) AS "passageId"`

const threadOf = ({ version, passageId, asks, ...state }: StoredThread): ThreadRow => ({
  state: { ...state, ...(asks.length > 0 && { asks }) },
  version,
  unitId: passageId,
})

/** A thread that the actor may see: of the document, or of one of the project's sources when that is null. */
export async function threadById(pass: ProjectPass, documentId: string | null, id: string): Promise<ThreadRow | null> {
  const [row] = await pass.tx.$queryRaw<StoredThread[]>`
    SELECT ${threadColumns} FROM "Thread" t WHERE t.id = ${id}::uuid AND ${inside(pass, documentId)}`
  return row ? threadOf(row) : null
}

/** A comment in a thread that the actor may see. */
export async function commentById(
  pass: ProjectPass,
  documentId: string | null,
  id: string,
): Promise<CommentRow | null> {
  const row = await pass.tx.comment.findFirst({ where: { id, projectId: pass.projectId } })
  const thread = row && (await threadById(pass, documentId, row.threadId))
  if (!thread) return null
  const { threadId, authorId, text, deletedAt, version } = row
  return { state: { id, threadId, authorId, text, deleted: deletedAt !== null }, version, thread }
}

/** Write a thread before and after; `documentId` is null for a source's. */
export async function saveThread(
  pass: ProjectPass,
  { before, after }: Step<ThreadState>,
  documentId: string | null,
): Promise<void> {
  if (!after) return
  const { id, resolvedBy, asks = [], ...place } = after
  const resolved = { resolvedBy, resolvedAt: resolvedBy ? pass.at : null }
  const { tx, projectId, at } = pass
  if (!before) {
    await tx.thread.create({
      data: { id, projectId, documentId, ...place, asks: [...asks], ...resolved, createdAt: at },
    })
    return
  }
  const where = { id, projectId, documentId }
  await only(tx.thread.updateMany({ where, data: { ...resolved, version: { increment: 1 } } }))
}

/** Write a comment before and after. */
export async function saveComment(pass: ProjectPass, { before, after }: Step<CommentState>): Promise<void> {
  if (!after) return
  const { id, threadId, authorId, text, deleted } = after
  const { tx, projectId, at } = pass
  if (!before) {
    await tx.comment.create({ data: { id, projectId, threadId, authorId, text, createdAt: at } })
    return
  }
  const data = { text, version: { increment: 1 }, ...(deleted ? { deletedAt: at } : { editedAt: at, deletedAt: null }) }
  await only(tx.comment.updateMany({ where: { id, projectId }, data }))
}

async function only(update: Promise<{ count: number }>): Promise<void> {
  const { count } = await update
  if (count !== 1) throw new Error(`A discussion's change met ${count} rows where it expected one.`)
}

/**
 * Whether the actor may see what others said of the passages under a span, and so join in discussing them. A flag that a
 * new version of the text lost lies over the passages that were lost with it, not over what stands at its numbers now.
 */
export async function mayDiscuss(pass: DocumentPass, span: Span & InVersion): Promise<boolean> {
  if (!veils(pass)) return true
  const [row] = await pass.tx.$queryRaw<{ open: boolean | null }[]>`
    SELECT bool_and(${unveiled(pass, Prisma.sql`u.id`, Prisma.sql`u."documentId"`)}) AS open
    FROM "Unit" u
    WHERE u."documentId" = ${pass.documentId}::uuid AND u."projectId" = ${pass.projectId}::uuid
      AND u.number = ${versionOf(span)} AND NOT u.retired AND u.start < ${span.end} AND u."end" > ${span.start}`
  return row?.open ?? true
}

/** How many threads there are about a source. */
export const threadsAbout = (pass: ProjectPass, sourceId: string): Promise<number> =>
  pass.tx.thread.count({ where: { projectId: pass.projectId, sourceId } })

/** The first passage that a span touches in the version of the text that it points into. */
export async function unitAt(pass: DocumentPass, span: Span & InVersion): Promise<string | null> {
  const { projectId, documentId } = pass
  const touched = { start: { lt: span.end }, end: { gt: span.start } }
  const row = await pass.tx.unit.findFirst({
    where: { projectId, documentId, number: versionOf(span), retired: false, ...touched },
    orderBy: { start: "asc" },
    select: { id: true },
  })
  return row?.id ?? null
}
