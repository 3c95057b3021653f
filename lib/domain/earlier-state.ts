import type { Change, ProjectWords, Provenance, SourceState } from "./change.ts"
import type { AdjudicationState, AnnotationState, CitationState, FlagState, Step } from "./effect.ts"
import { type Policy, storedPolicy } from "./policy.ts"

/** Something that a change did away with or brought, in a state that can be brought back. */
export type EarlierState =
  | { readonly what: "label"; readonly state: AnnotationState }
  | { readonly what: "citation"; readonly state: CitationState }
  | { readonly what: "flag"; readonly state: FlagState }
  | { readonly what: "decision"; readonly state: AdjudicationState }
  | { readonly what: "provenance"; readonly documentId: string; readonly state: Provenance }
  | { readonly what: "project"; readonly state: ProjectWords }
  | { readonly what: "policy"; readonly state: Policy }
  | { readonly what: "source"; readonly state: SourceState }
  /** The passages, as the splitter proposed them. */
  | { readonly what: "passages"; readonly unitIds: readonly string[] }

/** Whether a state stood before the change or since it. */
export type Side = "before" | "after"

export type Earlier = EarlierState & { readonly side: Side }

/**
 * The states that a change tells of and that can be brought back, what was before it first. What a change did to many
 * rows at once is brought back row by row, from the changes of each.
 */
export function earlierStates(change: Change): readonly Earlier[] {
  if ("effect" in change) {
    const { annotations, citations, flags, adjudications, units = [] } = change.effect
    const turned = units.flatMap(({ before, after }) => (before ?? after)?.id ?? [])
    return [
      ...sides(annotations, state => ({ what: "label", state })),
      ...sides(citations, state => ({ what: "citation", state })),
      ...sides(flags, state => ({ what: "flag", state })),
      ...sides(adjudications, state => ({ what: "decision", state })),
      ...(turned.length > 0 ? [{ what: "passages" as const, unitIds: turned, side: "before" as const }] : []),
    ]
  }
  switch (change.kind) {
    case "document-described": {
      const { documentId } = change
      return sides([change], state => ({ what: "provenance", documentId, state }))
    }
    case "project-described":
      return sides([change], state => ({ what: "project", state }))
    case "policy-changed":
      return sides([change], state => ({ what: "policy", state: storedPolicy(state) }))
    case "source-changed":
      return sides([change], state => ({ what: "source", state }))
    default:
      return []
  }
}

/** Both sides of the only step. */
function sides<S>(steps: readonly Step<S>[] | undefined, told: (state: S) => EarlierState): readonly Earlier[] {
  const [step, another] = steps ?? []
  if (!step || another) return []
  return (["before", "after"] as const).flatMap(side => {
    const state = step[side]
    return state === null ? [] : [{ ...told(state), side }]
  })
}
