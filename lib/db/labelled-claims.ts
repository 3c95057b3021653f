import { confidences, labels } from "../domain/label.ts"
import { claimCues, type LabelKind, type LabelledClaims } from "../domain/labelled-claims.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { ifUnveiled, shown, shownVerdict, veils } from "./sight.ts"

/** The claims of one document with their labels, as text; or the ids of the people, when no document is named. */
export interface PackedClaims {
  readonly documentId: string | null
  readonly packed: string
}

/**
 * Says all that the labels in sight are made of: as long as it is the same, they are. It counts every change of the
 * project and of its documents, and whose sight it is when something is hidden.
 */
export async function labelsMark(pass: ProjectPass): Promise<string> {
  const [row] = await pass.tx.$queryRaw<{ mark: string }[]>`
    SELECT md5(coalesce(string_agg(id::text || ':' || revision, ',' ORDER BY id), '')) AS mark
    FROM "Document" WHERE "projectId" = ${pass.projectId}::uuid`
  const { sight, projectId, projectRevision, actor } = pass
  const whose = veils(pass) ? [actor.id, sight.bound, sight.blind, sight.norming] : []
  return JSON.stringify([projectId, projectRevision, row?.mark, ...whose])
}

/**
 * The live claims of the current texts with the labels that the actor may see: those that stand, or of each person who
 * has one the last that they gave blind. A line is a claim: its id, cues, verdict, whether that is a decision, and for
 * each label person, label, confidence and day. It is text, because a hundred thousand rows would take seconds to read.
 */
export function packedClaims(pass: ProjectPass, kind: LabelKind): Promise<PackedClaims[]> {
  const inSight = shown(pass, Prisma.sql`a."reviewerId"`, Prisma.sql`a."unitId"`, Prisma.sql`a."documentId"`)
  const given =
    kind === "standing"
      ? Prisma.sql`
        SELECT a."unitId", a."reviewerId", a.label, a.confidence, a."createdAt"
        FROM u JOIN "Annotation" a ON a."unitId" = u.id WHERE a.current AND ${inSight}`
      : Prisma.sql`
        SELECT DISTINCT ON (a."unitId", a."reviewerId") a."unitId", a."reviewerId", a.label, a.confidence, a."createdAt"
        FROM u JOIN "Annotation" a ON a."unitId" = u.id JOIN "Annotation" stands ON stands."unitId" = a."unitId"
          AND stands."reviewerId" = a."reviewerId" AND stands.current
        WHERE a.blind AND ${inSight} ORDER BY a."unitId", a."reviewerId", a.revision DESC`
  return pass.tx.$queryRaw<PackedClaims[]>`
    WITH u AS MATERIALIZED (
      SELECT u.id, u."documentId", u.start, ${bits} AS cues,
        coalesce(array_position(${[...labels]}::text[], ${shownVerdict(pass)}), 0) AS verdict,
        (${ifUnveiled(pass, Prisma.sql`u."verdictBy"`, Prisma.sql`NULL`)} IS NOT DISTINCT FROM 'adjudication')::int AS decided
      FROM "Document" d JOIN "Unit" u ON u."documentId" = d.id AND u.number = d."currentVersion"
        AND u.kind = 'claim' AND NOT u.retired
      WHERE d."projectId" = ${pass.projectId}::uuid),
    g AS MATERIALIZED (${given}),
    p AS (SELECT "reviewerId" AS id, row_number() OVER (ORDER BY "reviewerId") - 1 AS number
      FROM g GROUP BY "reviewerId"),
    l AS (
      SELECT g."unitId", string_agg(concat_ws(':', p.number, array_position(${[...labels]}::text[], g.label) - 1,
        array_position(${[...confidences]}::text[], g.confidence) - 1,
        floor(extract(epoch FROM g."createdAt") / 86400)::int), ' ' ORDER BY p.number) AS labels
      FROM g JOIN p ON p.id = g."reviewerId" GROUP BY g."unitId")
    SELECT "documentId", packed FROM (
      SELECT NULL::uuid AS "documentId", coalesce(string_agg(id::text, ' ' ORDER BY number), '') AS packed,
        NULL::timestamptz AS added FROM p
      UNION ALL
      SELECT u."documentId", string_agg(concat_ws(' ', u.id, u.cues, u.verdict, u.decided, l.labels), E'\n' ORDER BY u.start),
        (SELECT d."createdAt" FROM "Document" d WHERE d.id = u."documentId")
      FROM u LEFT JOIN l ON l."unitId" = u.id GROUP BY u."documentId") packed
    ORDER BY added NULLS FIRST, "documentId"`
}

/** A claim's cues as bits, in the order of `claimCues`. */
const bits = Prisma.join(
  claimCues.map((cue, at) => Prisma.sql`(u.cues @> ${JSON.stringify([{ kind: cue }])}::jsonb)::int * ${2 ** at}::int`),
  " + ",
)

/** Reads what `packedClaims` wrote. A step is a thousand claims. */
export function* unpackedClaims(rows: readonly PackedClaims[]): Generator<void, LabelledClaims> {
  const ids: string[] = []
  const documentIds: string[] = []
  const personIds: string[] = []
  const columns = { documents: [] as number[], cues: [] as number[], verdicts: [] as number[], decided: [] as number[] }
  const given = { raters: [] as number[], labels: [] as number[], confidences: [] as number[], days: [] as number[] }
  const starts = [0]
  for (const { documentId, packed } of rows) {
    if (documentId === null) {
      personIds.push(...packed.split(" ").filter(id => id !== ""))
      continue
    }
    documentIds.push(documentId)
    for (const line of packed.split("\n")) {
      const [id, cues, verdict, decided, ...said] = line.split(" ")
      ids.push(id!)
      columns.documents.push(documentIds.length - 1)
      columns.cues.push(Number(cues))
      columns.verdicts.push(Number(verdict))
      columns.decided.push(Number(decided))
      for (const one of said) {
        const [person, label, confidence, day] = one.split(":")
        given.raters.push(Number(person))
        given.labels.push(Number(label))
        given.confidences.push(Number(confidence))
        given.days.push(Number(day))
      }
      starts.push(given.raters.length)
      if (ids.length % 1000 === 0) yield
    }
  }
  return {
    ids,
    documentIds,
    personIds,
    documents: Uint32Array.from(columns.documents),
    cues: Uint8Array.from(columns.cues),
    verdicts: Uint8Array.from(columns.verdicts),
    decided: Uint8Array.from(columns.decided),
    labels: {
      starts: Uint32Array.from(starts),
      raters: Uint32Array.from(given.raters),
      given: Uint8Array.from(given.labels),
      categories: labels.length,
      people: personIds.length,
    },
    confidences: Uint8Array.from(given.confidences),
    days: Uint32Array.from(given.days),
  }
}

/** One person's word on how credible a source is on a claim. */
export interface CredibilityRow {
  readonly unitId: string
  /** The source with what the citation bears on: what is rated. */
  readonly thing: string
  readonly authorId: string
  /** 1 to 5; null where nobody said, or that it can't be judged. */
  readonly credibility: number | null
}

/** How credible people called each source on each claim, the newest of each that says it; the sources as they count. */
export const credibilityRows = (pass: ProjectPass): Promise<CredibilityRow[]> =>
  pass.tx.$queryRaw<CredibilityRow[]>`
    SELECT DISTINCT ON (c."unitId", thing, c."authorId") c."unitId",
      coalesce(o."mergedIntoId", o.id)::text || ' ' || c."bearsOn" AS thing, c."authorId", nullif(c.credibility, 6) AS credibility
    FROM "Citation" c JOIN "Source" o ON o."projectId" = c."projectId" AND o.id = c."sourceId"
    WHERE c."projectId" = ${pass.projectId}::uuid AND c."withdrawnAt" IS NULL
      AND ${shown(pass, Prisma.sql`c."authorId"`, Prisma.sql`c."unitId"`, Prisma.sql`c."documentId"`)}
    ORDER BY c."unitId", thing, c."authorId", nullif(c.credibility, 6) IS NULL, c."createdAt" DESC, c.id`
