import { skipReasonWords } from "../../../../../lib/domain/skip.ts"
import type { WorkPage } from "../../../../../lib/queries/workload.ts"
import { EmptyState } from "../../../../_ui/empty-state.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"

interface Props {
  readonly projectId: string
  readonly claims: WorkPage["skipped"]["claims"]
}

/** The claims that people skipped, with why: it tells where the text is hard. */
export function SkippedList({ projectId, claims }: Props) {
  if (claims.length === 0)
    return (
      <EmptyState title="Nobody skipped a claim">
        When somebody skips a claim in the queue, the reason is shown here. It tells where the text is hard.
      </EmptyState>
    )
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {claims.map(({ unitId, documentId, document, quote, skips }) => (
        <li key={unitId} className="grid gap-1.5 py-4">
          <p className="font-text text-lg break-words">
            <TextLink kind="quiet" href={`/projects/${projectId}/documents/${documentId}?unit=${unitId}`}>
              “{quote}”
            </TextLink>
          </p>
          <p className="text-sm text-soft">{document}</p>
          <ul className="grid gap-0.5">
            {skips.map(({ name, reason, note }) => (
              <li key={name + reason + note} className="break-words">
                <b className="font-semibold">{name}</b>: {skipReasonWords[reason]}
                {note && <>. “{note}”</>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
