import type { Cue, Span } from "../../../lib/domain/unit.ts"
import type { ShownRule } from "../../../lib/queries/splitter-rules.ts"
import { Chip } from "../../_ui/chip.tsx"
import { classNames } from "../../_ui/class-names.ts"
import { Marked } from "./marked.tsx"

export type RuleReading = NonNullable<ShownRule["shown"]>
export type ReadUnit = RuleReading["units"][number]

/** An example as the splitter reads it: each unit on a line of its own with its kind, what the rule found marked. */
export function Reading({ text, units, own, fired, rule }: RuleReading & { rule: string }) {
  return (
    <ol aria-label="The example as the splitter reads it" className="mt-3 grid gap-1 border-l-2 border-rule pl-4">
      {units.map(unit => (
        <li key={unit.start} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <span className={classNames("font-text text-lg", !touches(unit, own) && "text-faint")}>
            <Marked text={text} unit={unit} spans={unit.start === fired.start ? [fired] : within(fired, unit)} />
          </span>
          <span className="text-sm text-soft">
            <Chip>{unit.kind}</Chip> {touches(unit, fired) && said(unit, rule)}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** What the rule answered for, in words: the marks alone would say it to the eye only. */
function said(unit: ReadUnit, rule: string): string {
  const cue = unit.cues.find(one => one.rule === rule)
  if (cue) return cueSaid(cue)
  if (unit.rules[0] === rule) return "of this kind by this rule"
  return unit.rules.includes(rule) ? "ends by this rule" : "found by this rule"
}

const cueSaid = ({ reading, strength }: Cue) =>
  [reading === undefined ? "noticed" : `read as “${reading}”`, strength === 1 && "in a side remark"]
    .filter(Boolean)
    .join(", ")

const touches = (span: Span, other: Span) => span.start < other.end && span.end > other.start
const within = (span: Span, unit: Span) => (span.start >= unit.start && span.end <= unit.end ? [span] : [])
