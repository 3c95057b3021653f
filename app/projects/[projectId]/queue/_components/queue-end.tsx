import type { QueueProgress } from "../../../../../lib/domain/queue-progress.ts"
import type { QueuePage } from "../../../../../lib/queries/queue.ts"
import { ButtonLink } from "../../../../_ui/button-link.tsx"
import { EmptyState } from "../../../../_ui/empty-state.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { listAddress } from "../../_components/list-address.ts"

interface Props {
  readonly projectId: string
  readonly page: QueuePage
  readonly progress: QueueProgress
}

/** Why the queue has no claim for somebody now, and what they can do. */
export function QueueEnd({ projectId, page, progress }: Props) {
  const { filter, contested } = page
  const { claims, mine, skipped, project } = progress
  const path = `/projects/${projectId}`
  const document = filter.documentId ?? undefined
  const all = filter.documentId !== null && <ButtonLink href={`${path}/queue`}>Look in the whole project</ButtonLink>
  if (claims === 0)
    return (
      <EmptyState title="No claims yet" action={all || <ButtonLink href={path}>Go to the documents</ButtonLink>}>
        When a text with claims is added, the queue gives them out one by one.
      </EmptyState>
    )
  if (filter.skipped)
    return (
      <EmptyState
        title="Nothing skipped is left"
        action={
          <ButtonLink kind="primary" href={listAddress(`${path}/queue`, { document })}>
            Back to the queue
          </ButtonLink>
        }
      >
        You labelled what you had skipped, or put it back into the queue.
      </EmptyState>
    )
  const rest = claims - mine - skipped
  return (
    <EmptyState
      title="Nothing left for you now"
      action={
        <>
          {skipped > 0 && (
            <ButtonLink kind="primary" href={listAddress(`${path}/queue`, { document, skipped: "1" })}>
              Go through what you skipped
            </ButtonLink>
          )}
          {all}
        </>
      }
    >
      <p>
        Of {claims} {claims === 1 ? "claim" : "claims"} you labelled {mine} and skipped {skipped}.
        {rest > 0 && " The others have as many people as the policy wants, or somebody is at work on them."}
      </p>
      {project && (
        <p className="mt-2">
          {project.vetted} of {claims} {project.vetted === 1 ? "is" : "are"} vetted, {project.contested} contested.
          {project.full > 0 &&
            ` ${project.full} ${project.full === 1 ? "has" : "have"} enough people and no verdict yet: look there for reasons or sources that are missing.`}
        </p>
      )}
      {contested.length > 0 && (
        <>
          <p className="mt-4">Contested claims wait for an editor’s decision:</p>
          <ul className="mt-1 grid gap-1.5 text-left">
            {contested.map(({ unitId, quote }) => (
              <li key={unitId} className="font-text break-words">
                <TextLink href={`${path}/contested/${unitId}`}>“{quote}”</TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </EmptyState>
  )
}
