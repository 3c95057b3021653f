import type { NamedItem } from "../domain/author-year.ts"
import type { Bearing, Stance } from "../domain/citation.ts"
import type { Credibility, Reliability } from "../domain/grade.ts"
import type { Label } from "../domain/label.ts"
import type { SourceKind } from "../domain/source.ts"
import type { ClaimState } from "../domain/verdict.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { ifUnveiled, shown, shownState, shownVerdict } from "./sight.ts"

/** The project's documents in the order they were added. */
export const documentsInOrder = (pass: ProjectPass): Promise<{ id: string; title: string }[]> =>
  pass.tx.$queryRaw<{ id: string; title: string }[]>`
    SELECT id, title FROM "Document" WHERE "projectId" = ${pass.projectId}::uuid ORDER BY "createdAt", id`

export interface MatrixClaimRow {
  readonly id: string
  readonly documentId: string
  readonly number: number
  readonly start: number
  readonly end: number
  readonly state: ClaimState
  readonly verdict: Label | null
}

/** Which claims: of one document or of all, and only those in a state or with a label. */
export interface MatrixChoice {
  readonly document?: string | undefined
  readonly state?: Label | ClaimState | undefined
  /** With this verdict on whether they were said. */
  readonly said?: Label | undefined
}

/** The live claims of the current texts in the order of documents and text; `number` counts all of a text's from 1. */
export const matrixClaims = (pass: ProjectPass, { document, state, said }: MatrixChoice): Promise<MatrixClaimRow[]> =>
  pass.tx.$queryRaw<MatrixClaimRow[]>`
    SELECT id, "documentId", number, start, "end", state, verdict FROM (
      SELECT u.id, u."documentId", u.start, u."end", ${shownState(pass)} AS state, ${shownVerdict(pass)} AS verdict,
        ${ifUnveiled(pass, Prisma.sql`u.said`, Prisma.sql`NULL`)} AS said, d."createdAt",
        (row_number() OVER (PARTITION BY u."documentId" ORDER BY u.start))::int AS number
      FROM "Document" d JOIN "Unit" u ON u."documentId" = d.id AND u.number = d."currentVersion"
        AND u.kind = 'claim' AND NOT u.retired
      WHERE d."projectId" = ${pass.projectId}::uuid
        AND ${document ? Prisma.sql`d.id = ${document}::uuid` : Prisma.sql`true`}) n
    WHERE (${state ?? null}::text IS NULL OR verdict = ${state ?? null} OR state = ${state ?? null})
      AND (${said ?? null}::text IS NULL OR said = ${said ?? null})
    ORDER BY "createdAt", "documentId", start`

export interface MatrixCitationRow {
  readonly unitId: string
  readonly sourceId: string
  readonly stance: Stance
  readonly bearsOn: Bearing
  readonly credibility: Credibility | null
}

/**
 * Every citation of the project that was not withdrawn, also on units that are no claims any more. One of a merged record
 * is one of the source that it counts as.
 */
export const matrixCitations = (pass: ProjectPass): Promise<MatrixCitationRow[]> =>
  pass.tx.$queryRaw<MatrixCitationRow[]>`
    SELECT c."unitId", coalesce(o."mergedIntoId", o.id) AS "sourceId", c.stance, c."bearsOn", c.credibility
    FROM "Citation" c JOIN "Source" o ON o."projectId" = c."projectId" AND o.id = c."sourceId"
    WHERE c."projectId" = ${pass.projectId}::uuid AND c."withdrawnAt" IS NULL
      AND ${shown(pass, Prisma.sql`c."authorId"`, Prisma.sql`c."unitId"`, Prisma.sql`c."documentId"`)}`

export interface MatrixSourceRow {
  readonly id: string
  readonly kind: SourceKind
  readonly line: string
  readonly reliability: Reliability | null
  /** The fields of the record by which it is named. */
  readonly named: NamedItem
}

/** The sources with these ids, by their lines. */
export const matrixSources = (pass: ProjectPass, ids: readonly string[]): Promise<MatrixSourceRow[]> =>
  pass.tx.$queryRaw<MatrixSourceRow[]>`
    SELECT id, kind, line, reliability, jsonb_strip_nulls(jsonb_build_object('title', csl->'title',
      'author', csl->'author', 'editor', csl->'editor', 'issued', csl->'issued')) AS named
    FROM "Source" WHERE "projectId" = ${pass.projectId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY line, id`
