import { type Label, labels } from "./label.ts"
import { type Span, type UnitKind, unitKinds } from "./unit.ts"
import { type ClaimState, claimStates } from "./verdict.ts"

/** What a page knows of a live unit. */
export interface ShownUnit extends Span {
  readonly id: string
  readonly kind: UnitKind
  readonly version: number
  readonly state: ClaimState
  readonly verdict: Label | null
  readonly mine: Label | null
}

/** The units of a text, written in a quarter of the room that a list of them takes: a book has fifteen thousand. */
export interface PackedUnits {
  /** The ids' hexadecimal digits, one id behind the other. */
  readonly ids: string
  /** How far each unit begins behind the end of the one before. */
  readonly gaps: readonly number[]
  readonly lengths: readonly number[]
  /** One digit a unit: the place in the list of kinds, states or labels; for a label 0 is none. */
  readonly kinds: string
  readonly states: string
  readonly verdicts: string
  readonly mine: string
  /** Versions other than 1, by the unit's place. */
  readonly versions: Readonly<Record<number, number>>
}

/** Units in the order of the text, without overlap, as a page is to get them. */
export function packUnits(units: readonly ShownUnit[]): PackedUnits {
  const digits = (of: (unit: ShownUnit) => number) => units.map(of).join("")
  const labelDigit = (label: Label | null) => (label === null ? 0 : labels.indexOf(label) + 1)
  return {
    ids: units.map(({ id }) => id.replaceAll("-", "")).join(""),
    gaps: units.map(({ start }, at) => start - (units[at - 1]?.end ?? 0)),
    lengths: units.map(({ start, end }) => end - start),
    kinds: digits(({ kind }) => unitKinds.indexOf(kind)),
    states: digits(({ state }) => claimStates.indexOf(state)),
    verdicts: digits(({ verdict }) => labelDigit(verdict)),
    mine: digits(({ mine }) => labelDigit(mine)),
    versions: Object.fromEntries(units.flatMap(({ version }, at) => (version === 1 ? [] : [[at, version]]))),
  }
}

/** The very units that were packed. */
export function unpackUnits(packed: PackedUnits): ShownUnit[] {
  let end = 0
  const labelAt = (digits: string, at: number) => labels[Number(digits[at]) - 1] ?? null
  return packed.lengths.map((length, at) => {
    const start = end + packed.gaps[at]!
    end = start + length
    return {
      id: packed.ids.slice(32 * at, 32 * at + 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
      start,
      end,
      kind: unitKinds[Number(packed.kinds[at])]!,
      version: packed.versions[at] ?? 1,
      state: claimStates[Number(packed.states[at])]!,
      verdict: labelAt(packed.verdicts, at),
      mine: labelAt(packed.mine, at),
    }
  })
}
