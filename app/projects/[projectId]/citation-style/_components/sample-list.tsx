import type { CitationStylePage } from "../../../../../lib/queries/citation-style.ts"
import { SetText } from "../../_sources/set-text.tsx"

/** Sources as a style sets them: the entry in a bibliography, and the note. */
export function SampleList({ sample }: Pick<CitationStylePage, "sample">) {
  if (sample.length === 0) return <p className="text-soft">There is no source yet to show it with.</p>
  return (
    <ul className="grid gap-4 border-l-2 border-rule pl-4">
      {sample.map(({ id, entry, note }) => (
        <li key={id} className="grid gap-1">
          <SetText runs={entry} />
          <span className="text-sm text-soft">
            In a note: <SetText runs={note} />
          </span>
        </li>
      ))}
    </ul>
  )
}
