import { sameCues, sameProposal, sameRules, sameSpan } from "./same-unit.ts"
import type { ProposedUnit, Span } from "./unit.ts"
import type { BornUnit } from "./unit-edit.ts"

/** What the parts of a difference differ in; "cues" stands for cues and the rules' names, which change nobody's work. */
export type HunkKind = "boundaries" | "kind" | "cues"

/** A live unit in a hunk, and what a person did to how it is cut: "cut" for its boundaries, "kind" for its kind alone. */
export interface StandingUnit {
  readonly unit: BornUnit
  readonly byHand: "cut" | "kind" | null
}

/** A stretch of the text in which the splitter proposes something else than stands there, as short as it can be. */
export interface Hunk extends Span {
  readonly kind: HunkKind
  readonly now: readonly StandingUnit[]
  readonly proposed: readonly ProposedUnit[]
  /** Every row of the stretch, those that were retired too, whose proposal the new ones replace or whose span they have. */
  readonly rows: readonly BornUnit[]
}

export interface Difference {
  /** In the order of the text, none touching another. */
  readonly hunks: readonly Hunk[]
  /** Stretches that people changed and for which the splitter proposes what it had proposed before: nothing new. */
  readonly settled: number
}

/**
 * What a new proposal for the same text would change. `all` are the document's rows, retired ones too. A stretch ends
 * where the units that stand, the new proposal and the one before it all have an edge, so that stretches can be taken
 * one by one. A unit whose span is proposed again stays what it is, down to its row. Time in proportion to the rows,
 * but for sorting them.
 */
export function difference(all: readonly BornUnit[], proposed: readonly ProposedUnit[]): Difference {
  const hunks: Hunk[] = []
  let settled = 0
  for (const stretch of stretchesOf(all, proposed)) {
    const kind = kindOf(stretch)
    if (kind === "settled") settled++
    else if (kind !== "same") hunks.push({ ...stretch, kind })
  }
  return { hunks, settled }
}

type Stretch = Omit<Hunk, "kind">

function stretchesOf(all: readonly BornUnit[], proposed: readonly ProposedUnit[]): Stretch[] {
  const edges = [...all.flatMap(reachOf), ...proposed].sort((a, b) => a.start - b.start || a.end - b.end)
  const reaches: { start: number; end: number }[] = []
  for (const { start, end } of edges) {
    const last = reaches.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else reaches.push({ start, end })
  }
  const live = divided(
    all.filter(({ state }) => !state.retired).sort((a, b) => a.state.start - b.state.start),
    reaches,
    ({ state }) => state,
  )
  const next = divided(proposed, reaches, unit => unit)
  const rows = divided(
    [...all].sort((a, b) => placeOf(a).start - placeOf(b).start),
    reaches,
    placeOf,
  )
  return reaches.map((span, at) => ({
    ...span,
    now: live[at]!.map(unit => ({ unit, byHand: byHandOf(unit) })),
    proposed: next[at]!,
    rows: rows[at]!,
  }))
}

// A row that was moved away from its own proposal holds both places together.
function reachOf({ state, born }: BornUnit): readonly Span[] {
  if (state.retired) return born ? [born] : []
  return [born ? { start: Math.min(state.start, born.start), end: Math.max(state.end, born.end) } : state]
}

const placeOf = ({ state, born }: BornUnit): Span => (state.retired ? (born ?? state) : state)

/** What of `list`, which is in order, lies in each of the stretches. */
function divided<T>(list: readonly T[], reaches: readonly Span[], spanOf: (one: T) => Span): T[][] {
  const parts: T[][] = reaches.map(() => [])
  let at = 0
  for (const one of list) {
    const { start } = spanOf(one)
    while (at < reaches.length - 1 && reaches[at]!.end <= start) at++
    parts[at]?.push(one)
  }
  return parts
}

function byHandOf({ state, born }: BornUnit): StandingUnit["byHand"] {
  if (!born || !sameSpan(state, born)) return "cut"
  return state.kind === born.kind ? null : "kind"
}

function kindOf({ now, proposed, rows }: Stretch): HunkKind | "same" | "settled" {
  // What nothing is proposed for stays.
  if (proposed.length === 0) return "same"
  const born = rows.flatMap(row => row.born ?? []).sort((a, b) => a.start - b.start)
  const alike = (list: readonly Span[]) =>
    list.length === proposed.length && list.every((span, at) => sameSpan(span, proposed[at]!))
  const states = now.map(({ unit }) => unit.state)
  const uncut = alike(states)
  const unkinded = uncut && states.every(({ kind }, at) => kind === proposed[at]!.kind)
  if (unkinded) return states.every((state, at) => isTaken(now[at]!.unit, proposed[at]!)) ? "same" : "cues"
  const old = alike(born) && born.every(({ kind }, at) => kind === proposed[at]!.kind)
  if (old) return "settled"
  return uncut ? "kind" : "boundaries"
}

/** Whether a unit with the proposed span and kind already has all the rest of the proposal. */
function isTaken({ state, born }: BornUnit, unit: ProposedUnit): boolean {
  return sameRules(state.rules, unit.rules) && sameCues(state.cues, unit.cues) && sameProposal(born, unit)
}
