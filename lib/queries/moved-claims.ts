import { unitPlaces } from "../db/activity-rows.ts"
import { documentNames } from "../db/flag-lists.ts"
import type { ProjectPass } from "../db/pass.ts"
import { shortened } from "../domain/sentence-words.ts"
import type { VerdictMove } from "../domain/verdict-moves.ts"

/** A claim whose verdict would be another one. */
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

/** Moves with their claims in words; `documents` says where each unit stands. */
export async function toldMoves(
  pass: ProjectPass,
  moves: readonly VerdictMove[],
  documents: ReadonlyMap<string, string>,
): Promise<readonly ToldMove[]> {
  const places = await unitPlaces(pass, [...new Set(moves.flatMap(({ unitIds }) => unitIds))])
  const titles = new Map((await documentNames(pass)).map(({ id, title }) => [id, title]))
  return moves.map(({ unitIds, ...move }) => ({
    ...move,
    claims: unitIds.map(unitId => {
      const documentId = documents.get(unitId) ?? ""
      const quote = shortened(places.get(unitId)?.quote ?? "")
      return { unitId, documentId, document: titles.get(documentId) ?? "", quote }
    }),
  }))
}
