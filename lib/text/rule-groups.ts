import { boundaryRules } from "./boundary-rules.ts"
import { clauseRules } from "./clause-rules.ts"
import { cueRules } from "./cue-rules.ts"
import { kindRules } from "./kind-rules.ts"
import type { Rule } from "./rule.ts"
import { rules } from "./rules.ts"

/** Rules that answer one question about a text, under the heading that readers find them by. */
export interface RuleGroup {
  readonly id: string
  readonly title: string
  /** What the group decides, in a sentence or two. */
  readonly lead: string
  readonly rules: Readonly<Record<string, Rule>>
}

const headed: readonly RuleGroup[] = [
  {
    id: "boundaries",
    title: "Where a unit ends",
    lead: "The text is cut into units that together cover all of it. A cut is decided from a few words on either side, so that one unclosed quotation mark can't swallow the rest of a document.",
    rules: boundaryRules,
  },
  {
    id: "kinds",
    title: "What kind of unit it is",
    lead: "Each unit is of one kind, by its form first. In doubt it is a claim, and nothing is hidden: other kinds are only set aside.",
    rules: kindRules,
  },
  {
    id: "cues",
    title: "What the wording gives away",
    lead: "Cues are hints for the reviewer, never a verdict. A reading such as a date or a mended word stands beside the text and does not change it.",
    rules: cueRules,
  },
  {
    id: "clauses",
    title: "Where a claim could be cut further",
    lead: "A long claim may hold several. The parts are offered on its card and never cut by themselves: people agree on such parts only so far.",
    rules: clauseRules,
  },
]

/** Every rule of the splitter in its group, in the order of the work. A rule without a heading stands in the last group. */
export const ruleGroups: readonly RuleGroup[] = withRest(headed)

function withRest(groups: readonly RuleGroup[]): readonly RuleGroup[] {
  const known = new Set(groups.flatMap(group => Object.keys(group.rules)))
  const rest = Object.entries(rules).filter(([id]) => !known.has(id))
  if (rest.length === 0) return groups
  const lead = "Rules that look at a unit once more, when its end, its kind and its cues are known."
  return [...groups, { id: "further", title: "Further rules", lead, rules: Object.fromEntries(rest) }]
}
