import { type Effect, inVersion, type ProposalState, type Step, type UnitState, versionOf } from "./effect.ts"
import type { Hunk } from "./resplit.ts"
import { sameProposal, sameUnit } from "./same-unit.ts"
import type { ProposedUnit, Span } from "./unit.ts"
import type { BornUnit } from "./unit-edit.ts"

/** What re-splitting came to, in numbers of passages. */
export interface Resplit {
  /** Versions of the splitter: the one that had proposed what stood, and the one that proposed now. */
  readonly from: number
  readonly to: number
  readonly retired: number
  readonly made: number
  /** Passages that kept their span and got another kind. */
  readonly rekinded: number
}

interface Row extends BornUnit {
  readonly was: BornUnit | null
}

/**
 * The effect of taking `hunks`, which are parts of one difference. A unit with a proposed span stays the same row; a
 * retired one with that span comes back, with what was said about it; the rest of the units are retired, and `newId`
 * names the rows of those that are new. The kind that a person gave a unit stays, unless the hunk is about the kind
 * alone. What the splitter proposes in a hunk is from now on what restoring brings back there.
 */
export function resplitEffect(hunks: readonly Hunk[], newId: () => string): Effect {
  const rows = hunks.flatMap(hunk => taken(hunk, newId))
  const units = rows.flatMap(({ was, state }): Step<UnitState>[] => {
    const before = was?.state ?? null
    return before && sameUnit(before, state) ? [] : [{ before, after: state }]
  })
  const proposals = rows.flatMap(({ was, state: { id }, born }): Step<ProposalState>[] => {
    const [before, after] = [was?.born ?? null, born]
    return sameProposal(before, after)
      ? []
      : [{ before: before && { id, ...before }, after: after && { id, ...after } }]
  })
  return { units, proposals }
}

function taken(hunk: Hunk, newId: () => string): Row[] {
  const { kind, now, proposed, rows } = hunk
  const standing = new Map(now.map(one => [placeKey(one.unit.state), one]))
  const gone = new Map(rows.filter(({ state }) => state.retired).map(row => [placeKey(row.state), row]))
  const used = new Set<string>()
  const [any] = rows
  const number = any ? versionOf(any.state) : 1
  const next = proposed.map((unit): Row => {
    const { start, end, cues } = unit
    const born = { start, end, kind: unit.kind, cues }
    const here = standing.get(placeKey(unit))
    const was = here?.unit ?? gone.get(placeKey(unit)) ?? null
    if (!was) return { was, born, state: inVersion(made(unit, newId()), number) }
    used.add(was.state.id)
    const kept = kind === "boundaries" && here?.byHand != null ? was.state.kind : unit.kind
    return { was, born, state: { ...was.state, kind: kept, rules: unit.rules, cues, retired: false } }
  })
  const rest = rows
    .filter(({ state, born }) => !used.has(state.id) && (born !== null || !state.retired))
    .map((was): Row => ({ was, born: null, state: { ...was.state, retired: true } }))
  return [...rest, ...next]
}

const placeKey = ({ start, end }: Span) => `${start} ${end}`

const made = ({ start, end, kind, rules, cues }: ProposedUnit, id: string): UnitState => ({
  id,
  start,
  end,
  kind,
  rules,
  cues,
  origin: "splitter",
  retired: false,
})

/** How many passages an effect of re-splitting retires, makes or brings back, and gives another kind. */
export function resplitCounts({ units = [] }: Effect): Pick<Resplit, "retired" | "made" | "rekinded"> {
  const lives = (state: UnitState | null) => state !== null && !state.retired
  const count = (which: (step: Step<UnitState>) => boolean) => units.filter(which).length
  return {
    retired: count(({ before, after }) => lives(before) && !lives(after)),
    made: count(({ before, after }) => !lives(before) && lives(after)),
    rekinded: count(({ before, after }) => lives(before) && lives(after) && before?.kind !== after?.kind),
  }
}

/** Tells of a hunk's units whether they stay the same rows when the hunk is taken. */
export function staysWhole({ proposed }: Hunk): (span: Span) => boolean {
  const places = new Set(proposed.map(placeKey))
  return span => places.has(placeKey(span))
}
