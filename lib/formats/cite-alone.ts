import type { TextRun } from "../domain/text-run.ts"
import { type CitationOrder, type Cite, formatCitations } from "./format-citation.ts"

/** What is to be cited, each by itself. */
export interface AloneOrder extends Omit<CitationOrder, "notes"> {
  readonly cites: readonly Cite[]
}

/**
 * Sets each cite as a note of its own in full, whatever was cited before it: for a table or a card, whose lines are read
 * in any order. Throws as `formatCitations` does; a cite of an unknown source is empty.
 */
export function citeAlone({ cites, ...order }: AloneOrder): readonly (readonly TextRun[])[] {
  const set: (readonly TextRun[])[] = cites.map(() => [])
  for (const round of rounds(cites)) {
    const cited = new Set(round.map(at => cites[at]?.sourceId))
    const sources = order.sources.filter(({ id }) => cited.has(id))
    const notes = round.map(at => cites.slice(at, at + 1))
    for (const [i, runs] of formatCitations({ ...order, sources, notes }).notes.entries()) set[round[i] ?? 0] = runs
  }
  return set
}

/** The places of the cites in as few rounds as possible, none of which cites a source twice. */
function rounds(cites: readonly Cite[]): readonly (readonly number[])[] {
  const times = new Map<string, number>()
  const made: number[][] = []
  for (const [at, { sourceId }] of cites.entries()) {
    const round = times.get(sourceId) ?? 0
    times.set(sourceId, round + 1)
    const known = made[round]
    if (known) known.push(at)
    else made.push([at])
  }
  return made
}
