import type { Change } from "./change.ts"

/** Ids of the sources that a change names by id, for the words of its sentence. */
export function sourcesNamed(change: Change): readonly string[] {
  if ("effect" in change)
    return (change.effect.citations ?? []).flatMap(({ before, after }) =>
      [before, after].flatMap(state => (state ? [state.sourceId, state.throughId ?? []].flat() : [])),
    )
  if ("sourceId" in change && "comments" in change) return [change.sourceId]
  if (change.kind === "source-graded" || change.kind === "snapshot-added") return [change.sourceId]
  if (change.kind === "sources-merged" || change.kind === "merge-withdrawn") return [change.sourceId, change.intoId]
  if (change.kind === "source-derived" || change.kind === "derivation-withdrawn")
    return [change.derivation.derivedId, change.derivation.originId]
  return []
}
