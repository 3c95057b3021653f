import type { Provenance } from "../domain/change.ts"
import type { Label } from "../domain/label.ts"
import type { UnitKind } from "../domain/unit.ts"
import type { Verdict } from "../domain/verdict.ts"
import type { VettedAnnotation, VettedCitation, VettedDecision, VettedSource } from "../domain/vetted-claims.ts"
import type { ProjectPass } from "./pass.ts"

/** A version of a document's text: what spans point into. */
export interface TextPlace {
  readonly documentId: string
  readonly number: number
}

export interface ExportDocument extends Provenance, TextPlace {
  readonly revision: number
  readonly words: number
  readonly sha256: string
}

/** The project's documents in the order they were added, or the one with `documentId`. */
export const exportDocuments = (pass: ProjectPass, documentId: string | null): Promise<ExportDocument[]> =>
  pass.tx.$queryRaw<ExportDocument[]>`
    SELECT d.id AS "documentId", d.title, d.author, d."foundAt", d."foundOn", d.licence, d.language, d.revision,
      v.number, v.words, encode(v.sha256, 'hex') AS sha256
    FROM "Document" d JOIN "Version" v ON v."documentId" = d.id AND v.number = d."currentVersion"
    WHERE d."projectId" = ${pass.projectId}::uuid AND (${documentId}::uuid IS NULL OR d.id = ${documentId}::uuid)
    ORDER BY d."createdAt", d.id`

/** The text of one version. */
export async function versionText(pass: ProjectPass, { documentId, number }: TextPlace): Promise<string> {
  const where = { projectId: pass.projectId, documentId, number }
  return (await pass.tx.version.findFirstOrThrow({ where, select: { text: true } })).text
}

export interface ExportUnit {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly kind: UnitKind
  readonly state: Verdict["state"]
  readonly verdict: Label | null
  readonly verdictBy: Verdict["by"]
}

/** The live units of a text in its order. */
export const exportUnits = (pass: ProjectPass, { documentId, number }: TextPlace): Promise<ExportUnit[]> =>
  pass.tx.$queryRaw<ExportUnit[]>`
    SELECT id, start, "end", kind, state, verdict, "verdictBy" FROM "Unit"
    WHERE "projectId" = ${pass.projectId}::uuid AND "documentId" = ${documentId}::uuid AND number = ${number} AND NOT retired
    ORDER BY start`

type OfUnit<T> = T & { readonly unitId: string }

/** The current annotations of the vetted claims of a text, by reviewer. */
export const vettedAnnotations = (pass: ProjectPass, place: TextPlace): Promise<OfUnit<VettedAnnotation>[]> =>
  pass.tx.$queryRaw<OfUnit<VettedAnnotation>[]>`
    SELECT a.id, a."unitId", a."reviewerId", p.name AS reviewer, a.label, a.confidence, a.rationale, a."rationaleText",
      a.start, a."end", a."createdAt" AS at, a.label = u.verdict AS agrees
    FROM "Unit" u JOIN "Annotation" a ON a."unitId" = u.id AND a.current JOIN "User" p ON p.id = a."reviewerId"
    WHERE u."projectId" = ${pass.projectId}::uuid AND u."documentId" = ${place.documentId}::uuid
      AND u.number = ${place.number} AND NOT u.retired AND u.kind = 'claim' AND u.state = 'vetted'
    ORDER BY a."createdAt", a.id`

/** The citations of the vetted claims of a text that were not withdrawn, in the order they were given. */
export const vettedCitations = (pass: ProjectPass, place: TextPlace): Promise<OfUnit<VettedCitation>[]> =>
  pass.tx.$queryRaw<OfUnit<VettedCitation>[]>`
    SELECT c.id, c."unitId", c."sourceId", c."authorId", p.name AS author, c.stance, c."locatorLabel", c.locator,
      c.quotation, c.note, c.rank, c.directness
    FROM "Unit" u JOIN "Citation" c ON c."unitId" = u.id AND c."withdrawnAt" IS NULL JOIN "User" p ON p.id = c."authorId"
    WHERE u."projectId" = ${pass.projectId}::uuid AND u."documentId" = ${place.documentId}::uuid
      AND u.number = ${place.number} AND NOT u.retired AND u.kind = 'claim' AND u.state = 'vetted'
    ORDER BY c."createdAt", c.id`

/** The decisions that stand on the vetted claims of a text. */
export const vettedDecisions = (pass: ProjectPass, place: TextPlace): Promise<OfUnit<VettedDecision>[]> =>
  pass.tx.$queryRaw<OfUnit<VettedDecision>[]>`
    SELECT d."unitId", d."editorId", p.name AS editor, d.reason, d."createdAt" AS at
    FROM "Unit" u JOIN "Adjudication" d ON d."unitId" = u.id AND d.current JOIN "User" p ON p.id = d."editorId"
    WHERE u."projectId" = ${pass.projectId}::uuid AND u."documentId" = ${place.documentId}::uuid
      AND u.number = ${place.number} AND NOT u.retired AND u.kind = 'claim' AND u.state = 'vetted'`

/** The project's sources with these ids, by their lines. */
export const exportSources = (pass: ProjectPass, ids: readonly string[]): Promise<VettedSource[]> =>
  pass.tx.$queryRaw<VettedSource[]>`
    SELECT id, kind, line, csl, archive FROM "Source"
    WHERE "projectId" = ${pass.projectId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY line, id`
