import type { Rule } from "../text/rule.ts"
import { type RuleExample, ruleExample } from "../text/rule-example.ts"
import { ruleGroups } from "../text/rule-groups.ts"

export interface ShownRule extends Rule {
  readonly id: string
  /** The example as the splitter reads it now; null when the rule does not fire on it. */
  readonly shown: RuleExample | null
}

export interface ShownGroup {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly rules: readonly ShownRule[]
}

/** Every rule of the splitter with its example read by the splitter itself, so that the page can't claim what is not so. */
export function splitterRules(): readonly ShownGroup[] {
  kept ??= ruleGroups.map(({ rules, ...group }) => ({
    ...group,
    rules: Object.entries(rules).map(([id, rule]) => ({ id, ...rule, shown: ruleExample(id, rule) })),
  }))
  return kept
}

// Rules are part of the code, so one reading holds for the life of the process.
let kept: readonly ShownGroup[] | undefined
