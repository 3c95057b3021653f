import type { Change } from "./change.ts"
import type { AnnotationState, CitationState, Effect, Step } from "./effect.ts"
import { type PackedSteps, packSteps, unpackSteps } from "./packed-steps.ts"

/** Steps of units from which on a change is stored packed: what a person does by hand stays readable in the log. */
const fewestPacked = 100

interface StoredEffect extends Omit<Effect, "units" | "proposals"> {
  readonly packed: PackedSteps
}

/**
 * A change as its log keeps it, without its kind, as JSON. An effect on many units is written packed, in about a sixth
 * of the room; {@link changeOf} reads both forms, for ever.
 */
export function storedBody(change: Change): string {
  const { kind: _kind, ...rest } = change
  if (!("effect" in rest)) return JSON.stringify(rest)
  const { units = [], proposals = [], ...others } = rest.effect
  if (units.length + proposals.length < fewestPacked) return JSON.stringify(rest)
  const effect: StoredEffect = { ...others, packed: packSteps(units, proposals) }
  return JSON.stringify({ ...rest, effect })
}

/** The change that was stored as `body`. */
export function changeOf(kind: string, body: string): Change {
  const rest = JSON.parse(body) as { effect?: Effect | StoredEffect }
  const { effect } = rest
  if (!effect) return dated({ kind, ...rest } as Change)
  if (!("packed" in effect)) return { kind, ...rest, effect: completed(effect) } as Change
  const { packed, ...others } = effect
  return { kind, ...rest, effect: { ...completed(others), ...unpackSteps(packed) } } as Change
}

/** A change of a source with the times that sources were given since it was stored. */
function dated(change: Change): Change {
  const none = { created: "", tells: "" }
  if (change.kind === "source-added" || change.kind === "source-deleted")
    return { ...change, source: { ...none, ...change.source } }
  if (change.kind !== "source-changed") return change
  return { ...change, before: { ...none, ...change.before }, after: { ...none, ...change.after } }
}

/** An effect with what rows were given since it was stored; those from before have it empty. */
const completed = (effect: Effect): Effect => ({
  ...effect,
  ...(effect.annotations && {
    annotations: effect.annotations.map(step => filled<AnnotationState>(step, { said: null })),
  }),
  ...(effect.citations && { citations: effect.citations.map(step => filled<CitationState>(step, newer)) }),
})

const newer = { credibility: null, bearsOn: "so", throughId: null, snapshotId: null } as const

const filled = <S>({ before, after }: Step<S>, empty: Partial<S>): Step<S> => ({
  before: before && { ...empty, ...before },
  after: after && { ...empty, ...after },
})
