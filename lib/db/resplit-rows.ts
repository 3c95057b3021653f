import { unitsNamed } from "../domain/effect.ts"
import { changeOf } from "../domain/stored-change.ts"
import type { Span } from "../domain/unit.ts"
import { Prisma } from "./generated/client.ts"
import type { DocumentPass } from "./pass.ts"
import { bornUnits } from "./unit-rows.ts"

/** Version of the splitter that proposed the document's units. */
export async function splitterOf({ tx, documentId, number }: DocumentPass): Promise<number> {
  const where = { documentId_number: { documentId, number } }
  return (await tx.version.findUniqueOrThrow({ where, select: { splitterVersion: true } })).splitterVersion
}

/** What people said about a unit. The counts are of what is current; `any` also of what was withdrawn or replaced. */
export interface UnitWork {
  readonly id: string
  readonly labels: number
  readonly citations: number
  readonly decided: boolean
  readonly any: boolean
}

/** What people said about each live unit that anything was said about. */
export const unitWork = (pass: DocumentPass): Promise<UnitWork[]> =>
  pass.tx.$queryRaw<UnitWork[]>`
    SELECT w.id, sum(w.labels)::int AS labels, sum(w.citations)::int AS citations, bool_or(w.decided) AS decided, true AS any
    FROM (
      SELECT a."unitId" AS id, count(*) FILTER (WHERE a.current) AS labels, 0 AS citations, false AS decided
      FROM "Unit" u JOIN "Annotation" a ON a."unitId" = u.id WHERE ${live(pass)} GROUP BY 1
      UNION ALL
      SELECT c."unitId", 0, count(*) FILTER (WHERE c."withdrawnAt" IS NULL), false
      FROM "Unit" u JOIN "Citation" c ON c."unitId" = u.id WHERE ${live(pass)} GROUP BY 1
      UNION ALL
      SELECT d."unitId", 0, 0, bool_or(d.current)
      FROM "Unit" u JOIN "Adjudication" d ON d."unitId" = u.id WHERE ${live(pass)} GROUP BY 1
    ) w GROUP BY w.id`

const live = ({ projectId, documentId, number }: DocumentPass) =>
  Prisma.sql`u."projectId" = ${projectId}::uuid AND u."documentId" = ${documentId}::uuid AND u.number = ${number} AND NOT u.retired`

/** Where people's flags stand that were not withdrawn, in the order of the text. */
export const flagSpans = (pass: DocumentPass): Promise<Span[]> =>
  pass.tx.flag.findMany({
    where: {
      projectId: pass.projectId,
      documentId: pass.documentId,
      number: pass.number,
      status: { not: "withdrawn" },
      raisedBy: { not: null },
    },
    select: { start: true, end: true },
    orderBy: { start: "asc" },
  })

/** Who last changed how a unit is cut or what kind it is, by the unit's id. */
export async function unitEditors(pass: DocumentPass): Promise<ReadonlyMap<string, string>> {
  const rows = await pass.tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT DISTINCT ON (1) s->'after'->>'id' AS id, p.name
    FROM "Change" c JOIN "User" p ON p.id = c."actorId",
      LATERAL jsonb_array_elements(coalesce(c.body::jsonb->'effect'->'units', '[]'::jsonb)) AS s
    WHERE c."streamId" = ${pass.documentId}::uuid AND c."projectId" = ${pass.projectId}::uuid
      AND c.kind IN ('unit-split', 'units-merged', 'boundary-moved', 'kind-changed', 'units-restored', 'change-undone', 'change-redone')
      AND NOT c.body::jsonb ? 'resplit' AND s->'after'->>'id' IS NOT NULL
    ORDER BY 1, c.revision DESC`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Where a change reached, and who made it. */
export interface Reach extends Span {
  readonly name: string
}

/**
 * Where the document's changes after `revision` reached: units that were cut or named anew, units that something was
 * said about, passages that were flagged. Null when the text has got a new version, in which all places are others.
 */
export async function reachedSince(pass: DocumentPass, revision: number): Promise<Reach[] | null> {
  const rows = await pass.tx.change.findMany({
    where: { streamId: pass.documentId, projectId: pass.projectId, revision: { gt: revision } },
    select: { kind: true, body: true, actor: { select: { name: true } } },
    orderBy: { revision: "asc" },
  })
  const changes = rows.flatMap(({ kind, body, actor }) => {
    const change = changeOf(kind, body)
    return "effect" in change ? [{ effect: change.effect, name: actor.name }] : []
  })
  if (changes.some(({ effect }) => effect.versions)) return null
  const spans = new Map<string, Span>()
  const named = changes.flatMap(({ effect }) => unitsNamed(effect))
  if (named.length > 0) for (const { state } of await bornUnits(pass, named)) spans.set(state.id, state)
  return changes.flatMap(({ effect, name }) => {
    const cut = (effect.units ?? []).flatMap(({ before, after }) => [before, after])
    const flagged = (effect.flags ?? []).flatMap(({ before, after }) => [before, after])
    const said = unitsNamed(effect).map(id => spans.get(id) ?? null)
    return [...cut, ...flagged, ...said].flatMap(span => (span ? [{ start: span.start, end: span.end, name }] : []))
  })
}
