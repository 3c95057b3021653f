import type { FlagReason } from "../domain/flag.ts"
import type { ShownUnit } from "../domain/packed-units.ts"
import type { DocumentPass } from "./pass.ts"
import { shownState, shownVerdict } from "./sight.ts"

export interface RoomDocument {
  readonly id: string
  readonly projectId: string
  readonly project: string
  readonly title: string
  readonly author: string
  readonly foundAt: string
  readonly foundOn: string
  readonly licence: string
  readonly language: string
  readonly number: number
  readonly words: number
  readonly sha256: string
  readonly text: string
}

/** The document with the text of its current version. */
export async function roomDocument(pass: DocumentPass): Promise<RoomDocument> {
  const { documentId, projectId, number } = pass
  const { project, ...document } = await pass.tx.document.findUniqueOrThrow({
    where: { id: documentId },
    select: {
      title: true,
      author: true,
      foundAt: true,
      foundOn: true,
      licence: true,
      language: true,
      project: { select: { name: true } },
    },
  })
  const { sha256, ...version } = await pass.tx.version.findUniqueOrThrow({
    where: { documentId_number: { documentId, number } },
    select: { text: true, words: true, sha256: true },
  })
  const hash = Buffer.from(sha256).toString("hex")
  return { id: documentId, projectId, project: project.name, number, ...document, ...version, sha256: hash }
}

/** What the document and its project are called. */
export async function roomTitle(pass: DocumentPass): Promise<{ title: string; project: string; language: string }> {
  const { title, language, project } = await pass.tx.document.findUniqueOrThrow({
    where: { id: pass.documentId },
    select: { title: true, language: true, project: { select: { name: true } } },
  })
  return { title, language, project: project.name }
}

/**
 * What a reading saw, for the one that follows it. Every transaction before this was over, so that all it wrote was seen;
 * of those from it on, none is sure to have been.
 */
export async function roomMark(pass: DocumentPass): Promise<string> {
  const [row] = await pass.tx.$queryRaw<
    { mark: string }[]
  >`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS mark`
  return row!.mark
}

/**
 * Which units, live or retired, a reading has to hear of that follows one with this mark: those whose row, or the actor's
 * own annotation of them, was written by a transaction that the earlier one may not have seen. Each row names the
 * transaction that wrote it (xmin), so this misses no way of writing. Null when the mark is not of this database.
 */
export async function unitsSince(pass: DocumentPass, mark: string): Promise<string[] | null> {
  const [known] = await pass.tx.$queryRaw<{ known: boolean }[]>`
    SELECT ${mark}::xid8 <= pg_snapshot_xmax(pg_current_snapshot())
      AND pg_snapshot_xmax(pg_current_snapshot())::text::numeric - ${mark}::numeric < 1000000000 AS known`
  if (!known?.known) return null
  const rows = await pass.tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "Unit" u
    WHERE u."documentId" = ${pass.documentId}::uuid AND u."projectId" = ${pass.projectId}::uuid
      AND age(u.xmin) <= age(${mark}::xid8::xid)
    UNION
    SELECT a."unitId" FROM "Annotation" a
    WHERE a."documentId" = ${pass.documentId}::uuid AND a."reviewerId" = ${pass.actor.id}::uuid
      AND age(a.xmin) <= age(${mark}::xid8::xid)`
  return rows.map(({ id }) => id)
}

/** By what the actor's view of the document is cut; after a change of it, all that they saw may look different. */
export async function roomSight(pass: DocumentPass): Promise<string> {
  const { blind } = await pass.tx.document.findUniqueOrThrow({
    where: { id: pass.documentId },
    select: { blind: true },
  })
  const { sight, role, number } = pass
  return [role, number, sight.bound && (blind ?? sight.blind), sight.salt !== null].join(" ")
}

/** How many live units there are. */
export const roomSize = (pass: DocumentPass): Promise<number> =>
  pass.tx.unit.count({
    where: { documentId: pass.documentId, projectId: pass.projectId, number: pass.number, retired: false },
  })

/** Claims that changes after this revision were about; null when one of them was about something wider. */
export async function claimsTouched(pass: DocumentPass, after: number): Promise<string[] | null> {
  const rows = await pass.tx.change.findMany({
    where: { streamId: pass.documentId, revision: { gt: after } },
    select: { unitId: true },
    orderBy: { revision: "asc" },
    take: 500,
  })
  const ids = rows.flatMap(({ unitId }) => unitId ?? [])
  return ids.length < rows.length || rows.length === 500 ? null : [...new Set(ids)]
}

/** The live units in the order of the text; of those in `among` only, when it is given. */
export const roomUnits = (pass: DocumentPass, among: readonly string[] | null = null): Promise<ShownUnit[]> =>
  pass.tx.$queryRaw<ShownUnit[]>`
    SELECT u.id, u.start, u."end", u.kind, u.version, ${shownState(pass)} AS state, ${shownVerdict(pass)} AS verdict,
      a.label AS mine
    FROM "Unit" u
    LEFT JOIN "Annotation" a ON a."unitId" = u.id AND a."reviewerId" = ${pass.actor.id}::uuid AND a.current
    WHERE u."documentId" = ${pass.documentId}::uuid AND u."projectId" = ${pass.projectId}::uuid
      AND u.number = ${pass.number} AND NOT u.retired
      AND (${among}::uuid[] IS NULL OR u.id = ANY(${among}::uuid[]))
    ORDER BY u.start`

export interface RoomFlag {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly reason: FlagReason
  readonly blocking: boolean
  readonly note: string
}

/** The open flags in the order of the text. */
export const roomFlags = (pass: DocumentPass): Promise<RoomFlag[]> =>
  pass.tx.$queryRaw<RoomFlag[]>`
    SELECT id, start, "end", reason, blocking, note FROM "Flag"
    WHERE "documentId" = ${pass.documentId}::uuid AND "projectId" = ${pass.projectId}::uuid
      AND number = ${pass.number} AND status = 'open'
    ORDER BY start, id`
