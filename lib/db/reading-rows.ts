import type { FlagReason } from "../domain/flag.ts"
import type { ShownUnit } from "../domain/packed-units.ts"
import type { TextAnchor } from "../domain/text-anchor.ts"
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
  readonly anchors: readonly TextAnchor[]
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
  const { sha256, anchors, ...version } = await pass.tx.version.findUniqueOrThrow({
    where: { documentId_number: { documentId, number } },
    select: { text: true, words: true, sha256: true, anchors: true },
  })
  const hash = Buffer.from(sha256).toString("hex")
  const shown = { ...version, sha256: hash, anchors: anchors as unknown as readonly TextAnchor[] }
  return { id: documentId, projectId, project: project.name, number, ...document, ...shown }
}

/** What the document and its project are called. */
export async function roomTitle(pass: DocumentPass): Promise<{ title: string; project: string; language: string }> {
  const { title, language, project } = await pass.tx.document.findUniqueOrThrow({
    where: { id: pass.documentId },
    select: { title: true, language: true, project: { select: { name: true } } },
  })
  return { title, language, project: project.name }
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
      AND number = ${pass.number} AND status = 'open' AND "raisedBy" IS NOT NULL
    ORDER BY start, id`
