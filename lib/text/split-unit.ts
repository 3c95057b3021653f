import type { Cue, ProposedUnit, Span, UnitKind } from "../domain/unit.ts"
import { attributedTo, mainAttribution } from "./attributed-to.ts"
import type { Clause } from "./clause.ts"
import { findClauses } from "./clauses.ts"
import { findDuplicates } from "./duplicates.ts"
import { isHedged } from "./hedged.ts"
import { splitText } from "./split-text.ts"
import { wordsOf } from "./unit-words.ts"

/** A unit with everything that the splitter has to say of it. Positions are UTF-16 code units of the whole text. */
export interface SplitUnit extends Span {
  readonly kind: UnitKind
  /** Ids of the rules that named the kind and set the end. */
  readonly rules: readonly string[]
  /** Whether the main assertion carries an uncertainty or leans on a source without a name. */
  readonly hedged: boolean
  /** Every hedge and vague source, side remarks and approximations too. */
  readonly hedges: readonly Cue[]
  /** The source of the main content as written; null when there is none or it is left out. */
  readonly attributedTo: string | null
  /** What gives the main content to a source, also to one that is left out; null when nothing does. */
  readonly attribution: Cue | null
  /** Dates, read in EDTF. */
  readonly dates: readonly Cue[]
  /** Start of the first unit that says the same; null when this is the first. */
  readonly duplicateOf: number | null
  /** Proposed sub-claims; none when the unit is one clause or asserts nothing. */
  readonly clauses: readonly Clause[]
}

/** Splits a text and says of each unit all there is to say. The time is linear in the length of the text. */
export function splitUnits(text: string): SplitUnit[] {
  const units = splitText(text)
  const first = new Map(findDuplicates(units, text).map(({ of, duplicate }) => [duplicate, of]))
  return units.map((unit, index) => {
    const original = units[first.get(index) ?? -1]
    return described(text, unit, original ? original.start : null)
  })
}

function described(text: string, unit: ProposedUnit, duplicateOf: number | null): SplitUnit {
  const { start, end, kind, rules, cues } = unit
  return {
    start,
    end,
    kind,
    rules,
    hedged: isHedged(kind, cues),
    hedges: cues.filter(cue => cue.kind === "hedge" || cue.kind === "vague-source"),
    attributedTo: attributedTo(kind, cues),
    attribution: mainAttribution(kind, cues),
    dates: cues.filter(cue => cue.kind === "date"),
    duplicateOf,
    clauses: findClauses(text, unit, wordsOf(text, start, end), cues),
  }
}
