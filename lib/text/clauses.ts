import type { Cue, Span, UnitKind } from "../domain/unit.ts"
import type { Clause } from "./clause.ts"
import type { UnitWords } from "./unit-words.ts"

/** Proposes sub-claims of a unit. */
export function findClauses(
  _text: string,
  _unit: Span & { readonly kind: UnitKind },
  _words: UnitWords,
  _cues: readonly Cue[],
): Clause[] {
  return []
}
