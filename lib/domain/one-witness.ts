import type { CitationFact } from "./claim-facts.ts"
import { witnessesAmong } from "./independence.ts"

/** A finding about what a claim rests on, with the sources that the sentence names. */
export interface Finding {
  readonly sourceIds: readonly string[]
  readonly sentence: string
}

/**
 * What a claim says of itself when all that supports it is one witness (testis unus, testis nullus): one source, or
 * several that share an origin. Null when nothing supports it, and when two independent sources do. Citations that
 * merely repeat or mention are none that support it.
 */
export function oneWitness(citations: readonly CitationFact[], nameOf: (sourceId: string) => string): Finding | null {
  const supports = citations.filter(({ stance }) => stance === "supports")
  const sourceIds = [...new Set(supports.map(({ sourceId }) => sourceId))].sort()
  const [witness, second] = witnessesAmong(supports)
  if (witness === undefined || second !== undefined) return null
  if (sourceIds.length === 1) return { sourceIds, sentence: `One witness: only “${nameOf(witness)}” supports it.` }
  const shared = supports[0]?.rootIds.filter(root => supports.every(({ rootIds }) => rootIds.includes(root))) ?? []
  const origin =
    shared.length > 0
      ? `${sourceIds.length === 2 ? "both" : "all"} go back to ${names(shared, nameOf)}`
      : "share their origins with one another"
  return { sourceIds, sentence: `One witness: the ${sourceIds.length} sources that support it ${origin}.` }
}

const names = (ids: readonly string[], nameOf: (sourceId: string) => string) =>
  [...ids]
    .sort()
    .map(id => `“${nameOf(id)}”`)
    .join(" and ")
