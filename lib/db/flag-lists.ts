import type { FlagReason, FlagStatus } from "../domain/flag.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { shownId, shownName } from "./sight.ts"

export interface FlagFilter {
  readonly status: FlagStatus | "all"
  readonly reason?: FlagReason | undefined
  readonly document?: string | undefined
  /** Only those that the actor raised. */
  readonly mine?: boolean | undefined
}

export interface FlagLine {
  readonly id: string
  readonly documentId: string
  readonly document: string
  readonly start: number
  readonly quote: string
  readonly reason: FlagReason
  readonly note: string
  readonly blocking: boolean
  readonly status: FlagStatus
  readonly raisedBy: string
  readonly raiser: string
  readonly raisedAt: Date
  readonly answer: string
  readonly answerer: string | null
  readonly answeredAt: Date | null
  readonly version: number
}

/** How much of a quote a list shows, in characters. */
const quoteLimit = 300

/** Flags on the current texts of the project's documents, the newest first; `from` counts from 0. */
export const flagLines = (pass: ProjectPass, filter: FlagFilter, from: number, count: number): Promise<FlagLine[]> =>
  pass.tx.$queryRaw<FlagLine[]>`
    SELECT f.id, f."documentId", d.title AS document, f.start, f.reason, f.note, f.blocking, f.status,
      CASE WHEN length(f.quote) > ${quoteLimit} THEN left(f.quote, ${quoteLimit}) || '…' ELSE f.quote END AS quote,
      ${shownId(pass, Prisma.sql`f."raisedBy"`)} AS "raisedBy", ${shownName(pass, Prisma.sql`r`)} AS raiser,
      f."raisedAt", f.answer, ${shownName(pass, Prisma.sql`w`)} AS answerer, f."answeredAt", f.version
    FROM ${chosen(pass, filter)} ORDER BY f."raisedAt" DESC, f.id DESC LIMIT ${count} OFFSET ${from}`

export async function flagCount(pass: ProjectPass, filter: FlagFilter): Promise<number> {
  const [row] = await pass.tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${chosen(pass, filter)}`
  return row?.count ?? 0
}

function chosen(pass: ProjectPass, { status, reason, document, mine }: FlagFilter): Prisma.Sql {
  return Prisma.sql`"Flag" f
    JOIN "Document" d ON d.id = f."documentId" AND d."currentVersion" = f.number
    JOIN "User" r ON r.id = f."raisedBy" LEFT JOIN "User" w ON w.id = f."answeredBy"
    WHERE f."projectId" = ${pass.projectId}::uuid
      ${status === "all" ? Prisma.empty : Prisma.sql`AND f.status = ${status}`}
      ${reason ? Prisma.sql`AND f.reason = ${reason}` : Prisma.empty}
      ${document ? Prisma.sql`AND f."documentId" = ${document}::uuid` : Prisma.empty}
      ${mine ? Prisma.sql`AND f."raisedBy" = ${pass.actor.id}::uuid` : Prisma.empty}`
}

/** The project's documents by title, to choose one from. */
export const documentNames = (pass: ProjectPass): Promise<{ id: string; title: string }[]> =>
  pass.tx.document.findMany({
    where: { projectId: pass.projectId },
    select: { id: true, title: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  })
