import { reviewedBlind } from "./blindness-rows.ts"
import { Prisma } from "./generated/client.ts"
import type { DocumentPass } from "./pass.ts"
import { unveiled } from "./sight.ts"

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
 * transaction that wrote it (xmin), so this misses no way of writing. Null when that can't be told: the mark is not of
 * this database, or the text was cut anew under somebody whom blindness binds. They are told of no unit that is veiled,
 * because that it moved would say that others said something of it.
 */
export async function unitsSince(pass: DocumentPass, mark: string, after: number): Promise<string[] | null> {
  const veiled = await isVeiled(pass)
  if (veiled && (await cutSince(pass, after))) return null
  const [known] = await pass.tx.$queryRaw<{ known: boolean }[]>`
    SELECT ${mark}::xid8 <= pg_snapshot_xmax(pg_current_snapshot())
      AND pg_snapshot_xmax(pg_current_snapshot())::text::numeric - ${mark}::numeric < 1000000000 AS known`
  if (!known?.known) return null
  const rows = await pass.tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "Unit" u
    WHERE u."documentId" = ${pass.documentId}::uuid AND u."projectId" = ${pass.projectId}::uuid
      AND age(u.xmin) <= age(${mark}::xid8::xid) AND ${unveiled(pass, Prisma.sql`u.id`, Prisma.sql`u."documentId"`)}
    UNION
    SELECT a."unitId" FROM "Annotation" a
    WHERE a."documentId" = ${pass.documentId}::uuid AND a."reviewerId" = ${pass.actor.id}::uuid
      AND age(a.xmin) <= age(${mark}::xid8::xid)`
  return rows.map(({ id }) => id)
}

/** By what the actor's view of the document is cut; after a change of it, all that they saw may look different. */
export async function roomSight(pass: DocumentPass): Promise<string> {
  return [pass.role, pass.number, await isVeiled(pass), pass.sight.salt !== null].join(" ")
}

/** Whether there may be something in the document that the actor must not see yet. */
const isVeiled = async (pass: DocumentPass): Promise<boolean> =>
  pass.sight.norming || (pass.sight.bound && (await reviewedBlind(pass)))

/** Whether a change after this revision made, cut or turned units: in its words, or packed, it has steps of units. */
async function cutSince(pass: DocumentPass, after: number): Promise<boolean> {
  const rows = await pass.tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Change" WHERE "streamId" = ${pass.documentId}::uuid AND revision > ${after}
      AND body LIKE '%"units":%' LIMIT 1`
  return rows.length > 0
}

/** How many live units there are. */
export const roomSize = (pass: DocumentPass): Promise<number> =>
  pass.tx.unit.count({
    where: { documentId: pass.documentId, projectId: pass.projectId, number: pass.number, retired: false },
  })

/**
 * Claims that changes after this revision were about; null when one of them was about something wider, and for people who
 * are not to know what others are at.
 */
export async function claimsTouched(pass: DocumentPass, after: number): Promise<string[] | null> {
  if (await isVeiled(pass)) return null
  const rows = await pass.tx.change.findMany({
    where: { streamId: pass.documentId, revision: { gt: after } },
    select: { unitId: true },
    orderBy: { revision: "asc" },
    take: 500,
  })
  const ids = rows.flatMap(({ unitId }) => unitId ?? [])
  return ids.length < rows.length || rows.length === 500 ? null : [...new Set(ids)]
}
