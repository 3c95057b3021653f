import { boundaryRules } from "./boundary-rules.ts"
import { clauseRules } from "./clause-rules.ts"
import { cueRules } from "./cue-rules.ts"
import { kindRules } from "./kind-rules.ts"
import type { Rule } from "./rule.ts"

/** Every rule of the splitter by its id: what ends a unit, what names its kind, what finds a cue, what begins a clause. */
export const rules = { ...boundaryRules, ...kindRules, ...cueRules, ...clauseRules } satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

/** The rule with this id, or undefined for an id that no rule has. */
export function ruleOf(id: string): Rule | undefined {
  return Object.hasOwn(rules, id) ? rules[id as RuleId] : undefined
}
