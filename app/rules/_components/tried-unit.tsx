import type { Span } from "../../../lib/domain/unit.ts"
import { Chip } from "../../_ui/chip.tsx"
import { Marked } from "./marked.tsx"
import type { ReadUnit } from "./reading.tsx"

interface Props {
  readonly text: string
  readonly unit: ReadUnit
  readonly titles: Readonly<Record<string, string>>
}

/** One unit of a tried text: its words with the cues marked, its kind, and the rules that decided it. */
export function TriedUnit({ text, unit, titles }: Props) {
  const words = ({ start, end }: Span) => text.slice(start, end)
  return (
    <li className="grid gap-1.5 py-3.5">
      <p className="font-text text-lg wrap-anywhere">
        <Marked text={text} unit={unit} spans={unit.cues} />
      </p>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm text-soft">
        <Chip>{unit.kind}</Chip>
        {unit.rules.map(rule => (
          <RuleLink key={rule} rule={rule} titles={titles} />
        ))}
      </p>
      {unit.cues.length > 0 && (
        <ul className="grid gap-0.5 text-sm text-soft">
          {unit.cues.map(cue => (
            <li key={`${cue.start} ${cue.rule}`}>
              “{words(cue)}”: <RuleLink rule={cue.rule} titles={titles} />
              {cue.reading !== undefined && `, read as “${cue.reading}”`}
            </li>
          ))}
        </ul>
      )}
      {unit.clauses.length > 1 && (
        <p className="text-sm text-soft">
          Could be cut into {unit.clauses.length} claims: {unit.clauses.map(clause => `“${words(clause)}”`).join(" | ")}
        </p>
      )}
    </li>
  )
}

function RuleLink({ rule, titles }: { rule: string; titles: Props["titles"] }) {
  const title = Object.hasOwn(titles, rule) ? titles[rule] : undefined
  return title ? <a href={`#${rule}`}>{title}</a> : <span>{rule}</span>
}
