import { unitPlaces } from "../db/activity-rows.ts"
import { documentNames } from "../db/flag-lists.ts"
import type { ProjectPass } from "../db/pass.ts"
import { shortened } from "../domain/sentence-words.ts"
import type { VerdictMove } from "../domain/verdict-moves.ts"

/** A claim with where it stands. */
export interface MovedClaim {
  readonly unitId: string
  readonly documentId: string
  readonly document: string
  readonly quote: string
}

/** A move with the first of its claims in words. */
export interface ToldMove extends Omit<VerdictMove, "unitIds"> {
  readonly claims: readonly MovedClaim[]
}

/** The claims with these ids in words. */
export async function movedClaims(
  pass: ProjectPass,
  unitIds: readonly string[],
): Promise<(unitIds: readonly string[]) => readonly MovedClaim[]> {
  if (unitIds.length === 0) return () => []
  const places = await unitPlaces(pass, [...new Set(unitIds)])
  const titles = new Map((await documentNames(pass)).map(({ id, title }) => [id, title]))
  return ids =>
    ids.flatMap(unitId => {
      const place = places.get(unitId)
      if (!place) return []
      const { documentId, quote } = place
      return [{ unitId, documentId, document: titles.get(documentId) ?? "", quote: shortened(quote) }]
    })
}

/** Moves with the first of their claims in words. */
export const told = (
  moves: readonly VerdictMove[],
  claimsOf: (unitIds: readonly string[]) => readonly MovedClaim[],
): readonly ToldMove[] => moves.map(({ unitIds, ...move }) => ({ ...move, claims: claimsOf(unitIds) }))
