import type { UnitState } from "../domain/effect.ts"
import type { ProposedUnit, Span, UnitKind } from "../domain/unit.ts"
import { canRepeat, repeatKeys } from "../text/repeat-keys.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"

/** Wordings that one statement writes, well below the time that a statement may take. */
const batch = 500

/** Store the wordings of a version's units, `ids` in the same order. */
export async function insertWordings(
  pass: ProjectPass,
  version: { documentId: string; number: number; text: string },
  units: readonly Pick<ProposedUnit, "kind" | "start" | "end">[],
  ids: readonly string[],
): Promise<void> {
  const { documentId, number, text } = version
  const said = units.flatMap(({ kind, start, end }, at) => (canRepeat(kind) ? [{ id: ids[at]!, start, end }] : []))
  await storeWordings(pass, documentId, text, said)
  await pass.tx.document.updateMany({
    where: { id: documentId, projectId: pass.projectId },
    data: { wordedVersion: number },
  })
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
  const gone = units.filter(unit => !repeats(unit)).map(({ id }) => id)
  for (let from = 0; from < gone.length; from += batch)
    await pass.tx.$executeRaw`
      DELETE FROM "Wording" w USING unnest(${gone.slice(from, from + batch)}::uuid[]) AS g (id)
      JOIN "Unit" u ON u.id = g.id AND u."projectId" = ${projectId}::uuid AND u."documentId" = ${documentId}::uuid
      WHERE w."unitId" = g.id`
  const live = units.filter(repeats)
  if (live.length > 0) await storeWordings(pass, documentId, await textOf(), live)
}

/** Store what units of a document say. The keys of a batch are made while the database stores the one before. */
async function storeWordings(
  { tx, projectId }: ProjectPass,
  documentId: string,
  text: string,
  units: readonly (Span & { readonly id: string })[],
): Promise<void> {
  let storing: Promise<unknown> = Promise.resolve()
  for (let from = 0; from < units.length; from += batch) {
    const rows = units.slice(from, from + batch)
    const ids = rows.map(({ id }) => id)
    const quotes = rows.map(({ start, end }) => text.slice(start, end))
    const keys = quotes.map(quote => `{${repeatKeys(projectId, quote)}}`)
    await storing
    // A query begins when its answer is first asked for.
    storing = tx.$executeRaw`
      INSERT INTO "Wording" ("unitId", quote, keys)
      SELECT u.id, w.quote, w.keys::int[]
      FROM unnest(${ids}::uuid[], ${quotes}::text[], ${keys}::text[]) AS w (id, quote, keys)
      JOIN "Unit" u ON u.id = w.id AND u."projectId" = ${projectId}::uuid AND u."documentId" = ${documentId}::uuid
      ON CONFLICT ("unitId") DO UPDATE SET quote = excluded.quote, keys = excluded.keys`.then()
  }
  await storing
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
