import { anchorAt } from "./anchor.ts"
import {
  type Effect,
  type FlagState,
  inVersion,
  type ProposalState,
  type Step,
  type UnitState,
  versionOf,
} from "./effect.ts"
import { overlaps } from "./flag.ts"
import type { Found } from "./re-anchor.ts"
import { sameProposal, sameSpan } from "./same-unit.ts"
import type { Cue, ProposedUnit, Span } from "./unit.ts"
import { type BornUnit, trimmed } from "./unit-edit.ts"

/** What a new version of a text came to. Passages that moved are among those that came along. */
export interface NewVersion {
  readonly number: number
  /** Of its text in UTF-8, in hexadecimal digits. */
  readonly sha256: string
  readonly kept: number
  readonly moved: number
  /** Claims and other passages with work on them that were not found. */
  readonly lost: number
  /** Passages without work that the splitter cut anew or that are gone. */
  readonly gone: number
  readonly made: number
  readonly flagsKept: number
  readonly flagsLost: number
}

/** What stands in the version before, and what is proposed for the new text. */
export interface Renewal {
  readonly number: number
  readonly text: string
  /** Every unit of the version before, retired ones too. */
  readonly units: readonly BornUnit[]
  /** Whether anybody said something about a unit. */
  readonly worked: (unitId: string) => boolean
  readonly flags: readonly FlagState[]
  readonly proposed: readonly ProposedUnit[]
  readonly find: (span: Span) => Found | null
  readonly newId: () => string
}

export interface Renewed {
  readonly effect: Effect
  readonly counts: Omit<NewVersion, "number" | "sha256">
  readonly kept: readonly Kept[]
  /** Live units with work on them that were not found, and open flags. Their rows stay in the version before. */
  readonly lost: readonly UnitState[]
  readonly lostFlags: readonly FlagState[]
}

/** A unit with where it is found. */
export interface Kept {
  readonly unit: BornUnit
  readonly at: Found
}

/**
 * What becomes of a text's rows in its next version. What people worked on, or cut or named by hand, keeps its row and
 * with it all that was said, wherever its very words are found; what they did not is kept where the splitter would cut
 * the same. What the splitter proposes covers the rest, cut short by what is kept, and stands ready to be restored.
 * What has work on it and is not found is left as it is, and its steps say so by changing nothing.
 */
export function renewed(renewal: Renewal): Renewed {
  const { number, text, units, worked, flags, proposed, find, newId } = renewal
  const live = units.filter(({ state }) => !state.retired)
  const proposals = new Map(proposed.map(unit => [placeKey(unit), unit]))
  const kept = keptUnits(live, proposals, worked, find)
  const gone = live.filter(unit => !kept.has(unit))
  const lost = gone.filter(({ state }) => worked(state.id)).map(({ state }) => state)
  const rest = gone.filter(({ state }) => !worked(state.id))
  const along = units.flatMap(unit => {
    const at = unit.state.retired && worked(unit.state.id) ? find(unit.state) : null
    return at ? [{ unit, at }] : []
  })
  const fresh = freshUnits(text, proposed, [...kept.values()], number, newId)
  const moves = [...kept.values()].map(one => moved(one, proposals.get(placeKey(one.at)), worked, number))
  const ghosts = along.map(({ unit, at }) => ({ unit, state: shifted(unit.state, at, number), born: null }))
  const turned = [...moves, ...ghosts]
  const flagSteps = flags.flatMap((flag): Step<FlagState>[] => {
    const at = find(flag)
    if (at) return [{ before: flag, after: inVersion({ ...flag, ...anchorAt(text, at) }, number) }]
    return flag.status === "open" ? [{ before: flag, after: flag }] : []
  })
  const lostFlags = flagSteps.flatMap(({ before, after }) => (before && before === after ? [before] : []))
  return {
    effect: {
      units: [
        ...turned.map(({ unit, state }) => ({ before: unit.state, after: state })),
        ...lost.map(state => ({ before: state, after: state })),
        ...rest.map(({ state }) => ({ before: state, after: { ...state, retired: true } })),
        ...fresh.map(({ state }) => ({ before: null, after: state })),
      ],
      proposals: [
        ...turned.flatMap(({ unit: { state, born: was }, born }) => proposalStep(state.id, was, born)),
        ...fresh.flatMap(({ state, born }) => proposalStep(state.id, null, born)),
      ],
      flags: flagSteps,
    },
    counts: {
      kept: kept.size,
      moved: [...kept.values()].filter(({ at }) => at.how === "moved").length,
      lost: lost.length,
      gone: rest.length,
      made: fresh.filter(({ state }) => !state.retired).length,
      flagsKept: flagSteps.filter(({ before, after }) => before?.status === "open" && before !== after).length,
      flagsLost: lostFlags.length,
    },
    kept: [...kept.values()],
    lost,
    lostFlags,
  }
}

const placeKey = ({ start, end }: Span) => `${start} ${end}`

/** Whether a person cut a unit or named its kind. */
const byHand = ({ state, born }: BornUnit) => !born || !sameSpan(state, born) || state.kind !== born.kind

/** The live units that keep their rows, none over another: of two that claim one place neither has it. */
function keptUnits(
  live: readonly BornUnit[],
  proposals: ReadonlyMap<string, ProposedUnit>,
  worked: Renewal["worked"],
  find: Renewal["find"],
): Map<BornUnit, Kept> {
  const found = live.flatMap((unit): Kept[] => {
    const at = find(unit.state)
    return at ? [{ unit, at }] : []
  })
  const firm = ({ unit }: Kept) => worked(unit.state.id) || byHand(unit)
  let kept: Kept[] = []
  for (const chosen of [
    (one: Kept) => firm(one) && one.at.how === "in-place",
    (one: Kept) => firm(one) && one.at.how === "moved",
    (one: Kept) => !firm(one) && proposals.has(placeKey(one.at)),
  ])
    kept = [...kept, ...apart(found.filter(chosen)).filter(free(kept))].sort((a, b) => a.at.start - b.at.start)
  return new Map(kept.map(one => [one.unit, one]))
}

/** Those that no other one of the list overlaps. */
function apart(list: readonly Kept[]): Kept[] {
  const sorted = [...list].sort((a, b) => a.at.start - b.at.start)
  const reach: number[] = []
  for (const [at, one] of sorted.entries()) reach[at] = Math.max(reach[at - 1] ?? 0, one.at.end)
  return sorted.filter((one, at) => {
    const next = sorted[at + 1]
    return (reach[at - 1] ?? 0) <= one.at.start && (!next || next.at.start >= one.at.end)
  })
}

/** Tells of places asked for in order whether they overlap none of a sorted list. */
function free(kept: readonly Kept[]): (one: Kept) => boolean {
  let next = 0
  return ({ at }) => {
    while (next < kept.length && kept[next]!.at.end <= at.start) next++
    const there = kept[next]
    return !there || !overlaps(there.at, at)
  }
}

interface Turned {
  readonly unit: BornUnit
  readonly state: UnitState
  readonly born: BornUnit["born"]
}

/** A unit at its place in the new text, with what the splitter says of it there. A person's kind and a judged one stay. */
function moved({ unit, at }: Kept, said: ProposedUnit | undefined, worked: Renewal["worked"], number: number): Turned {
  const here = shifted(unit.state, at, number)
  const born = said ? { start: said.start, end: said.end, kind: said.kind, cues: said.cues } : null
  const stays = worked(here.id) || byHand(unit)
  if (!said || (stays && said.kind !== here.kind)) return { unit, state: here, born }
  return { unit, state: { ...here, kind: said.kind, rules: said.rules, cues: said.cues }, born }
}

/** The same unit at the place where its very words are in another version. */
function shifted(state: UnitState, { start, end }: Span, number: number): UnitState {
  const by = start - state.start
  const cues = state.cues.map((cue): Cue => ({ ...cue, start: cue.start + by, end: cue.end + by }))
  return inVersion({ ...state, start, end, cues }, number)
}

/**
 * Units for what is not kept. A proposal over something that is kept is stored as a retired row that can be restored, and
 * what it leaves uncovered becomes passages of their own.
 */
function freshUnits(
  text: string,
  proposed: readonly ProposedUnit[],
  kept: readonly Kept[],
  number: number,
  newId: () => string,
): Pick<Turned, "state" | "born">[] {
  const taken = kept.map(({ at }) => at)
  const have = new Set(taken.map(placeKey))
  const made: Pick<Turned, "state" | "born">[] = []
  let next = 0
  for (const { start, end, kind, rules, cues } of proposed) {
    while (next < taken.length && taken[next]!.end <= start) next++
    if (have.has(placeKey({ start, end }))) continue
    const about = { kind, rules, origin: "splitter" as const }
    const born = { start, end, kind, cues }
    const over: Span[] = []
    for (let at = next; at < taken.length && taken[at]!.start < end; at++) over.push(taken[at]!)
    const retired = over.length > 0
    made.push({ state: inVersion({ id: newId(), start, end, ...about, cues, retired }, number), born })
    for (const span of retired ? uncovered(text, { start, end }, over) : []) {
      const inside = cues.filter(cue => cue.start >= span.start && cue.end <= span.end)
      const said = /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end))
        ? about
        : { ...about, kind: "fragment" as const }
      made.push({
        state: inVersion({ id: newId(), ...span, ...said, cues: inside, retired: false }, number),
        born: null,
      })
    }
  }
  return made
}

/** The parts of a span that none of `over`, which are in order, covers, without white space at their ends. */
function uncovered(text: string, { start, end }: Span, over: readonly Span[]): Span[] {
  const edges = [start, ...over.flatMap(span => [span.start, span.end]), end]
  return edges.flatMap((from, at) => {
    const to = edges[at + 1]
    const span = at % 2 === 0 && to !== undefined && from < to ? trimmed(text, { start: from, end: to }) : null
    return span ? [span] : []
  })
}

function proposalStep(id: string, was: BornUnit["born"], born: BornUnit["born"]): Step<ProposalState>[] {
  return sameProposal(was, born) ? [] : [{ before: was && { id, ...was }, after: born && { id, ...born } }]
}

/** Live units and open flags that an effect left behind in an older version than it made current. */
export function lostIn({ versions, units = [], flags = [] }: Effect): {
  readonly units: readonly UnitState[]
  readonly flags: readonly FlagState[]
} {
  const number = versions?.[0]?.after?.number
  if (number === undefined) return { units: [], flags: [] }
  const behind = (state: UnitState | FlagState | null) => state !== null && versionOf(state) < number
  return {
    units: units.flatMap(({ after }) => (after && behind(after) && !after.retired ? [after] : [])),
    flags: flags.flatMap(({ after }) => (after && behind(after) && after.status === "open" ? [after] : [])),
  }
}
