import type { Span } from "../domain/unit.ts"
import { type ReadUnit, readText } from "./read-text.ts"
import type { Rule } from "./rule.ts"

/** A rule's example as the splitter reads it. All positions are UTF-16 code units of `text`. */
export interface RuleExample {
  readonly text: string
  /** Where the rule's own words stand; what is around them only lets it fire. */
  readonly own: Span
  readonly units: readonly ReadUnit[]
  /** What the rule answered for: a whole unit, a cue or a clause. */
  readonly fired: Span
}

/** What stands before and after an example: many a rule fires only at the end of something, or beside something. */
const surroundings = [
  ["", ""],
  ["", " The clerk left."],
  ["", "\n\nThe clerk left."],
  ["", "\nThe clerk left."],
  ["", " Where was he?"],
  ["The clerk left. ", " He came back."],
  ["The clerk left.\n", "\nHe came back."],
  ["The clerk knew Orlova.\n\n", ""],
] as const

/** What a cut in an example, written as a bar, may stand for in the text. */
const joints = ["", " ", "\n"] as const

/** Reads the example of rule `id` in the first surroundings in which the rule fires; null when it fires in none. */
export function ruleExample(id: string, { example }: Rule): RuleExample | null {
  for (const [before, after] of surroundings) {
    for (const joint of example.includes("|") ? joints : [""]) {
      const words = example.replaceAll("|", joint)
      const text = before + words + after
      const own = { start: before.length, end: before.length + words.length }
      const units = readText(text)
      const fired = units.flatMap(unit => firings(unit, id)).find(span => span.start < own.end && span.end > own.start)
      if (fired) return { text, own, units, fired }
    }
  }
  return null
}

/** Rules that speak of what a person did with a claim, so that no text lets them fire by itself. */
export const firesOnEdits: ReadonlySet<string> = new Set(["subject-from-before"])

function firings(unit: ReadUnit, id: string): readonly Span[] {
  if (unit.rules.includes(id)) return [unit]
  return [...unit.cues.filter(cue => cue.rule === id), ...unit.clauses.filter(clause => clause.rule === id)]
}
