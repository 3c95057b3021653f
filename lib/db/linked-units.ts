import type { LinkState } from "../domain/change.ts"
import { sameAs } from "../domain/claim-link.ts"
import { claimLinks } from "./claim-link-rows.ts"
import type { ProjectPass } from "./pass.ts"

/**
 * The units whose verdicts a change of these units, or of their links, can move, by their documents: what says the
 * same, what contradicts that, and what says the same as those. These are among them as far as they are linked.
 */
export async function linkedUnits(
  pass: ProjectPass,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const links = await claimLinks(pass)
  const near = sameAs(links, ids)
  const touched = links.flatMap(({ unitAId, unitBId }) =>
    near.has(unitAId) || near.has(unitBId) ? [unitAId, unitBId] : [],
  )
  const reached = sameAs(links, touched)
  const found = new Map<string, Set<string>>()
  for (const [unitId, documentId] of placesIn(links))
    if (reached.has(unitId)) found.set(documentId, (found.get(documentId) ?? new Set()).add(unitId))
  return new Map([...found].map(([documentId, unitIds]) => [documentId, [...unitIds]]))
}

const placesIn = (links: readonly LinkState[]): readonly (readonly [unitId: string, documentId: string])[] =>
  links.flatMap(({ unitAId, documentAId, unitBId, documentBId }) => [
    [unitAId, documentAId] as const,
    [unitBId, documentBId] as const,
  ])
