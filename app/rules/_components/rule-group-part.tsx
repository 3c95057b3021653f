import type { ShownGroup } from "../../../lib/queries/splitter-rules.ts"
import { RuleEntry } from "./rule-entry.tsx"
import { sectionsOf } from "./sections.ts"

/** The rules that answer one question about a text. */
export function RuleGroupPart({ group }: { group: ShownGroup }) {
  return (
    <section aria-labelledby={group.id}>
      <h2 id={group.id} className="text-2xl">
        {group.title}
      </h2>
      <p className="mt-2 text-lg text-soft">{group.lead}</p>
      {sectionsOf(group).map(({ id, title, rules }) => (
        <div key={id}>
          {id && (
            <h3 id={id} className="mt-9 text-xl">
              {title}
            </h3>
          )}
          <div className="mt-2 divide-y divide-rule">
            {rules.map(rule => (
              <RuleEntry key={rule.id} rule={rule} level={id ? 4 : 3} />
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}
