import { Prisma } from "./generated/client.ts"
import { countingAs } from "./merged-sources.ts"
import type { ProjectPass } from "./pass.ts"
import { shown, shownName } from "./sight.ts"

export interface SnapshotLine {
  readonly id: string
  readonly takenOn: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  /** In hexadecimal. */
  readonly sha256: string
  readonly by: string
  readonly at: Date
  /** How many citations name it, withdrawn ones not. */
  readonly citations: number
}

/** The snapshots of a source, the newest first. */
export const snapshotLines = (pass: ProjectPass, sourceId: string): Promise<SnapshotLine[]> =>
  pass.tx.$queryRaw<SnapshotLine[]>`
    SELECT s.id, s."takenOn", s."fileName", s."mediaType", octet_length(s.bytes)::int AS bytes,
      encode(s.sha256, 'hex') AS sha256, ${shownName(pass, Prisma.sql`p`)} AS by, s."createdAt" AS at,
      (SELECT count(*)::int FROM "Citation" c
        WHERE c."projectId" = s."projectId" AND c."snapshotId" = s.id AND c."withdrawnAt" IS NULL
          AND ${shown(pass, Prisma.sql`c."authorId"`, Prisma.sql`c."unitId"`, Prisma.sql`c."documentId"`)}) AS citations
    FROM "Snapshot" s JOIN "User" p ON p.id = s."addedBy"
    WHERE s."projectId" = ${pass.projectId}::uuid AND s."sourceId" IN ${countingAs(pass, [sourceId])}
    ORDER BY s."takenOn" DESC, s."createdAt" DESC, s.id`

export interface NewSnapshot {
  readonly id: string
  readonly sourceId: string
  readonly takenOn: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: Uint8Array<ArrayBuffer>
}

/** Store a snapshot; false when its id belongs to another one already. */
export async function insertSnapshot(pass: ProjectPass, snapshot: NewSnapshot): Promise<boolean> {
  const data = { ...snapshot, projectId: pass.projectId, addedBy: pass.actor.id, createdAt: pass.at }
  return (await pass.tx.snapshot.createMany({ data, skipDuplicates: true })).count > 0
}

/** How many snapshots of this very record are kept. */
export const snapshotsOf = ({ tx, projectId }: ProjectPass, sourceId: string): Promise<number> =>
  tx.snapshot.count({ where: { projectId, sourceId } })

export async function deleteSnapshots({ tx, projectId }: ProjectPass, sourceId: string): Promise<void> {
  await tx.snapshot.deleteMany({ where: { projectId, sourceId } })
}

/** Whether a snapshot is one of a source, or of a record that was merged into it. */
export async function isSnapshotOf(pass: ProjectPass, id: string, sourceId: string): Promise<boolean> {
  const source = { OR: [{ id: sourceId }, { mergedIntoId: sourceId }] }
  return (await pass.tx.snapshot.count({ where: { id, projectId: pass.projectId, source } })) > 0
}

/** A snapshot with its bytes. */
export const snapshotById = (pass: ProjectPass, sourceId: string, id: string) =>
  pass.tx.snapshot.findFirst({
    where: { id, projectId: pass.projectId, source: { OR: [{ id: sourceId }, { mergedIntoId: sourceId }] } },
    select: { fileName: true, mediaType: true, bytes: true },
  })
