import type { Change, ChangeKind } from "../domain/change.ts"
import { ok, type Result } from "../domain/failure.ts"
import type { Label } from "../domain/label.ts"
import { changeOf } from "../domain/stored-change.ts"
import { Prisma } from "./generated/client.ts"
import { type ListPart, type ListPlace, listPart, type OrderKey } from "./keyset.ts"
import type { ProjectPass } from "./pass.ts"
import { shownId, shownName, unveiled } from "./sight.ts"

/** The change, by its place in its stream, that brought a verdict down. */
export interface Cause {
  readonly streamId: string
  readonly revision: number
}

/** Note that verdicts fell, with what they had been and the change behind it. */
export async function saveReopenings(
  pass: ProjectPass,
  documentId: string,
  fallen: readonly { readonly unitId: string; readonly label: Label }[],
  { streamId, revision }: Cause,
): Promise<void> {
  if (fallen.length === 0) return
  await pass.tx.$executeRaw`
    INSERT INTO "Reopening" (id, "projectId", "documentId", "unitId", label, "streamId", revision, at)
    SELECT gen_random_uuid(), ${pass.projectId}::uuid, ${documentId}::uuid, f."unitId", f.label, ${streamId}::uuid, ${revision}, ${pass.at}
    FROM jsonb_to_recordset(${JSON.stringify(fallen)}::jsonb) AS f("unitId" uuid, label text)`
}

export interface ReopenedRow {
  readonly unitId: string
  readonly documentId: string
  readonly document: string
  readonly start: number
  /** What the verdict was. */
  readonly label: Label
  readonly at: Date
  readonly actorId: string
  readonly actor: string
  readonly change: Change
}

type Stored = Omit<ReopenedRow, "change"> & { readonly kind: ChangeKind; readonly body: string }

const columns = (pass: ProjectPass) => Prisma.sql`
  r."unitId", r."documentId", d.title AS document, u.start, r.label, r.at, ${shownId(pass, Prisma.sql`c."actorId"`)} AS "actorId",
  ${shownName(pass, Prisma.sql`p`)} AS actor, c.kind, c.body`

// The newest fall of each claim of a current text that has no verdict again.
const standing = (pass: ProjectPass) => Prisma.sql`
  (SELECT DISTINCT ON (r."unitId") r.* FROM "Reopening" r WHERE r."projectId" = ${pass.projectId}::uuid
    ORDER BY r."unitId", r.at DESC, r.revision DESC) r
  JOIN "Unit" u ON u.id = r."unitId" AND NOT u.retired AND u.kind = 'claim' AND u.verdict IS NULL
    AND ${unveiled(pass, Prisma.sql`u.id`, Prisma.sql`u."documentId"`)}
  JOIN "Document" d ON d.id = u."documentId" AND d."currentVersion" = u.number`

const lastFallFirst: readonly OrderKey[] = [
  { sql: Prisma.sql`r.at`, type: "time", down: true },
  { sql: Prisma.sql`d.title`, type: "text" },
  { sql: Prisma.sql`u.start`, type: "int" },
  { sql: Prisma.sql`u.id`, type: "uuid" },
]

/** The claims whose verdict fell and that have none again, what fell last first, so many from a place on. */
export async function reopenedRows(
  pass: ProjectPass,
  place: ListPlace,
  count: number,
): Promise<Result<ListPart<ReopenedRow>>> {
  const part = await listPart<Stored>(
    lastFallFirst,
    place,
    count,
    ({ key, behind, order }) => pass.tx.$queryRaw`
      SELECT ${columns(pass)}, ${key}
      FROM ${standing(pass)}
      JOIN "Change" c ON c."streamId" = r."streamId" AND c.revision = r.revision JOIN "User" p ON p.id = c."actorId"
      WHERE ${behind} ${order}`,
  )
  return part.ok ? ok({ ...part.value, rows: part.value.rows.map(told) }) : part
}

export async function reopenedCount(pass: ProjectPass): Promise<number> {
  const [row] = await pass.tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM ${standing(pass)}`
  return row?.count ?? 0
}

/** The last time that a unit's verdict fell; null when it never did. */
export async function lastReopening(pass: ProjectPass, unitId: string): Promise<ReopenedRow | null> {
  const [row] = await pass.tx.$queryRaw<Stored[]>`
    SELECT ${columns(pass)}
    FROM "Reopening" r JOIN "Unit" u ON u.id = r."unitId" JOIN "Document" d ON d.id = r."documentId"
    JOIN "Change" c ON c."streamId" = r."streamId" AND c.revision = r.revision JOIN "User" p ON p.id = c."actorId"
    WHERE r."unitId" = ${unitId}::uuid AND r."projectId" = ${pass.projectId}::uuid
    ORDER BY r.at DESC, r.revision DESC LIMIT 1`
  return row ? told(row) : null
}

const told = ({ kind, body, ...row }: Stored): ReopenedRow => ({ ...row, change: changeOf(kind, body) })
