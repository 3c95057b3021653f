import type { DecisionWay } from "../domain/decision-way.ts"
import {
  type AdjudicationState,
  type AnnotationState,
  type CitationState,
  type FlagState,
  inVersion,
} from "../domain/effect.ts"
import type { Label } from "../domain/label.ts"
import type { Span } from "../domain/unit.ts"
import { type Flag as FlagModel, Prisma } from "./generated/client.ts"
import type { DocumentPass } from "./pass.ts"
import { unveiled } from "./sight.ts"

const inside = (pass: DocumentPass) => ({ projectId: pass.projectId, documentId: pass.documentId })

/** The current annotation of one reviewer on one claim. */
export async function currentAnnotation(
  pass: DocumentPass,
  unitId: string,
  reviewerId: string,
): Promise<AnnotationState | null> {
  const row = await pass.tx.annotation.findFirst({ where: { unitId, reviewerId, current: true, ...inside(pass) } })
  if (!row) return null
  const { id, label, confidence, rationale, said, start, end, blind } = row
  const state = { id, unitId, reviewerId, label, confidence, rationale, said, start, end, ...(blind && { blind }) }
  return inVersion(state as unknown as AnnotationState, row.number)
}

export interface CitationRow {
  readonly state: CitationState
  readonly version: number
}

export async function citationById(pass: DocumentPass, id: string): Promise<CitationRow | null> {
  const row = await pass.tx.citation.findFirst({ where: { id, ...inside(pass) } })
  if (!row) return null
  const { unitId, sourceId, authorId, stance, locatorLabel, locator, quotation, note, rank, directness } = row
  const { credibility, bearsOn, throughId, snapshotId } = row
  const place = { unitId, sourceId, authorId, stance, locatorLabel, locator, quotation, note }
  const weight = { rank, directness, credibility, bearsOn, throughId, snapshotId }
  const state = { id, ...place, ...weight, withdrawn: row.withdrawnAt !== null }
  return { state: state as CitationState, version: row.version }
}

export interface FlagRow {
  readonly state: FlagState
  readonly version: number
}

export async function flagById(pass: DocumentPass, id: string): Promise<FlagRow | null> {
  const row = await pass.tx.flag.findFirst({ where: { id, ...inside(pass) } })
  // Of a claim that is veiled nobody is told what a rule found there.
  if (!row || (row.unitId && (await isVeiled(pass, row.unitId)))) return null
  return { state: flagState(row), version: row.version }
}

/** A flag's row as effects have it. */
export function flagState(row: FlagModel): FlagState {
  const { id, start, end, quote, prefix, suffix, reason, note, blocking, status, raisedBy, answer, answeredBy } = row
  const { unitId, assigneeId, dueOn } = row
  const state = { id, start, end, quote, prefix, suffix, reason, note, blocking, status, raisedBy, answer, answeredBy }
  const more = {
    ...(unitId && { unitId }),
    ...(assigneeId && { assigneeId }),
    ...(dueOn && { dueOn: dueOn.toISOString().slice(0, 10) }),
  }
  return inVersion({ ...state, ...more } as FlagState, row.number)
}

export async function currentAdjudication(
  pass: DocumentPass,
  unitId: string,
): Promise<(AdjudicationState & { editor: string }) | null> {
  const row = await pass.tx.adjudication.findFirst({
    where: { unitId, current: true, ...inside(pass) },
    include: { editor: { select: { name: true } } },
  })
  if (!row) return null
  const { id, editorId, reason, follows } = row
  const how = row.how as DecisionWay | null
  const made = { ...(how && { how }), ...(follows.length > 0 && { follows }) }
  return { id, unitId, editorId, label: row.label as Label, reason, ...made, editor: row.editor.name }
}

/** Whether the actor may not see yet what others said of a unit. */
export async function isVeiled(pass: DocumentPass, unitId: string): Promise<boolean> {
  const [row] = await pass.tx.$queryRaw<{ veiled: boolean }[]>`
    SELECT NOT ${unveiled(pass, Prisma.sql`${unitId}::uuid`, Prisma.sql`${pass.documentId}::uuid`)} AS veiled`
  return row?.veiled ?? false
}

/** Whether a source with this id belongs to the project; if so, it can't be deleted until the transaction ends. */
export async function sourceExists(pass: DocumentPass, id: string): Promise<boolean> {
  const rows = await pass.tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Source" WHERE id = ${id}::uuid AND "projectId" = ${pass.projectId}::uuid FOR KEY SHARE`
  return rows.length > 0
}

/** The text that the document's spans point into. */
export async function documentText(pass: DocumentPass): Promise<string> {
  const where = { documentId_number: { documentId: pass.documentId, number: pass.number } }
  const { text } = await pass.tx.version.findUniqueOrThrow({ where, select: { text: true } })
  return text
}

/**
 * The words of a span. The database counts characters and a span counts UTF-16 code units, so a text with characters
 * of two units is read whole.
 */
export async function spanText(pass: DocumentPass, { start, end }: Span): Promise<string> {
  const [row] = await pass.tx.$queryRaw<{ words: string | null }[]>`
    SELECT CASE WHEN char_length(text) = length THEN substr(text, ${start + 1}::int, ${end - start}::int) END AS words
    FROM "Version"
    WHERE "documentId" = ${pass.documentId}::uuid AND "projectId" = ${pass.projectId}::uuid AND number = ${pass.number}`
  return row?.words ?? (await documentText(pass)).slice(start, end)
}
