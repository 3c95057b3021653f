import type { ShownGroup } from "../../../lib/queries/splitter-rules.ts"
import { OnThisPage } from "../../_ui/on-this-page.tsx"
import { sectionsOf } from "./sections.ts"

/** The table of contents; beside the rules where there is room for it. */
export function Contents({ groups }: { groups: readonly ShownGroup[] }) {
  return (
    <OnThisPage>
      <li>
        <a href="#try-it" className="link-quiet">
          Try it
        </a>
      </li>
      {groups.map(group => (
        <li key={group.id}>
          <a href={`#${group.id}`} className="link-quiet">
            {group.title} <span className="figures text-faint">{group.rules.length}</span>
          </a>
          <ol className="mt-1 grid gap-1 border-l border-rule pl-3 text-soft">
            {sectionsOf(group)
              .filter(({ id }) => id !== "")
              .map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`} className="link-quiet">
                    {title}
                  </a>
                </li>
              ))}
          </ol>
        </li>
      ))}
    </OnThisPage>
  )
}
