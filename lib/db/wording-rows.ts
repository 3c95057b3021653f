import type { UnitState } from "../domain/effect.ts"
import type { ProposedUnit, UnitKind } from "../domain/unit.ts"
import { canRepeat, repeatKeys } from "../text/repeat-keys.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"

/** Wordings that one statement writes, well below the time that a statement may take. */
const batch = 500

/** Store the wordings of a version's units, `ids` in the same order. */
export async function insertWordings(
  pass: ProjectPass,
  version: { documentId: string; number: number; text: string },
  units: readonly ProposedUnit[],
  ids: readonly string[],
): Promise<void> {
  const { projectId, tx } = pass
  const { documentId, number, text } = version
  const rows = units.flatMap(({ kind, start, end }, at) => {
    const quote = text.slice(start, end)
    return canRepeat(kind) ? [{ id: ids[at]!, quote, keys: `{${repeatKeys(projectId, quote)}}` }] : []
  })
  for (let from = 0; from < rows.length; from += batch)
    await tx.$executeRaw`
      INSERT INTO "Wording" ("unitId", quote, keys)
      SELECT (w->>'id')::uuid, w->>'quote', (w->>'keys')::int[]
      FROM jsonb_array_elements(${JSON.stringify(rows.slice(from, from + batch))}::jsonb) AS w`
  await tx.document.updateMany({ where: { id: documentId, projectId }, data: { wordedVersion: number } })
}

/**
 * Keep the wordings of units as the units are: none when one is retired or repeats nothing, another when its span is
 * another.
 */
export async function saveWordings(
  pass: DocumentPass,
  units: readonly UnitState[],
  textOf: () => Promise<string>,
): Promise<void> {
  const { projectId, documentId } = pass
  const repeats = ({ retired, kind }: UnitState) => !retired && canRepeat(kind)
  const live = units.filter(repeats)
  const gone = units.filter(unit => !repeats(unit)).map(({ id }) => id)
  for (let from = 0; from < gone.length; from += batch) {
    const unitId = { in: gone.slice(from, from + batch) }
    await pass.tx.wording.deleteMany({ where: { unitId, unit: { projectId, documentId } } })
  }
  if (live.length === 0) return
  const text = await textOf()
  for (let from = 0; from < live.length; from += batch) {
    const rows = live.slice(from, from + batch).map(({ id, start, end }) => {
      const quote = text.slice(start, end)
      return { id, quote, keys: `{${repeatKeys(projectId, quote)}}` }
    })
    await pass.tx.$executeRaw`
      INSERT INTO "Wording" ("unitId", quote, keys)
      SELECT u.id, w->>'quote', (w->>'keys')::int[]
      FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS w
      JOIN "Unit" u ON u.id = (w->>'id')::uuid
      WHERE u."projectId" = ${projectId}::uuid AND u."documentId" = ${documentId}::uuid
      ON CONFLICT ("unitId") DO UPDATE SET quote = excluded.quote, keys = excluded.keys`
  }
}

/** The words of a live unit, or null for one that repeats nothing or whose wording is not made yet. */
export async function wordingOf(pass: DocumentPass, unitId: string): Promise<string | null> {
  const where = { unitId, unit: { projectId: pass.projectId, documentId: pass.documentId } }
  return (await pass.tx.wording.findFirst({ where, select: { quote: true } }))?.quote ?? null
}

export interface AlikeUnit {
  readonly id: string
  readonly documentId: string
  readonly title: string
  readonly quote: string
  readonly kind: UnitKind
}

/** Units that are looked at for one claim: those of the same content, and those that share another key. */
const mostSame = 100
const mostAlike = 100

/** The live units of the project's current texts that share a key with a quote, but for the unit itself. */
export async function alikeUnits(pass: ProjectPass, unitId: string, quote: string): Promise<AlikeUnit[]> {
  const keys = repeatKeys(pass.projectId, quote)
  const found = await pass.tx.$queryRaw<AlikeUnit[]>`
    SELECT DISTINCT u.id, u."documentId", d.title, w.quote, u.kind, u.start, d."createdAt"
    FROM (
      SELECT * FROM alike_wordings(${unitId}::uuid, ${keys.slice(0, 1)}::int[], ${mostSame}::int)
      UNION ALL
      SELECT * FROM alike_wordings(${unitId}::uuid, ${keys.slice(1)}::int[], ${mostAlike}::int)
    ) w
    JOIN "Unit" u ON u.id = w."unitId" AND NOT u.retired
    JOIN "Document" d ON d.id = u."documentId" AND d."currentVersion" = u.number
    WHERE u."projectId" = ${pass.projectId}::uuid
    ORDER BY d."createdAt", u."documentId", u.start`
  return found.map(({ id, documentId, title, quote: said, kind }) => ({ id, documentId, title, quote: said, kind }))
}
