import type { CitationFact } from "./claim-facts.ts"
import type { Finding } from "./one-witness.ts"

/** Sources cited for the same side of a claim that are one witness because of an origin they share. */
export interface CircularReport extends Finding {
  readonly stance: "supports" | "disputes"
  readonly rootId: string
}

/**
 * Where a claim's sources seem to confirm one another and do not: two or more that are cited for the same side go back
 * to the same root, be it that one derives from the other or that both derive from a third. One finding for each side
 * and root, in the order of sides and roots; the root comes first among the sources when it is cited itself. Citations
 * that are said to merely repeat pretend nothing, and are left out.
 */
export function circularReports(
  citations: readonly CitationFact[],
  nameOf: (sourceId: string) => string,
): readonly CircularReport[] {
  return (["supports", "disputes"] as const).flatMap(stance => {
    const side = citations.filter(citation => citation.stance === stance)
    const roots = [...new Set(side.flatMap(({ rootIds }) => rootIds))].sort()
    return roots.flatMap(rootId => {
      const sharing = side.filter(({ rootIds }) => rootIds.includes(rootId)).map(({ sourceId }) => sourceId)
      const sourceIds = [...new Set(sharing)].sort(
        (a, b) => Number(b === rootId) - Number(a === rootId) || compare(a, b),
      )
      return sourceIds.length < 2
        ? []
        : [{ stance, rootId, sourceIds, sentence: sentenceOf(sourceIds, rootId, nameOf) }]
    })
  })
}

function sentenceOf(sourceIds: readonly string[], rootId: string, nameOf: (sourceId: string) => string): string {
  const quoted = (ids: readonly string[]) => listed(ids.map(id => `“${nameOf(id)}”`))
  const together = `Together they are one witness, not ${number(sourceIds.length)}.`
  if (sourceIds[0] !== rootId) {
    const all = sourceIds.length === 2 ? "both" : "all"
    return `${quoted(sourceIds)} ${all} go back to “${nameOf(rootId)}”. ${together}`
  }
  const copies = sourceIds.slice(1)
  return `${quoted(copies)} ${copies.length === 1 ? "derives" : "derive"} from “${nameOf(rootId)}”, which is cited too. ${together}`
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`
const number = (n: number) => ["none", "one", "two", "three", "four", "five", "six"][n] ?? String(n)
