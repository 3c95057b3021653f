import type { ProposedUnit } from "../domain/unit.ts"
import type { Clause } from "./clause.ts"
import { findClauses } from "./clauses.ts"
import { splitText } from "./split-text.ts"
import { wordsOf } from "./unit-words.ts"

/** A unit as the splitter proposes it, with the sub-claims it sees. Positions are UTF-16 code units of the whole text. */
export interface ReadUnit extends ProposedUnit {
  readonly clauses: readonly Clause[]
}

/** Splits a text with everything that has a rule, for a page that explains it. Linear in the length of the text. */
export const readText = (text: string): ReadUnit[] =>
  splitText(text).map(unit => ({
    ...unit,
    clauses: findClauses(text, unit, wordsOf(text, unit.start, unit.end), unit.cues),
  }))
