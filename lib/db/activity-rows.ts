import { byKey } from "../domain/by-key.ts"
import type { Change, ChangeKind } from "../domain/change.ts"
import { changeOf } from "../domain/stored-change.ts"
import { Prisma } from "./generated/client.ts"
import type { HistoryScope } from "./history-scope.ts"
import type { ProjectPass } from "./pass.ts"
import { shownId, shownName } from "./sight.ts"

export interface ActivityFilter {
  readonly person?: string | undefined
  readonly kinds?: readonly ChangeKind[] | undefined
  /** Changes from this moment on, and before that one. */
  readonly from?: Date | undefined
  readonly until?: Date | undefined
}

/** The place of a change in its stream. */
export interface ChangeKey {
  readonly streamId: string
  readonly revision: number
}

/** From where on a history is read: from the change itself on, or from the one before or after it in time. */
export interface Cursor extends ChangeKey {
  readonly side: "from" | "older" | "newer"
}

export interface ActivityRow extends ChangeKey {
  readonly documentId: string | null
  readonly unitId: string | null
  readonly actorId: string
  readonly actor: string
  readonly at: Date
  readonly change: Change
}

type Stored = Omit<ActivityRow, "change"> & { readonly kind: ChangeKind; readonly body: string }

/** Bytes of a re-splitting that are read with its effect; a longer one says in numbers what it came to. */
const longestRead = 20_000

/**
 * So many changes of a scope, the newest first, from the cursor on. It walks along an index from there, so that a page
 * of a long history takes as long as one of a short one. Null when there is no such change for the actor to begin at.
 */
export async function activityRows(
  pass: ProjectPass,
  scope: HistoryScope,
  filter: ActivityFilter,
  cursor: Cursor | null,
  count: number,
): Promise<ActivityRow[] | null> {
  const at = cursor && (await momentOf(pass, scope, cursor))
  if (cursor && !at) return null
  const forward = cursor?.side === "newer"
  const order = forward
    ? Prisma.sql`ORDER BY c.at, c."streamId", c.revision`
    : Prisma.sql`ORDER BY c.at DESC, c."streamId" DESC, c.revision DESC`
  const beyond = cursor && at ? behind(cursor, at) : Prisma.empty
  const pages = scope.branches.map(
    branch => Prisma.sql`(SELECT c."streamId", c.revision, c.at FROM "Change" c
      WHERE ${branch} ${chosen(pass, scope, filter)} ${beyond} ${order} LIMIT ${count})`,
  )
  const rows = await pass.tx.$queryRaw<Stored[]>`
    SELECT ${columns(pass)},
      CASE WHEN octet_length(c.body) > ${longestRead} AND c.body::jsonb ? 'resplit'
        THEN (c.body::jsonb || '{"effect":{}}')::text ELSE c.body END AS body
    FROM (SELECT * FROM (${Prisma.join(pages, " UNION ")}) c ${order} LIMIT ${count}) k
    JOIN "Change" c ON c."streamId" = k."streamId" AND c.revision = k.revision
    JOIN "User" p ON p.id = c."actorId" ${order}`
  return (forward ? rows.reverse() : rows).map(read)
}

/** One change of a scope, whole; null when there is none for the actor to see. */
export async function activityRow(
  pass: ProjectPass,
  scope: HistoryScope,
  { streamId, revision }: ChangeKey,
): Promise<ActivityRow | null> {
  const [row] = await pass.tx.$queryRaw<Stored[]>`
    SELECT ${columns(pass)}, c.body FROM "Change" c JOIN "User" p ON p.id = c."actorId"
    WHERE c."streamId" = ${streamId}::uuid AND c.revision = ${revision} AND ${inside(scope)}`
  return row ? read(row) : null
}

const columns = (pass: ProjectPass) => Prisma.sql`
  c."streamId", c.revision, c."documentId", c."unitId", ${shownId(pass, Prisma.sql`c."actorId"`)} AS "actorId",
  ${shownName(pass, Prisma.sql`p`)} AS actor, c.at, c.kind`

const read = ({ kind, body, ...row }: Stored): ActivityRow => ({ ...row, change: changeOf(kind, body) })

/** Above that changes are not counted any more. */
export const mostCounted = 10_000

/** How many changes of a scope there are; one more than `mostCounted` when there are more. */
export async function activityCount(pass: ProjectPass, scope: HistoryScope, filter: ActivityFilter): Promise<number> {
  const most = mostCounted + 1
  const keys = scope.branches.map(
    branch => Prisma.sql`(SELECT c."streamId", c.revision FROM "Change" c
      WHERE ${branch} ${chosen(pass, scope, filter)} LIMIT ${most})`,
  )
  const [row] = await pass.tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT * FROM (${Prisma.join(keys, " UNION ")}) k LIMIT ${most}) k`
  return row?.count ?? 0
}

const inside = ({ branches, told }: HistoryScope) =>
  Prisma.sql`(${Prisma.join(
    branches.map(branch => Prisma.sql`(${branch})`),
    " OR ",
  )}) ${told}`

async function momentOf(pass: ProjectPass, scope: HistoryScope, { streamId, revision }: ChangeKey) {
  const [row] = await pass.tx.$queryRaw<{ at: Date }[]>`
    SELECT c.at FROM "Change" c
    WHERE c."streamId" = ${streamId}::uuid AND c.revision = ${revision} AND ${inside(scope)}`
  return row?.at ?? null
}

/** What lies beyond a cursor. The moment alone stands there too, since an index knows no more. */
function behind({ side, streamId, revision }: Cursor, at: Date): Prisma.Sql {
  const place = Prisma.sql`(${at}::timestamptz, ${streamId}::uuid, ${revision}::int)`
  const row = Prisma.sql`(c.at, c."streamId", c.revision)`
  if (side === "newer") return Prisma.sql`AND c.at >= ${at}::timestamptz AND ${row} > ${place}`
  if (side === "older") return Prisma.sql`AND c.at <= ${at}::timestamptz AND ${row} < ${place}`
  return Prisma.sql`AND c.at <= ${at}::timestamptz AND ${row} <= ${place}`
}

const chosen = (
  pass: ProjectPass,
  { told }: HistoryScope,
  { person, kinds, from, until }: ActivityFilter,
) => Prisma.sql`
  ${told}
  ${person ? Prisma.sql`AND ${shownId(pass, Prisma.sql`c."actorId"`)} = ${person}::uuid` : Prisma.empty}
  ${kinds ? Prisma.sql`AND c.kind = ANY(${[...kinds]}::text[])` : Prisma.empty}
  ${from ? Prisma.sql`AND c.at >= ${from}::timestamptz` : Prisma.empty}
  ${until ? Prisma.sql`AND c.at < ${until}::timestamptz` : Prisma.empty}`

export interface MemberName {
  /** The id that changes name. It goes to nobody who may not know who is who. */
  readonly id: string
  /** Id and name as the actor may see them. */
  readonly shownId: string
  readonly name: string
}

/** Everybody who is or was in the project, by the name that the actor may see. */
export const everyMember = (pass: ProjectPass): Promise<MemberName[]> =>
  pass.tx.$queryRaw<MemberName[]>`
    SELECT p.id, ${shownId(pass, Prisma.sql`p.id`)} AS "shownId", ${shownName(pass, Prisma.sql`p`)} AS name
    FROM "Membership" m JOIN "User" p ON p.id = m."userId"
    WHERE m."projectId" = ${pass.projectId}::uuid ORDER BY name, p.id`

/** The title lines of sources by their ids. */
export async function sourceNames(pass: ProjectPass, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const where = { projectId: pass.projectId, id: { in: [...ids] } }
  const rows = await pass.tx.source.findMany({ where, select: { id: true, line: true } })
  return new Map(rows.map(({ id, line }) => [id, line]))
}

export interface UnitPlace {
  readonly documentId: string
  readonly start: number
  readonly retired: boolean
  /** The version of the text that it stands in. */
  readonly number: number
  readonly quote: string
}

/** Where units stand and what they say, by their ids. A span is cut out here, since PostgreSQL counts otherwise. */
export async function unitPlaces(pass: ProjectPass, ids: readonly string[]): Promise<ReadonlyMap<string, UnitPlace>> {
  const units = await pass.tx.unit.findMany({
    where: { projectId: pass.projectId, id: { in: [...ids] } },
    select: { id: true, documentId: true, number: true, start: true, end: true, retired: true },
  })
  const texted = byKey(units, ({ documentId, number }) => `${documentId} ${number}`)
  const versions = await pass.tx.version.findMany({
    where: {
      projectId: pass.projectId,
      OR: [...texted.values()].map(([unit]) => ({ documentId: unit!.documentId, number: unit!.number })),
    },
    select: { documentId: true, number: true, text: true },
  })
  const texts = new Map(versions.map(version => [`${version.documentId} ${version.number}`, version.text]))
  return new Map(
    units.map(({ id, documentId, number, start, end, retired }) => [
      id,
      { documentId, start, retired, number, quote: texts.get(`${documentId} ${number}`)?.slice(start, end) ?? "" },
    ]),
  )
}
