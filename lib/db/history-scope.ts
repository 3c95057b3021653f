import { type ChangeKind, tellingKinds } from "../domain/change.ts"
import type { Span, UnitKind } from "../domain/unit.ts"
import { Prisma } from "./generated/client.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"
import { shown, unveiled, type Viewer, veils } from "./sight.ts"

/** Of what a history is: which rows `c` of "Change" are in it, as conditions of which one has to hold. */
export interface HistoryScope {
  readonly branches: readonly Prisma.Sql[]
  /** What the actor is told of, of all that. */
  readonly told: Prisma.Sql
}

/**
 * A condition on rows `c` of "Change", after others: what tells of a claim that is veiled for somebody did not happen for
 * them.
 */
export const told = (pass: Viewer, opened: Prisma.Sql = Prisma.empty): Prisma.Sql =>
  veils(pass)
    ? Prisma.sql`AND (c."unitId" IS NULL OR c.kind <> ALL(${[...tellingKinds]})
        OR ${shown(pass, Prisma.sql`c."actorId"`, Prisma.sql`c."unitId"`, Prisma.sql`c."documentId"`)} ${opened})
        AND ${rulesUnveiled(pass)}`
    : Prisma.empty

// What a rule found in a claim tells of the labels and the evidence there, so what is done with its flag tells it too.
const rulesUnveiled = (pass: Viewer): Prisma.Sql => Prisma.sql`(CASE
  WHEN (c.kind LIKE 'flag%' OR c.kind IN ('change-undone', 'change-redone')) AND strpos(c.body, '"raisedBy":null') > 0
  THEN NOT EXISTS (
    SELECT 1 FROM jsonb_array_elements(c.body::jsonb #> '{effect,flags}') AS step(flag)
    WHERE step.flag -> 'after' ->> 'raisedBy' IS NULL AND step.flag -> 'after' ->> 'unitId' IS NOT NULL
      AND NOT ${unveiled(pass, Prisma.sql`(step.flag -> 'after' ->> 'unitId')::uuid`, Prisma.sql`c."documentId"`)})
  ELSE true END)`

/** A passage with the version of the text that it stands in. */
export interface HistoryPassage extends Span {
  readonly id: string
  readonly number: number
  readonly kind: UnitKind
  readonly retired: boolean
}

/** A passage of the document, live or retired, of whichever version. */
export async function passageById(pass: DocumentPass, id: string): Promise<HistoryPassage | null> {
  const row = await pass.tx.unit.findFirst({
    where: { id, projectId: pass.projectId, documentId: pass.documentId },
    select: { id: true, number: true, start: true, end: true, kind: true, retired: true },
  })
  return row && { ...row, kind: row.kind as UnitKind }
}

/** The texts of a document by the numbers of its versions. */
export async function versionTexts(pass: ProjectPass, documentId: string): Promise<ReadonlyMap<number, string>> {
  const rows = await pass.tx.version.findMany({
    where: { documentId, projectId: pass.projectId },
    select: { number: true, text: true },
  })
  return new Map(rows.map(({ number, text }) => [number, text]))
}

/** Everything that happened in the project. */
export const ofProject = (pass: ProjectPass): HistoryScope => ({
  branches: [Prisma.sql`c."projectId" = ${pass.projectId}::uuid`],
  told: told(pass),
})

/** Kinds of changes of the project itself that name a document. */
const namingDocument = [
  "document-added",
  "document-described",
  "document-blindness-chosen",
  "claims-linked",
  "link-withdrawn",
] as const satisfies readonly ChangeKind[]

/** What happened in a document and to it. */
export const ofDocument = (pass: ProjectPass, documentId: string): HistoryScope => ({
  branches: [
    Prisma.sql`c."streamId" = ${documentId}::uuid AND c."projectId" = ${pass.projectId}::uuid`,
    Prisma.sql`c."streamId" = ${pass.projectId}::uuid AND ${naming(pass, namingDocument, [documentId])}`,
  ],
  told: told(pass),
})

/** Kinds of changes that turn several passages, of which a change names one at most. */
const turningPassages = [
  "unit-split",
  "units-merged",
  "boundary-moved",
  "kind-changed",
  "units-restored",
  "document-resplit",
  "flag-raised",
  "flag-answered",
  "flag-withdrawn",
  "flag-restored",
  "change-undone",
  "change-redone",
] as const satisfies readonly ChangeKind[]

/**
 * What happened to a passage and to those it came from, which lie under it and are retired: what was said of them, what
 * was done to them, the flags that touch it, links with other claims, and what brought its verdict down. Who may see what
 * others said of the passage may see what they said of those it came from, as on its card.
 */
export async function ofClaim(pass: DocumentPass, passage: HistoryPassage): Promise<HistoryScope> {
  const { id: unitId, number, ...span } = passage
  const units = await pass.tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "Unit" u
    WHERE u."documentId" = ${pass.documentId}::uuid AND u."projectId" = ${pass.projectId}::uuid AND u.number = ${number}
      AND (u.id = ${unitId}::uuid OR (u.retired AND u.start < ${span.end} AND u."end" > ${span.start}))`
  const flags = await pass.tx.$queryRaw<{ id: string }[]>`
    SELECT f.id FROM "Flag" f
    WHERE f."documentId" = ${pass.documentId}::uuid AND f."projectId" = ${pass.projectId}::uuid AND f.number = ${number}
      AND f.start < ${span.end} AND f."end" > ${span.start}`
  const ids = units.map(({ id }) => id)
  const here = [Prisma.sql`${unitId}::uuid`, Prisma.sql`${pass.documentId}::uuid`] as const
  return {
    branches: [
      Prisma.sql`c."unitId" = ANY(${ids}::uuid[]) AND c."projectId" = ${pass.projectId}::uuid`,
      Prisma.sql`c."streamId" = ${pass.documentId}::uuid
        AND ${naming(pass, turningPassages, [...ids, ...flags.map(({ id }) => id)])}`,
      Prisma.sql`c."streamId" = ${pass.projectId}::uuid AND ${naming(pass, ["claims-linked", "link-withdrawn"], ids)}`,
      Prisma.sql`(c."streamId", c.revision) IN (
        SELECT r."streamId", r.revision FROM "Reopening" r WHERE r."unitId" = ANY(${ids}::uuid[]))
        AND c."projectId" = ${pass.projectId}::uuid AND ${unveiled(pass, ...here)}`,
    ],
    told: told(pass, Prisma.sql`OR (c."unitId" = ANY(${ids}::uuid[]) AND ${unveiled(pass, ...here)})`),
  }
}

/** Changes of some kinds whose body names one of these ids. A body holds ids in the letters in which they came. */
const naming = (pass: ProjectPass, kinds: readonly ChangeKind[], ids: readonly string[]): Prisma.Sql =>
  Prisma.sql`c."projectId" = ${pass.projectId}::uuid AND c.kind = ANY(${[...kinds]}::text[])
    AND EXISTS (SELECT 1 FROM unnest(${ids}::text[]) AS named(id) WHERE strpos(lower(c.body), named.id) > 0)`
