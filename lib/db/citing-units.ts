import { linkedUnits } from "./linked-units.ts"
import { countingAs } from "./merged-sources.ts"
import type { ProjectPass } from "./pass.ts"

/**
 * The units whose verdicts one of these sources can move, by their documents: those that cite it, or a record merged
 * into it, and those linked with them, which share their evidence.
 */
export async function unitsReached(
  pass: ProjectPass,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const citing = await citingUnits(pass, sourceIds)
  const linked = await linkedUnits(pass, [...citing.values()].flat())
  const documents = new Set([...citing.keys(), ...linked.keys()])
  return new Map([...documents].map(id => [id, [...new Set([...(citing.get(id) ?? []), ...(linked.get(id) ?? [])])]]))
}

async function citingUnits(
  pass: ProjectPass,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await pass.tx.$queryRaw<{ documentId: string; unitIds: string[] }[]>`
    SELECT "documentId", array_agg(DISTINCT "unitId") AS "unitIds" FROM "Citation"
    WHERE "projectId" = ${pass.projectId}::uuid AND "sourceId" IN ${countingAs(pass, sourceIds)} AND "withdrawnAt" IS NULL
    GROUP BY "documentId"`
  return new Map(rows.map(row => [row.documentId, row.unitIds]))
}

/** The current text of every document of the project. */
export async function currentPlaces(pass: ProjectPass): Promise<{ documentId: string; number: number }[]> {
  const rows = await pass.tx.document.findMany({
    where: { projectId: pass.projectId },
    select: { id: true, currentVersion: true },
    orderBy: { id: "asc" },
  })
  return rows.map(row => ({ documentId: row.id, number: row.currentVersion }))
}
