import type { Bearing, Directness, LocatorLabel, Rank, Stance } from "../domain/citation.ts"
import type { DecisionWay } from "../domain/decision-way.ts"
import type { FlagReason, FlagRule, FlagStatus } from "../domain/flag.ts"
import type { Credibility, Reliability } from "../domain/grade.ts"
import type { Confidence, Label } from "../domain/label.ts"
import type { RationaleNode } from "../domain/rationale.ts"
import type { Span } from "../domain/unit.ts"
import { Prisma } from "./generated/client.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"
import type { ShownPerson } from "./shown-people.ts"
import { shown, shownId, shownName, unveiled } from "./sight.ts"

export interface CardAnnotation extends Span {
  readonly id: string
  readonly unitId: string
  readonly reviewerId: string
  readonly reviewer: string
  readonly label: Label
  readonly confidence: Confidence
  readonly rationale: RationaleNode
  readonly rationaleText: string
  readonly said: Label | null
  readonly current: boolean
  /** Whether it was given while nothing that others said of the claim could be seen. */
  readonly blind: boolean
  readonly createdAt: Date
}

/** What of a card may be shown: what stands on the unit itself or on a retired one under it, as one sees either. */
const onCard = (pass: DocumentPass, author: Prisma.Sql, unitId: string) => Prisma.sql`(
  ${shown(pass, author, Prisma.sql`u.id`, Prisma.sql`u."documentId"`)}
  OR ${unveiled(pass, Prisma.sql`${unitId}::uuid`, Prisma.sql`u."documentId"`)})`

/**
 * Every annotation of a unit, newest first, earlier states too, and those of retired units that lie over it: what
 * was said before a split or merge is shown on what the passage became.
 */
export const cardAnnotations = (pass: DocumentPass, unitId: string, span: Span): Promise<CardAnnotation[]> =>
  pass.tx.$queryRaw<CardAnnotation[]>`
    SELECT a.id, a."unitId", ${shownId(pass, Prisma.sql`a."reviewerId"`)} AS "reviewerId",
      ${shownName(pass, Prisma.sql`p`)} AS reviewer, a.label, a.confidence, a.rationale, a."rationaleText",
      a.said, a.start, a."end", a.current, a.blind, a."createdAt"
    FROM "Unit" u JOIN "Annotation" a ON a."unitId" = u.id JOIN "User" p ON p.id = a."reviewerId"
    WHERE u."documentId" = ${pass.documentId}::uuid AND u."projectId" = ${pass.projectId}::uuid AND u.number = ${pass.number}
      AND (u.id = ${unitId}::uuid OR (u.retired AND u.start < ${span.end} AND u."end" > ${span.start}))
      AND ${onCard(pass, Prisma.sql`a."reviewerId"`, unitId)}
    ORDER BY a.revision DESC, a.id`

export interface CardCitation {
  readonly id: string
  readonly unitId: string
  readonly sourceId: string
  readonly source: string
  readonly sourceKind: string
  readonly reliability: Reliability | null
  readonly authorId: string
  readonly author: string
  readonly stance: Stance
  readonly locatorLabel: LocatorLabel
  readonly locator: string
  readonly quotation: string
  readonly note: string
  readonly rank: Rank | null
  readonly directness: Directness | null
  readonly credibility: Credibility | null
  readonly bearsOn: Bearing
  readonly throughId: string | null
  /** The line of the source in which it was seen. */
  readonly through: string | null
  readonly snapshotId: string | null
  /** The day on which the snapshot was taken. */
  readonly takenOn: string | null
  readonly version: number
}

const citationColumns = (pass: DocumentPass) => Prisma.sql`
  c.id, c."unitId", s.id AS "sourceId", s.line AS source, s.kind AS "sourceKind", s.reliability,
  ${shownId(pass, Prisma.sql`c."authorId"`)} AS "authorId", ${shownName(pass, Prisma.sql`p`)} AS author, c.stance, c."locatorLabel", c.locator, c.quotation, c.note, c.rank, c.directness, c.credibility,
  c."bearsOn", c."throughId", t.line AS through,
  c."snapshotId", w."takenOn", c.version`
const citationJoins = Prisma.sql`
  JOIN "User" p ON p.id = c."authorId" JOIN "Source" o ON o.id = c."sourceId"
  JOIN "Source" s ON s.id = coalesce(o."mergedIntoId", o.id) LEFT JOIN "Source" t ON t.id = c."throughId"
  LEFT JOIN "Snapshot" w ON w.id = c."snapshotId"`

/** The citations of a unit that were not withdrawn, and those of retired units that lie over it. */
export const cardCitations = (pass: DocumentPass, unitId: string, span: Span): Promise<CardCitation[]> =>
  pass.tx.$queryRaw<CardCitation[]>`
    SELECT ${citationColumns(pass)}
    FROM "Unit" u JOIN "Citation" c ON c."unitId" = u.id ${citationJoins}
    WHERE u."documentId" = ${pass.documentId}::uuid AND u."projectId" = ${pass.projectId}::uuid AND u.number = ${pass.number}
      AND c."withdrawnAt" IS NULL
      AND (u.id = ${unitId}::uuid OR (u.retired AND u.start < ${span.end} AND u."end" > ${span.start}))
      AND ${onCard(pass, Prisma.sql`c."authorId"`, unitId)}
    ORDER BY c."createdAt", c.id`

export interface SharedCitation extends CardCitation {
  readonly documentId: string
  readonly document: string
}

/** The citations of other units that count for this one, since they say the same; with where each stands. */
export const sharedCitations = (pass: DocumentPass, unitIds: readonly string[]): Promise<SharedCitation[]> =>
  pass.tx.$queryRaw<SharedCitation[]>`
    SELECT ${citationColumns(pass)}, c."documentId", d.title AS document
    FROM "Citation" c JOIN "Document" d ON d.id = c."documentId" ${citationJoins}
    WHERE c."projectId" = ${pass.projectId}::uuid AND c."unitId" = ANY(${unitIds}::uuid[]) AND c."withdrawnAt" IS NULL
      AND ${shown(pass, Prisma.sql`c."authorId"`, Prisma.sql`c."unitId"`, Prisma.sql`c."documentId"`)}
    ORDER BY d.title, c."createdAt", c.id`

export interface CardFlag extends Span {
  readonly id: string
  readonly quote: string
  readonly reason: FlagReason
  readonly note: string
  readonly blocking: boolean
  readonly status: FlagStatus
  readonly raisedBy: string
  readonly raiser: string
  readonly raisedAt: Date
  readonly answer: string
  readonly answerer: string | null
  readonly version: number
}

/** The flags that touch a span, open ones first. */
export const cardFlags = (pass: DocumentPass, span: Span): Promise<CardFlag[]> =>
  pass.tx.$queryRaw<CardFlag[]>`
    SELECT f.id, f.start, f."end", f.quote, f.reason, f.note, f.blocking, f.status, ${shownId(pass, Prisma.sql`f."raisedBy"`)} AS "raisedBy",
      ${shownName(pass, Prisma.sql`r`)} AS raiser, f."raisedAt", f.answer, ${shownName(pass, Prisma.sql`w`)} AS answerer, f.version
    FROM "Flag" f JOIN "User" r ON r.id = f."raisedBy" LEFT JOIN "User" w ON w.id = f."answeredBy"
    WHERE f."documentId" = ${pass.documentId}::uuid AND f."projectId" = ${pass.projectId}::uuid AND f.number = ${pass.number}
      AND f.start < ${span.end} AND f."end" > ${span.start}
    ORDER BY f.status <> 'open', f."raisedAt" DESC`

export interface CardRuleFlag {
  readonly id: string
  readonly reason: FlagRule
  /** What the rule found. */
  readonly detail: unknown
}

/** The open flags that rules raised on a unit; they rest on what was said of it, and none is told while that is veiled. */
export const cardRuleFlags = (pass: DocumentPass, unitId: string): Promise<CardRuleFlag[]> =>
  pass.tx.$queryRaw<CardRuleFlag[]>`
    SELECT f.id, f.reason, f.detail FROM "Flag" f
    WHERE f."unitId" = ${unitId}::uuid AND f."documentId" = ${pass.documentId}::uuid
      AND f."projectId" = ${pass.projectId}::uuid AND f."raisedBy" IS NULL AND f.status = 'open'
      AND ${unveiled(pass, Prisma.sql`f."unitId"`, Prisma.sql`f."documentId"`)}
    ORDER BY f."raisedAt" DESC, f.id`

export interface CardAdjudication {
  readonly id: string
  readonly editor: string
  readonly label: Label
  readonly reason: string
  readonly how: DecisionWay | null
  /** Whom it follows. */
  readonly follows: readonly ShownPerson[]
  readonly current: boolean
  readonly createdAt: Date
  /** Who reopened or replaced it, and when. */
  readonly ender: string | null
  readonly endedAt: Date | null
}

/** Whom the decision in the row `decision` of "Adjudication" follows, as the actor may know them. */
export const followed = (pass: ProjectPass, decision: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', ${shownId(pass, Prisma.sql`f.id`)}, 'name', ${shownName(pass, Prisma.sql`f`)})
    ORDER BY ${shownName(pass, Prisma.sql`f`)}, f.id)
  FROM "User" f WHERE f.id = ANY(${decision}.follows)), '[]')`

/** The decisions on a unit, newest first. */
export const cardAdjudications = (pass: DocumentPass, unitId: string): Promise<CardAdjudication[]> =>
  pass.tx.$queryRaw<CardAdjudication[]>`
    SELECT d.id, ${shownName(pass, Prisma.sql`p`)} AS editor, d.label, d.reason, d.how, ${followed(pass, Prisma.sql`d`)} AS follows,
      d.current, d."createdAt", CASE WHEN q.id IS NOT NULL THEN ${shownName(pass, Prisma.sql`q`)} END AS ender, d."endedAt"
    FROM "Adjudication" d JOIN "User" p ON p.id = d."editorId" LEFT JOIN "User" q ON q.id = d."endedBy"
    WHERE d."documentId" = ${pass.documentId}::uuid AND d."projectId" = ${pass.projectId}::uuid AND d."unitId" = ${unitId}::uuid
      AND ${unveiled(pass, Prisma.sql`d."unitId"`, Prisma.sql`d."documentId"`)}
    ORDER BY d.revision DESC`
