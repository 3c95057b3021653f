import type {
  AdjudicationState,
  AnnotationState,
  CitationState,
  CommentState,
  Effect,
  FlagState,
  PreAnnotationState,
  ProposalState,
  SplitterState,
  ThreadState,
  UnitState,
  VersionState,
} from "./effect.ts"
import { effectParts, keyOf, type Step } from "./effect.ts"

/** A document's rows by key, as its changes leave them. */
export interface Rows {
  readonly units: Map<string, UnitState>
  readonly annotations: Map<string, AnnotationState>
  readonly citations: Map<string, CitationState>
  readonly flags: Map<string, FlagState>
  readonly adjudications: Map<string, AdjudicationState>
  readonly proposals: Map<string, ProposalState>
  readonly splitter: Map<string, SplitterState>
  readonly versions: Map<string, VersionState>
  readonly threads: Map<string, ThreadState>
  readonly comments: Map<string, CommentState>
  readonly preAnnotations: Map<string, PreAnnotationState>
}

/** The rows that the splitter's units become when `effects` happen to them in order. */
export function replay(units: readonly UnitState[], effects: readonly Effect[]): Rows {
  const rows: Rows = {
    units: new Map(units.map(unit => [unit.id, unit])),
    annotations: new Map(),
    citations: new Map(),
    flags: new Map(),
    adjudications: new Map(),
    proposals: new Map(units.map(({ id, start, end, kind, cues }) => [id, { id, start, end, kind, cues }])),
    splitter: new Map(),
    versions: new Map(),
    threads: new Map(),
    comments: new Map(),
    preAnnotations: new Map(),
  }
  for (const effect of effects)
    for (const part of effectParts)
      for (const step of (effect[part] ?? []) as readonly Step<never>[]) {
        const map = rows[part] as Map<string, never>
        const named = step.after ?? step.before
        if (!named) continue
        const key = keyOf[part](named)
        if (step.after) map.set(key, step.after)
        else map.delete(key)
      }
  return rows
}
