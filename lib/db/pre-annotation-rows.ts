import { byKey } from "../domain/by-key.ts"
import type { UnitPlace } from "../domain/claims-under.ts"
import { inVersion, type PreAnnotationState, type PreAnnotationStatus, type Step, versionOf } from "../domain/effect.ts"
import type { Label } from "../domain/label.ts"
import type { Span, UnitKind } from "../domain/unit.ts"
import { textLength } from "./bulk-units.ts"
import { Prisma } from "./generated/client.ts"
import type { DocumentPass } from "./pass.ts"
import { shownName, unveiled } from "./sight.ts"

const inside = ({ projectId, documentId }: DocumentPass) => ({ projectId, documentId })

/** Rows that one statement writes. */
const batch = 1_000

/** Write suggestions before and after, in statements for many rows. Only whether they stand ever changes. */
export async function savePreAnnotations(
  pass: DocumentPass,
  steps: readonly Step<PreAnnotationState>[],
): Promise<void> {
  const made = steps.flatMap(({ before, after }) => (!before && after ? [after] : []))
  for (const [number, states] of byKey(made, versionOf)) {
    const length = await textLength(pass, number)
    const rows = states.map(state => ({ ...state, ...inside(pass), number, length, importedAt: pass.at }))
    for (let from = 0; from < rows.length; from += batch)
      await pass.tx.preAnnotation.createMany({ data: rows.slice(from, from + batch) })
  }
  const turned = steps.flatMap(({ before, after }) => (before && after ? [after] : []))
  for (const [status, states] of byKey(turned, one => `${one.status} ${one.dismissedBy}`)) {
    const data = { status: states[0]!.status, dismissedBy: states[0]!.dismissedBy }
    for (let from = 0; from < states.length; from += batch) {
      const id = { in: states.slice(from, from + batch).map(one => one.id) }
      const { count } = await pass.tx.preAnnotation.updateMany({ where: { id, ...inside(pass) }, data })
      if (count !== id.in.length)
        throw new Error(`An effect met ${count} suggestions where it expected ${id.in.length}: ${status}.`)
    }
  }
}

const columns = {
  ...{ id: true, unitId: true, number: true, start: true, end: true, label: true, text: true, author: true },
  ...{ fileLabel: true, file: true, importedBy: true, status: true, dismissedBy: true },
} as const

/** Suggestions by their ids, in the shape of the log's states. */
export async function preAnnotationStates(pass: DocumentPass, ids: readonly string[]): Promise<PreAnnotationState[]> {
  const found: PreAnnotationState[] = []
  for (let from = 0; from < ids.length; from += batch) {
    const id = { in: ids.slice(from, from + batch) }
    const rows = await pass.tx.preAnnotation.findMany({ where: { id, ...inside(pass) }, select: columns })
    for (const { number, label, status, ...row } of rows)
      found.push(inVersion({ ...row, label: label as Label, status: status as PreAnnotationStatus }, number))
  }
  return found
}

export interface CardPreAnnotation extends Span {
  readonly id: string
  /** The version of the text that its span is of. */
  readonly number: number
  readonly label: Label
  readonly text: string
  readonly author: string
  readonly fileLabel: string
  readonly file: string
  readonly importer: string
}

/** What files suggest for a unit and for retired ones under it; nothing while what others said of it may not be seen. */
export const cardPreAnnotations = (pass: DocumentPass, unitId: string, span: Span): Promise<CardPreAnnotation[]> =>
  pass.tx.$queryRaw<CardPreAnnotation[]>`
    SELECT s.id, s.number, s.start, s."end", s.label, s.text, s.author, s."fileLabel", s.file,
      ${shownName(pass, Prisma.sql`p`)} AS importer
    FROM "Unit" u JOIN "PreAnnotation" s ON s."unitId" = u.id JOIN "User" p ON p.id = s."importedBy"
    WHERE u."documentId" = ${pass.documentId}::uuid AND u."projectId" = ${pass.projectId}::uuid AND u.number = ${pass.number}
      AND (u.id = ${unitId}::uuid OR (u.retired AND u.start < ${span.end} AND u."end" > ${span.start}))
      AND s.status = 'open' AND ${unveiled(pass, Prisma.sql`${unitId}::uuid`, Prisma.sql`u."documentId"`)}
    ORDER BY s."importedAt", s.start, s.id`

/** The live units of the current text in its order, as far as passages are matched with them. */
export const liveUnits = async (pass: DocumentPass): Promise<readonly UnitPlace[]> => {
  const rows = await pass.tx.unit.findMany({
    where: { ...inside(pass), number: pass.number, retired: false },
    select: { id: true, start: true, end: true, kind: true },
    orderBy: { start: "asc" },
  })
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as UnitKind }))
}

/** By what files may know the document and its current text. */
export async function textKnownBy(pass: DocumentPass) {
  const { title, foundAt, language } = await pass.tx.document.findUniqueOrThrow({
    where: { id: pass.documentId, projectId: pass.projectId },
    select: { title: true, foundAt: true, language: true },
  })
  const { text, sha256 } = await pass.tx.version.findUniqueOrThrow({
    where: { documentId_number: { documentId: pass.documentId, number: pass.number } },
    select: { text: true, sha256: true },
  })
  return { documentId: pass.documentId, title, foundAt, language, text, sha256: Buffer.from(sha256).toString("hex") }
}
