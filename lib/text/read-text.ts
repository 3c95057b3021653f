import type { ProposedUnit } from "../domain/unit.ts"
import type { Clause } from "./clause.ts"
import { findClauses } from "./clauses.ts"
import { mentionCues } from "./mentions.ts"
import { splitText } from "./split-text.ts"
import { wordsOf } from "./unit-words.ts"

/** A unit as the splitter proposes it, with the sub-claims it sees. Positions are UTF-16 code units of the whole text. */
export interface ReadUnit extends ProposedUnit {
  readonly clauses: readonly Clause[]
}

/** Splits a text with everything that has a rule, for a page that explains it. Linear in the length of the text. */
export const readText = (text: string): ReadUnit[] =>
  splitText(text).map(unit => {
    const { start, end, cues } = unit
    const words = wordsOf(text, start, end)
    const mentions = mentionCues(text, start, end, words, cues)
    return {
      ...unit,
      cues: [...cues, ...mentions].sort((left, right) => left.start - right.start),
      clauses: findClauses(text, unit, words, cues),
    }
  })
