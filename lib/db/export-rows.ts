import type { LinkState, Provenance } from "../domain/change.ts"
import type { LocatorLabel } from "../domain/citation.ts"
import type { Label } from "../domain/label.ts"
import type {
  OutgoingAnnotation,
  OutgoingCitation,
  OutgoingDecision,
  OutgoingSource,
} from "../domain/outgoing-claims.ts"
import type { UnitKind } from "../domain/unit.ts"
import type { Verdict } from "../domain/verdict.ts"
import { followed } from "./card-rows.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { countsFor } from "./shared-evidence.ts"
import { ifUnveiled, shown, shownId, shownName, shownState, shownVerdict, unveiled } from "./sight.ts"
import type { TextPlace } from "./text-place.ts"

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

/** The current text of a document. */
export async function currentText(pass: ProjectPass, documentId: string): Promise<string> {
  return (await currentTexts(pass, documentId)).get(documentId) ?? ""
}

/** The current texts of the project's documents, or of the one with `documentId`, by the documents' ids. */
export async function currentTexts(pass: ProjectPass, documentId: string | null): Promise<ReadonlyMap<string, string>> {
  const rows = await pass.tx.$queryRaw<{ documentId: string; text: string }[]>`
    SELECT v."documentId", v.text
    FROM "Document" d JOIN "Version" v ON v."documentId" = d.id AND v.number = d."currentVersion"
    WHERE d."projectId" = ${pass.projectId}::uuid AND ${only(documentId)}`
  return new Map(rows.map(row => [row.documentId, row.text]))
}

const only = (documentId: string | null) => (documentId ? Prisma.sql`d.id = ${documentId}::uuid` : Prisma.sql`true`)

export interface ExportUnit {
  readonly documentId: string
  readonly id: string
  readonly start: number
  readonly end: number
  readonly kind: UnitKind
  readonly state: Verdict["state"]
  readonly verdict: Label | null
  readonly said: Label | null
  readonly verdictBy: Verdict["by"]
  /** Whether the actor may not see yet what others said of it. */
  readonly veiled: boolean
}

/** The live units of the current texts, each text's in its order. */
export const exportUnits = (pass: ProjectPass, documentId: string | null): Promise<ExportUnit[]> =>
  pass.tx.$queryRaw<ExportUnit[]>`
    SELECT u."documentId", u.id, u.start, u."end", u.kind, ${shownState(pass)} AS state, ${shownVerdict(pass)} AS verdict,
      ${ifUnveiled(pass, Prisma.sql`u.said`, Prisma.sql`NULL`)} AS said,
      ${ifUnveiled(pass, Prisma.sql`u."verdictBy"`, Prisma.sql`NULL`)} AS "verdictBy",
      NOT ${unveiled(pass, Prisma.sql`u.id`, Prisma.sql`u."documentId"`)} AS veiled
    FROM "Document" d JOIN "Unit" u ON u."documentId" = d.id AND u.number = d."currentVersion" AND NOT u.retired
    WHERE d."projectId" = ${pass.projectId}::uuid AND ${only(documentId)}
    ORDER BY u."documentId", u.start`

type OfUnit<T> = T & { readonly unitId: string }

/** Those of the claims with these ids of which nothing is hidden from the actor. */
export const outgoingUnits = (pass: ProjectPass, ids: readonly string[]) => Prisma.sql`
  "Unit" u JOIN unnest(${ids}::uuid[]) chosen(id) ON chosen.id = u.id
    AND u."projectId" = ${pass.projectId}::uuid AND NOT u.retired AND u.kind = 'claim'
    AND ${unveiled(pass, Prisma.sql`u.id`, Prisma.sql`u."documentId"`)}`

/** The current annotations of the claims among `ids`, in the order they were given. */
export const outgoingAnnotations = (pass: ProjectPass, ids: readonly string[]): Promise<OfUnit<OutgoingAnnotation>[]> =>
  pass.tx.$queryRaw<OfUnit<OutgoingAnnotation>[]>`
    SELECT a.id, a."unitId", ${shownId(pass, Prisma.sql`a."reviewerId"`)} AS "reviewerId",
      ${shownName(pass, Prisma.sql`p`)} AS reviewer, a.blind, a.label, a.confidence, a.rationale, a."rationaleText",
      a.said, a.start, a."end", a.number AS "textVersion", a."createdAt" AS at, a.label = u.verdict AS agrees
    FROM ${outgoingUnits(pass, ids)}
      JOIN "Annotation" a ON a."unitId" = u.id AND a.current JOIN "User" p ON p.id = a."reviewerId"
    ORDER BY a."createdAt", a.id`

/**
 * The citations that count for the claims among `ids` and were not withdrawn, in the order they were given: their own, and
 * those of claims that `links` say are the same.
 */
export const outgoingCitations = (
  pass: ProjectPass,
  ids: readonly string[],
  links: readonly LinkState[],
): Promise<OfUnit<OutgoingCitation>[]> =>
  pass.tx.$queryRaw<OfUnit<OutgoingCitation>[]>`
    SELECT c.id, u.id AS "unitId", c."unitId" AS "citedOn", coalesce(o."mergedIntoId", o.id) AS "sourceId", ${shownId(pass, Prisma.sql`c."authorId"`)} AS "authorId",
      ${shownName(pass, Prisma.sql`p`)} AS author, c.stance, c."locatorLabel", c.locator,
      c.quotation, c.note, c.rank, c.directness, c.credibility, c."bearsOn", c."throughId",
      c."snapshotId", encode(w.sha256, 'hex') AS "snapshotSha256", w."takenOn"
    FROM ${outgoingUnits(pass, ids)}
      JOIN "Citation" c ON ${countsFor(links)} AND c."withdrawnAt" IS NULL
        AND ${shown(pass, Prisma.sql`c."authorId"`, Prisma.sql`c."unitId"`, Prisma.sql`c."documentId"`)} JOIN "Source" o ON o.id = c."sourceId"
      LEFT JOIN "Snapshot" w ON w.id = c."snapshotId"
      JOIN "User" p ON p.id = c."authorId"
    ORDER BY c."createdAt", c.id`

/** A place in a source, as a note names it. */
export interface CitedPlace {
  readonly sourceId: string
  readonly locatorLabel: LocatorLabel
  readonly locator: string
}

/** The places that those citations name, each once. */
export const outgoingPlaces = (
  pass: ProjectPass,
  ids: readonly string[],
  links: readonly LinkState[],
): Promise<CitedPlace[]> =>
  pass.tx.$queryRaw<CitedPlace[]>`
    SELECT DISTINCT coalesce(o."mergedIntoId", o.id) AS "sourceId", c."locatorLabel", c.locator
    FROM ${outgoingUnits(pass, ids)}
      JOIN "Citation" c ON ${countsFor(links)} AND c."withdrawnAt" IS NULL
        AND ${shown(pass, Prisma.sql`c."authorId"`, Prisma.sql`c."unitId"`, Prisma.sql`c."documentId"`)} JOIN "Source" o ON o.id = c."sourceId"`

/** Those of the claims among `ids` from whose verdict somebody's current label differs. */
export async function dissentedUnits(pass: ProjectPass, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await pass.tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM ${outgoingUnits(pass, ids)}
    WHERE EXISTS (SELECT 1 FROM "Annotation" a WHERE a."unitId" = u.id AND a.current AND a.label <> u.verdict)`
  return new Set(rows.map(({ id }) => id))
}

/** The decisions on the claims among `ids`, earlier ones too, the newest first. */
export const outgoingDecisions = (pass: ProjectPass, ids: readonly string[]): Promise<OfUnit<OutgoingDecision>[]> =>
  pass.tx.$queryRaw<OfUnit<OutgoingDecision>[]>`
    SELECT j."unitId", ${shownId(pass, Prisma.sql`j."editorId"`)} AS "editorId", ${shownName(pass, Prisma.sql`p`)} AS editor,
      j.label, j.reason, j.how, ${followed(pass, Prisma.sql`j`)} AS follows, j.current AS stands, j."createdAt" AS at,
      CASE WHEN q.id IS NOT NULL THEN jsonb_build_object('id', ${shownId(pass, Prisma.sql`q.id`)},
        'name', ${shownName(pass, Prisma.sql`q`)}) END AS "endedBy", j."endedAt"
    FROM ${outgoingUnits(pass, ids)}
      JOIN "Adjudication" j ON j."unitId" = u.id JOIN "User" p ON p.id = j."editorId"
      LEFT JOIN "User" q ON q.id = j."endedBy"
    ORDER BY j.revision DESC`

/** The project's sources with these ids, by their lines. */
export const exportSources = (pass: ProjectPass, ids: readonly string[]): Promise<OutgoingSource[]> =>
  pass.tx.$queryRaw<OutgoingSource[]>`
    SELECT id, kind, line, csl, archive, created, tells, reliability FROM "Source"
    WHERE "projectId" = ${pass.projectId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY line, id`
