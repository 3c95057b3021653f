import type { Change } from "./change.ts"
import type { Effect } from "./effect.ts"
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
  if (!effect || !("packed" in effect)) return { kind, ...rest } as Change
  const { packed, ...others } = effect
  return { kind, ...rest, effect: { ...others, ...unpackSteps(packed) } } as Change
}
