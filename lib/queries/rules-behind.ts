import type { UnitState } from "../domain/effect.ts"
import { ruleOf } from "../text/rules.ts"

/** What a rule of the splitter is called and says, for who asks why. */
export interface NamedRule {
  readonly id: string
  readonly title: string
  readonly explanation: string
}

/** The rules that set a unit's kind and end, and that found its cues, by id; none for an id that no rule has any more. */
export function rulesBehind({ rules, cues }: Pick<UnitState, "rules" | "cues">): Readonly<Record<string, NamedRule>> {
  const ids = new Set([...rules, ...cues.map(({ rule }) => rule)])
  return Object.fromEntries(
    [...ids].flatMap(id => {
      const rule = ruleOf(id)
      return rule ? [[id, { id, title: rule.title, explanation: rule.explanation }]] : []
    }),
  )
}
