import { type UnitState, versionOf } from "./effect.ts"
import type { Cue, Span, UnitKind } from "./unit.ts"

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

export const sameRules = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((rule, at) => rule === b[at]))

/** Whether two lists hold the same cues in the same order. */
export const sameCues = (a: readonly Cue[], b: readonly Cue[]): boolean =>
  a === b || (a.length === b.length && a.every((cue, at) => sameCue(cue, b[at]!)))

const sameCue = (a: Cue, b: Cue) =>
  sameSpan(a, b) && a.kind === b.kind && a.rule === b.rule && a.strength === b.strength && a.reading === b.reading

type Proposed = Span & { readonly kind: UnitKind; readonly cues: readonly Cue[] }

/** Whether the splitter proposes the same for a unit; null is nothing. */
export const sameProposal = (a: Proposed | null, b: Proposed | null): boolean =>
  a === null || b === null ? a === b : sameSpan(a, b) && a.kind === b.kind && sameCues(a.cues, b.cues)

/** Whether two states of one unit's row are the same. */
export const sameUnit = (a: UnitState, b: UnitState): boolean =>
  sameProposal(a, b) &&
  versionOf(a) === versionOf(b) &&
  sameRules(a.rules, b.rules) &&
  a.origin === b.origin &&
  a.retired === b.retired
