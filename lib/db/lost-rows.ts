import type { FlagReason } from "../domain/flag.ts"
import type { Label } from "../domain/label.ts"
import type { Span, UnitKind } from "../domain/unit.ts"
import { Prisma } from "./generated/client.ts"
import type { DocumentPass } from "./pass.ts"
import { shown, shownName, unveiled } from "./sight.ts"

/** A claim, or another passage with work on it, that no version after its own has; its row stands in that one. */
export interface LostUnit extends Span {
  readonly id: string
  readonly number: number
  readonly kind: UnitKind
  readonly version: number
}

/** What is lost: live units of versions before the current one. That one is lost says that somebody worked on it. */
const isLost = (pass: DocumentPass) => Prisma.sql`u."projectId" = ${pass.projectId}::uuid
  AND u."documentId" = ${pass.documentId}::uuid AND u.number < ${pass.number} AND NOT u.retired
  AND ${unveiled(pass, Prisma.sql`u.id`, Prisma.sql`u."documentId"`)}`

/** The lost units in the order of their texts. */
export const lostUnits = (pass: DocumentPass): Promise<LostUnit[]> =>
  pass.tx.$queryRaw<LostUnit[]>`
    SELECT u.id, u.number, u.start, u."end", u.kind, u.version FROM "Unit" u
    WHERE ${isLost(pass)} ORDER BY u.number, u.start`

/** How many units and open flags the current text lost; a flag on a version that was taken back is lost too. */
export async function lostCounts(pass: DocumentPass): Promise<{ units: number; flags: number }> {
  const [row] = await pass.tx.$queryRaw<{ units: number; flags: number }[]>`
    SELECT (SELECT count(*)::int FROM "Unit" u WHERE ${isLost(pass)}) AS units,
      (SELECT count(*)::int FROM "Flag" f WHERE ${flagLost(pass)}) AS flags`
  return row!
}

export interface LostWork {
  readonly unitId: string
  readonly what: "label" | "citation" | "decision" | "comment"
  readonly who: string
  readonly label: Label | null
  readonly words: string
}

/** What was said of lost units, as far as the actor may see it, in the order it was said. */
export const lostWork = (pass: DocumentPass): Promise<LostWork[]> =>
  pass.tx.$queryRaw<LostWork[]>`
    SELECT w."unitId", w.what, ${shownName(pass, Prisma.sql`p`)} AS who, w.label, w.words
    FROM (
      SELECT a."unitId", 'label' AS what, a."reviewerId" AS "personId", a.label, a."rationaleText" AS words, a."createdAt" AS at
      FROM "Unit" u JOIN "Annotation" a ON a."unitId" = u.id AND a.current
      WHERE ${isLost(pass)} AND ${visible(pass, Prisma.sql`a."reviewerId"`)}
      UNION ALL
      SELECT c."unitId", 'citation', c."authorId", NULL, c.stance || ': ' || s.line, c."createdAt"
      FROM "Unit" u JOIN "Citation" c ON c."unitId" = u.id AND c."withdrawnAt" IS NULL JOIN "Source" s ON s.id = c."sourceId"
      WHERE ${isLost(pass)} AND ${visible(pass, Prisma.sql`c."authorId"`)}
      UNION ALL
      SELECT d."unitId", 'decision', d."editorId", d.label, d.reason, d."createdAt"
      FROM "Unit" u JOIN "Adjudication" d ON d."unitId" = u.id AND d.current
      WHERE ${isLost(pass)} AND ${visible(pass, Prisma.sql`d."editorId"`)}
      UNION ALL
      SELECT t."unitId", 'comment', m."authorId", NULL, m.text, m."createdAt"
      FROM "Unit" u JOIN "Thread" t ON t."unitId" = u.id JOIN "Comment" m ON m."threadId" = t.id AND m."deletedAt" IS NULL
      WHERE ${isLost(pass)} AND ${visible(pass, Prisma.sql`m."authorId"`)}
    ) w JOIN "User" p ON p.id = w."personId" ORDER BY w.at`

const visible = (pass: DocumentPass, author: Prisma.Sql) =>
  shown(pass, author, Prisma.sql`u.id`, Prisma.sql`u."documentId"`)

export interface LostFlag {
  readonly id: string
  readonly number: number
  readonly quote: string
  readonly reason: FlagReason
  readonly note: string
  readonly blocking: boolean
  readonly raiser: string
  readonly mine: boolean
  readonly version: number
}

const flagLost = (pass: DocumentPass) => Prisma.sql`f."projectId" = ${pass.projectId}::uuid
  AND f."documentId" = ${pass.documentId}::uuid AND f.number <> ${pass.number} AND f.status = 'open' AND f."raisedBy" IS NOT NULL`

/** The lost open flags in the order of their texts. */
export const lostFlags = (pass: DocumentPass): Promise<LostFlag[]> =>
  pass.tx.$queryRaw<LostFlag[]>`
    SELECT f.id, f.number, f.quote, f.reason, f.note, f.blocking, ${shownName(pass, Prisma.sql`p`)} AS raiser,
      f."raisedBy" = ${pass.actor.id}::uuid AS mine, f.version
    FROM "Flag" f JOIN "User" p ON p.id = f."raisedBy" WHERE ${flagLost(pass)} ORDER BY f.number, f.start, f.id`
