import { boundRoles, type Role } from "../domain/access.ts"
import type { SourceState } from "../domain/change.ts"
import type { Result } from "../domain/failure.ts"
import type { Reliability } from "../domain/grade.ts"
import { Prisma } from "./generated/client.ts"
import { type ListPart, type ListPlace, listPart, type OrderKey } from "./keyset.ts"
import { countingAs } from "./merged-sources.ts"
import type { AccountPass, ProjectPass } from "./pass.ts"
import { shown, shownName, shownState, shownVerdict } from "./sight.ts"

export interface ProjectLine {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly role: Role
  readonly documents: number
  readonly claims: number
  readonly vetted: number
}

/** The projects one belongs to, the newest first; `vetted` counts what one may see, as lib/db/sight.ts has it. */
export const ownProjects = (pass: AccountPass): Promise<ProjectLine[]> =>
  pass.tx.$queryRaw<ProjectLine[]>`
    WITH mine AS (
      SELECT m."projectId", m.role, p.blind, m.role = ANY(${[...boundRoles]}) AS bound
      FROM "Membership" m JOIN "Project" p ON p.id = m."projectId"
      WHERE m."userId" = ${pass.actor.id}::uuid AND m."leftAt" IS NULL),
    d AS (
      SELECT "projectId", count(*)::int AS documents FROM "Document" JOIN mine USING ("projectId") GROUP BY "projectId"),
    n AS (
      SELECT d."projectId", count(*)::int AS claims, count(*) FILTER (WHERE u.state = 'vetted'
          AND NOT EXISTS (SELECT 1 FROM "NormingClaim" c JOIN "NormingRound" r ON r.id = c."roundId"
            WHERE c."unitId" = u.id AND r.stage = 'blind')
          AND (NOT mine.bound OR NOT coalesce(d.blind, mine.blind) OR EXISTS (
            SELECT 1 FROM "Annotation" own WHERE own."unitId" = u.id AND own."reviewerId" = ${pass.actor.id}::uuid)))::int AS vetted
      FROM mine JOIN "Document" d USING ("projectId")
      JOIN "Unit" u ON u."documentId" = d.id AND u.number = d."currentVersion" AND u.kind = 'claim' AND NOT u.retired
      GROUP BY d."projectId")
    SELECT p.id, p.name, p.description, m.role, coalesce(d.documents, 0) AS documents,
      coalesce(n.claims, 0) AS claims, coalesce(n.vetted, 0) AS vetted
    FROM mine m JOIN "Project" p ON p.id = m."projectId"
    LEFT JOIN d ON d."projectId" = p.id LEFT JOIN n ON n."projectId" = p.id
    ORDER BY p."createdAt" DESC, p.id`

export interface ProjectWordsRow {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly version: number
  /** When an archive brought it in; null when it began here. */
  readonly broughtInAt: Date | null
}

export const projectWordsRow = (pass: ProjectPass): Promise<ProjectWordsRow> =>
  pass.tx.project.findUniqueOrThrow({
    where: { id: pass.projectId },
    select: { id: true, name: true, description: true, version: true, broughtInAt: true },
  })

export interface DocumentLine {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly foundAt: string
  readonly foundOn: string
  readonly licence: string
  readonly language: string
  readonly version: number
  readonly words: number
  readonly addedAt: Date
  readonly units: number
  readonly claims: number
  readonly documented: number
  readonly disputed: number
  readonly speculative: number
  readonly contested: number
  readonly inReview: number
  readonly blocked: number
  readonly openFlags: number
  /** Whether it is reviewed blind; null for as the project is. */
  readonly blind: boolean | null
  /** Whether blindness binds the actor there, so that the counts are of what they labelled themselves. */
  readonly bound: boolean
  /** SHA-256 of the text, in hexadecimal. */
  readonly sha256: string
}

/** Documents in the order they were added. */
export const asAdded: readonly OrderKey[] = [
  { sql: Prisma.sql`"createdAt"`, type: "time" },
  { sql: Prisma.sql`id`, type: "uuid" },
]

/** The project's documents in the order they were added, with how far the work on each is, so many from a place on. */
export const documentLines = (
  pass: ProjectPass,
  place: ListPlace,
  count: number,
): Promise<Result<ListPart<DocumentLine>>> =>
  listPart<DocumentLine>(
    asAdded,
    place,
    count,
    ({ key, behind, order }) => pass.tx.$queryRaw`
    WITH d AS (
      SELECT *, ${key} FROM "Document" WHERE "projectId" = ${pass.projectId}::uuid AND ${behind} ${order}),
    u AS (
      SELECT u."documentId", u.kind, ${shownState(pass)} AS state, ${shownVerdict(pass)} AS verdict
      FROM d JOIN "Unit" u ON u."documentId" = d.id AND u.number = d."currentVersion" AND NOT u.retired),
    n AS (
      SELECT u."documentId", count(*)::int AS units,
        count(*) FILTER (WHERE kind = 'claim')::int AS claims,
        count(*) FILTER (WHERE kind = 'claim' AND state = 'vetted' AND verdict = 'documented')::int AS documented,
        count(*) FILTER (WHERE kind = 'claim' AND state = 'vetted' AND verdict = 'disputed')::int AS disputed,
        count(*) FILTER (WHERE kind = 'claim' AND state = 'vetted' AND verdict = 'speculative')::int AS speculative,
        count(*) FILTER (WHERE kind = 'claim' AND state = 'contested')::int AS contested,
        count(*) FILTER (WHERE kind = 'claim' AND state = 'in-review')::int AS "inReview",
        count(*) FILTER (WHERE kind = 'claim' AND state = 'blocked')::int AS blocked
      FROM u GROUP BY u."documentId"),
    f AS (
      SELECT f."documentId", count(*)::int AS open
      FROM d JOIN "Flag" f ON f."documentId" = d.id AND f.number = d."currentVersion" AND f.status = 'open'
        AND f."raisedBy" IS NOT NULL
      GROUP BY f."documentId")
    SELECT d.id, d.title, d.author, d."foundAt", d."foundOn", d.licence, d.language, d.version, v.words,
      encode(v.sha256, 'hex') AS sha256, d."createdAt" AS "addedAt", d.blind,
      (${pass.sight.bound} AND coalesce(d.blind, ${pass.sight.blind})) AS bound, coalesce(n.units, 0) AS units, coalesce(n.claims, 0) AS claims, coalesce(n.documented, 0) AS documented,
      coalesce(n.disputed, 0) AS disputed, coalesce(n.speculative, 0) AS speculative,
      coalesce(n.contested, 0) AS contested, coalesce(n."inReview", 0) AS "inReview",
      coalesce(n.blocked, 0) AS blocked, coalesce(f.open, 0) AS "openFlags", d.key
    FROM d JOIN "Version" v ON v."documentId" = d.id AND v.number = d."currentVersion"
    LEFT JOIN n ON n."documentId" = d.id LEFT JOIN f ON f."documentId" = d.id
    ORDER BY d."createdAt", d.id`,
  )

export interface SourceLine extends SourceState {
  readonly line: string
  readonly reliability: Reliability | null
  readonly version: number
  readonly citations: number
}

/** The project's bibliography by its lines; `citations` counts those that were not withdrawn. */
export const sourceLines = (pass: ProjectPass): Promise<SourceLine[]> =>
  pass.tx.$queryRaw<SourceLine[]>`
    SELECT s.id, s.kind, s.line, s.version, s.csl, s.archive, s.created, s.tells, s.reliability,
      coalesce(n.citations, 0) AS citations
    FROM "Source" s LEFT JOIN (
      SELECT coalesce(o."mergedIntoId", o.id) AS id, count(*)::int AS citations
      FROM "Citation" c JOIN "Source" o ON o."projectId" = c."projectId" AND o.id = c."sourceId"
      WHERE c."projectId" = ${pass.projectId}::uuid AND c."withdrawnAt" IS NULL
        AND ${shown(pass, Prisma.sql`c."authorId"`, Prisma.sql`c."unitId"`, Prisma.sql`c."documentId"`)} GROUP BY 1) n ON n.id = s.id
    WHERE s."projectId" = ${pass.projectId}::uuid AND s."mergedIntoId" IS NULL ORDER BY s.line, s.id`

export interface CitingClaim {
  readonly citationId: string
  readonly stance: string
  readonly locatorLabel: string
  readonly locator: string
  readonly author: string
  readonly documentId: string
  readonly document: string
  readonly unitId: string
  readonly quote: string
}

/** The claims that cite a source. A span is cut out here, since PostgreSQL counts characters in another way. */
export async function citingClaims(pass: ProjectPass, sourceId: string): Promise<CitingClaim[]> {
  const rows = await pass.tx.$queryRaw<(Omit<CitingClaim, "quote"> & { number: number; start: number; end: number })[]>`
    SELECT c.id AS "citationId", c.stance, c."locatorLabel", c.locator, ${shownName(pass, Prisma.sql`p`)} AS author,
      d.id AS "documentId", d.title AS document, u.id AS "unitId", u.number, u.start, u."end"
    FROM "Citation" c JOIN "User" p ON p.id = c."authorId" JOIN "Unit" u ON u.id = c."unitId"
      JOIN "Document" d ON d.id = u."documentId"
    WHERE c."projectId" = ${pass.projectId}::uuid AND c."withdrawnAt" IS NULL
      AND c."sourceId" IN ${countingAs(pass, [sourceId])}
      AND ${shown(pass, Prisma.sql`c."authorId"`, Prisma.sql`c."unitId"`, Prisma.sql`c."documentId"`)}
    ORDER BY c."createdAt", c.id`
  const places = new Map(rows.map(({ documentId, number }) => [`${documentId} ${number}`, { documentId, number }]))
  const versions = await pass.tx.version.findMany({
    where: { OR: [...places.values()] },
    select: { documentId: true, number: true, text: true },
  })
  const texts = new Map(versions.map(version => [`${version.documentId} ${version.number}`, version.text]))
  return rows.map(({ number, start, end, ...row }) => ({
    ...row,
    quote: texts.get(`${row.documentId} ${number}`)?.slice(start, end) ?? "",
  }))
}
