import { inVersion, type ProposalState, type Step, type UnitState, versionOf } from "./effect.ts"
import { sameCues, sameProposal, sameRules, sameSpan } from "./same-unit.ts"
import { type Cue, type CueKind, cueKinds, type Span, type UnitKind, unitKinds } from "./unit.ts"

/** A cue: offset in its unit, length, place of its kind, place of its rule in the list of words, strength, reading. */
type PackedCue = readonly [number, number, number, number, 1 | 2, string?]
/** A span: start, length. */
type PackedSpan = readonly [number, number]
/**
 * A unit: span, place of its kind, place of its rules among the lists of rules, 1 for a person's and 2 for retired, cues,
 * and the version that it stands in when that is not the first.
 */
type PackedUnit = readonly [...PackedSpan, number, number, number, readonly PackedCue[], number?]
/** What is different afterwards. */
interface PackedTurn {
  readonly at?: PackedSpan
  readonly number?: number
  readonly kind?: number
  readonly rules?: number
  readonly signs?: number
  readonly cues?: readonly PackedCue[]
}
/** A proposal: 0 for none, 1 for what the unit's own state beside it says, else span, place of its kind, cues. */
type PackedProposal = 0 | 1 | readonly [...PackedSpan, number, readonly PackedCue[]]

/** Steps of units and of what is proposed for them, in about a sixth of the room that they take as JSON. */
export interface PackedSteps {
  readonly words: readonly string[]
  readonly rules: readonly (readonly number[])[]
  readonly units: readonly (readonly [id: string, before: PackedUnit | 0, after: PackedUnit | PackedTurn | 0])[]
  readonly proposals: readonly (readonly [id: string | number, before: PackedProposal, after: PackedProposal])[]
}

/** Lists what occurs, so that a number can stand for it. */
function listing<T>(keyOf: (one: T) => string) {
  const places = new Map<string, number>()
  const list: T[] = []
  const place = (one: T) => {
    const key = keyOf(one)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, list.length)
    return list.push(one) - 1
  }
  return { list, place }
}

type Parts = { readonly units: readonly Step<UnitState>[]; readonly proposals: readonly Step<ProposalState>[] }

export function packSteps(units: Parts["units"], proposals: Parts["proposals"]): PackedSteps {
  const words = listing<string>(word => word)
  const rules = listing<readonly number[]>(list => list.join())
  const span = ({ start, end }: Span): PackedSpan => [start, end - start]
  const cues = (list: readonly Cue[], { start }: Span) =>
    list.map((cue): PackedCue => {
      const about = [cueKinds.indexOf(cue.kind), words.place(cue.rule), cue.strength] as const
      const at = [cue.start - start, cue.end - cue.start] as const
      return cue.reading === undefined ? [...at, ...about] : [...at, ...about, cue.reading]
    })
  const kind = (of: { kind: UnitKind }) => unitKinds.indexOf(of.kind)
  const signs = (unit: UnitState) => (unit.origin === "person" ? 1 : 0) + (unit.retired ? 2 : 0)
  const ruled = (unit: UnitState) => rules.place(unit.rules.map(words.place))
  const whole = (unit: UnitState): PackedUnit => {
    const said = [...span(unit), kind(unit), ruled(unit), signs(unit), cues(unit.cues, unit)] as const
    return versionOf(unit) === 1 ? said : [...said, versionOf(unit)]
  }
  const turn = (before: UnitState, after: UnitState): PackedTurn => {
    const moved = !sameSpan(before, after)
    return {
      ...(moved && { at: span(after) }),
      ...(versionOf(before) !== versionOf(after) && { number: versionOf(after) }),
      ...(before.kind !== after.kind && { kind: kind(after) }),
      ...(!sameRules(before.rules, after.rules) && { rules: ruled(after) }),
      ...(signs(before) !== signs(after) && { signs: signs(after) }),
      ...((moved || !sameCues(before.cues, after.cues)) && { cues: cues(after.cues, after) }),
    }
  }
  const places = new Map(units.map(({ before, after }, at) => [(before ?? after)?.id, at]))
  const proposal = (state: ProposalState | null, unit: UnitState | null | undefined): PackedProposal => {
    if (!state) return 0
    if (unit && sameProposal(state, unit)) return 1
    return [...span(state), kind(state), cues(state.cues, state)]
  }
  return {
    units: units.map(({ before, after }) => [
      (before ?? after)!.id,
      before ? whole(before) : 0,
      after ? (before ? turn(before, after) : whole(after)) : 0,
    ]),
    proposals: proposals.map(({ before, after }) => {
      const { id } = (before ?? after)!
      const at = places.get(id)
      const step = at === undefined ? undefined : units[at]
      return [at ?? id, proposal(before, step?.before), proposal(after, step?.after)]
    }),
    words: words.list,
    rules: rules.list,
  }
}

/** The very steps that were packed. */
export function unpackSteps(packed: PackedSteps): Parts {
  const span = ([start, length]: readonly [number, number, ...unknown[]]): Span => ({ start, end: start + length })
  const kind = (place: number) => unitKinds[place] as UnitKind
  const cues = (list: readonly PackedCue[], start: number) =>
    list.map(
      ([at, length, cueKind, rule, strength, reading]): Cue => ({
        kind: cueKinds[cueKind] as CueKind,
        rule: packed.words[rule] as string,
        strength,
        start: start + at,
        end: start + at + length,
        ...(reading !== undefined && { reading }),
      }),
    )
  const ruled = (place: number) => packed.rules[place]!.map(word => packed.words[word] as string)
  const signed = (signs: number) => ({
    origin: signs & 1 ? ("person" as const) : ("splitter" as const),
    retired: (signs & 2) > 0,
  })
  const whole = (id: string, unit: PackedUnit): UnitState => {
    const [place, said] = [span(unit), { kind: kind(unit[2]), rules: ruled(unit[3]), cues: cues(unit[5], unit[0]) }]
    return inVersion({ id, ...place, ...said, ...signed(unit[4]) }, unit[6] ?? 1)
  }
  const turned = (before: UnitState, turn: PackedTurn): UnitState => ({
    ...inVersion(before, turn.number ?? versionOf(before)),
    ...(turn.at && span(turn.at)),
    ...(turn.kind !== undefined && { kind: kind(turn.kind) }),
    ...(turn.rules !== undefined && { rules: ruled(turn.rules) }),
    ...(turn.signs !== undefined && signed(turn.signs)),
    ...(turn.cues && { cues: cues(turn.cues, turn.at?.[0] ?? before.start) }),
  })
  const units = packed.units.map(([id, was, then]): Step<UnitState> => {
    const before = was === 0 ? null : whole(id, was)
    if (then === 0) return { before, after: null }
    if (Array.isArray(then)) return { before, after: whole(id, then as PackedUnit) }
    return { before, after: turned(before!, then as PackedTurn) }
  })
  const proposal = (id: string, state: PackedProposal, unit: UnitState | null | undefined): ProposalState | null => {
    if (state === 0) return null
    if (state === 1) return proposalOf(unit!)
    return { id, ...span(state), kind: kind(state[2]), cues: cues(state[3], state[0]) }
  }
  const proposals = packed.proposals.map(([at, was, then]): Step<ProposalState> => {
    const step = typeof at === "number" ? units[at] : undefined
    const id = typeof at === "number" ? packed.units[at]![0] : at
    return { before: proposal(id, was, step?.before), after: proposal(id, then, step?.after) }
  })
  return { units, proposals }
}

/** What the splitter would propose if it proposed the unit as it is. */
const proposalOf = ({ id, start, end, kind, cues }: UnitState): ProposalState => ({ id, start, end, kind, cues })
