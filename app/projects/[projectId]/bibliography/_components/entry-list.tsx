import type { TextRun } from "../../../../../lib/domain/text-run.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { SetText } from "../../_sources/set-text.tsx"

interface Props {
  readonly id: string
  readonly title: string
  readonly projectId: string
  readonly entries: readonly { readonly sourceId: string; readonly runs: readonly TextRun[] }[]
}

/** Entries of a bibliography with hanging lines, each leading to its source. Nothing when there are none. */
export function EntryList({ id, title, projectId, entries }: Props) {
  if (entries.length === 0) return null
  return (
    <section aria-labelledby={id} className="mb-8">
      <h2 id={id} className="mb-3 text-xl">
        {title}
      </h2>
      <ul className="grid gap-2">
        {entries.map(({ sourceId, runs }) => (
          <li key={sourceId} className="pl-8 -indent-8">
            <TextLink kind="quiet" href={`/projects/${projectId}/sources/${sourceId}`} className="wrap-anywhere">
              <SetText runs={runs} />
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
