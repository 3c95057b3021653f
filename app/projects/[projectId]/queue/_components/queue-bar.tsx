"use client"
import { useRouter } from "next/navigation"
import { queueOrderWords } from "../../../../../lib/domain/queue-order.ts"
import type { QueueProgress } from "../../../../../lib/domain/queue-progress.ts"
import type { QueuePage } from "../../../../../lib/queries/queue.ts"
import { ProportionBar } from "../../../../_ui/proportion-bar.tsx"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { listAddress } from "../../_components/list-address.ts"
import { ChangeOrder } from "./change-order.tsx"

interface Props {
  readonly projectId: string
  readonly page: QueuePage
  readonly progress: QueueProgress
}

/** Out of what the queue gives claims, in which order, and how far one is. */
export function QueueBar({ projectId, page, progress }: Props) {
  const router = useRouter()
  const { documents, order, offers, filter, questions } = page
  const path = `/projects/${projectId}/queue`
  const at = (document: string | undefined, skipped: boolean) =>
    listAddress(path, { document, skipped: skipped ? "1" : undefined })
  const { claims, mine, skipped, assigned, assignedDone, project } = progress
  return (
    <section
      aria-label="About the queue"
      className="flex flex-wrap items-end gap-x-8 gap-y-3 border-b border-rule px-4.5 py-3 sm:px-6"
    >
      <div className="w-56 max-sm:w-full">
        <SelectField
          label="Claims of"
          value={filter.documentId ?? ""}
          placeholder="the whole project"
          options={documents.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={event => router.push(at(event.target.value || undefined, filter.skipped))}
        />
      </div>
      <Bar words={`You labelled ${mine} of ${claims}`} count={mine} total={claims} />
      {assigned > 0 && (
        <Bar words={`Assigned to you: ${assignedDone} of ${assigned} done`} count={assignedDone} total={assigned} />
      )}
      {project ? (
        <Bar words={`All together: ${project.vetted} of ${claims} vetted`} count={project.vetted} total={claims} />
      ) : (
        <p className="max-w-64 text-sm text-soft">What others did is not told here: it is reviewed blind.</p>
      )}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
        {questions > 0 && (
          <TextLink href={`/projects/${projectId}/work`}>
            {questions === 1 ? "A question waits for you" : `${questions} questions wait for you`}
          </TextLink>
        )}
        <span>{queueOrderWords[order]}.</span>
        {offers["project.edit"] && <ChangeOrder projectId={projectId} order={order} />}
        {filter.skipped ? (
          <TextLink href={at(filter.documentId ?? undefined, false)}>Leave the skipped ones</TextLink>
        ) : (
          skipped > 0 && <TextLink href={at(filter.documentId ?? undefined, true)}>You skipped {skipped}</TextLink>
        )}
      </p>
    </section>
  )
}

function Bar({ words, count, total }: { words: string; count: number; total: number }) {
  return (
    <div className="figures grid w-48 gap-1.5 text-sm max-sm:w-full">
      <span>{words}</span>
      <span aria-hidden="true">
        <ProportionBar label={words} total={total} parts={[{ tone: "documented", count }]} />
      </span>
    </div>
  )
}
