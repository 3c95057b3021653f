import { type Change, type ChangeKind, tellingKinds } from "../domain/change.ts"
import { changeOf } from "../domain/stored-change.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { shown, shownId, shownName, veils } from "./sight.ts"

export interface ActivityFilter {
  readonly person?: string | undefined
  readonly kind?: ChangeKind | undefined
  readonly document?: string | undefined
}

export interface ActivityRow {
  readonly streamId: string
  readonly revision: number
  readonly documentId: string | null
  readonly unitId: string | null
  readonly actorId: string
  readonly actor: string
  readonly at: Date
  readonly change: Change
}

/** Bytes of a re-splitting that are read with its effect; a longer one says in numbers what it came to. */
const longestRead = 20_000

/** What happened in the project and its documents, the newest first; `from` counts from 0. */
export async function activityRows(
  pass: ProjectPass,
  filter: ActivityFilter,
  from: number,
  count: number,
): Promise<ActivityRow[]> {
  const rows = await pass.tx.$queryRaw<(Omit<ActivityRow, "change"> & { kind: ChangeKind; body: string })[]>`
    SELECT c."streamId", c.revision, c."documentId", c."unitId", ${shownId(pass, Prisma.sql`c."actorId"`)} AS "actorId",
      ${shownName(pass, Prisma.sql`p`)} AS actor, c.at, c.kind,
      CASE WHEN octet_length(c.body) > ${longestRead} AND c.body::jsonb ? 'resplit'
        THEN (c.body::jsonb || '{"effect":{}}')::text ELSE c.body END AS body
    FROM "Change" c JOIN "User" p ON p.id = c."actorId" WHERE ${chosen(pass, filter)}
    ORDER BY c.at DESC, c."streamId", c.revision DESC LIMIT ${count} OFFSET ${from}`
  return rows.map(({ kind, body, ...row }) => ({ ...row, change: changeOf(kind, body) }))
}

export async function activityCount(pass: ProjectPass, filter: ActivityFilter): Promise<number> {
  const [row] = await pass.tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Change" c WHERE ${chosen(pass, filter)}`
  return row?.count ?? 0
}

// What tells of a claim that is veiled for the actor did not happen for them.
const told = (pass: ProjectPass): Prisma.Sql =>
  veils(pass)
    ? Prisma.sql`AND (c."unitId" IS NULL OR c.kind <> ALL(${[...tellingKinds]})
        OR ${shown(pass, Prisma.sql`c."actorId"`, Prisma.sql`c."unitId"`, Prisma.sql`c."documentId"`)})`
    : Prisma.empty

// A document is added and described in the project's own stream, so its id stands in the body there.
function chosen(pass: ProjectPass, { person, kind, document }: ActivityFilter): Prisma.Sql {
  return Prisma.sql`c."projectId" = ${pass.projectId}::uuid ${told(pass)}
    ${person ? Prisma.sql`AND ${shownId(pass, Prisma.sql`c."actorId"`)} = ${person}::uuid` : Prisma.empty}
    ${kind ? Prisma.sql`AND c.kind = ${kind}` : Prisma.empty}
    ${
      document
        ? Prisma.sql`AND (c."documentId" = ${document}::uuid OR (c.kind IN ('document-added', 'document-described')
            AND lower(c.body::jsonb ->> 'documentId') = ${document.toLowerCase()}))`
        : Prisma.empty
    }`
}

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
  readonly quote: string
}

/** Where units stand and what they say, by their ids. A span is cut out here, since PostgreSQL counts otherwise. */
export async function unitPlaces(pass: ProjectPass, ids: readonly string[]): Promise<ReadonlyMap<string, UnitPlace>> {
  const units = await pass.tx.unit.findMany({
    where: { projectId: pass.projectId, id: { in: [...ids] } },
    select: { id: true, documentId: true, number: true, start: true, end: true, retired: true },
  })
  const versions = await pass.tx.version.findMany({
    where: { projectId: pass.projectId, documentId: { in: [...new Set(units.map(unit => unit.documentId))] } },
    select: { documentId: true, number: true, text: true },
  })
  const texts = new Map(versions.map(version => [`${version.documentId} ${version.number}`, version.text]))
  return new Map(
    units.map(({ id, documentId, number, start, end, retired }) => [
      id,
      { documentId, start, retired, quote: texts.get(`${documentId} ${number}`)?.slice(start, end) ?? "" },
    ]),
  )
}
