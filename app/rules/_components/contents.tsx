import type { ShownGroup } from "../../../lib/queries/splitter-rules.ts"
import { sectionsOf } from "./sections.ts"

/** The table of contents; beside the rules where there is room for it. */
export function Contents({ groups }: { groups: readonly ShownGroup[] }) {
  return (
    <nav
      aria-labelledby="contents"
      className="text-sm md:sticky md:top-20 md:max-h-[calc(100dvh-6rem)] md:self-start md:overflow-y-auto"
    >
      <h2 id="contents" className="mb-2 label-caps">
        On this page
      </h2>
      <ol className="grid gap-2.5">
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
      </ol>
    </nav>
  )
}
