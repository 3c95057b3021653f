import { passagePath } from "../../../../../lib/domain/passage-path.ts"
import type { WorkPage } from "../../../../../lib/queries/workload.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { Time } from "../../../../_ui/time.tsx"

interface Props {
  readonly projectId: string
  readonly questions: WorkPage["questions"]
}

/** What editors ask the reader about claims that they labelled; each leads to the claim and its discussion. */
export function QuestionList({ projectId, questions }: Props) {
  return (
    <ul className="border-t border-rule">
      {questions.map(({ threadId, document, asker, text, at, ...place }) => (
        <li key={threadId} className="grid gap-1 border-b border-rule py-4">
          <p className="font-text text-lg break-words">
            <TextLink
              kind="quiet"
              href={`/projects/${projectId}${passagePath({ ...place, start: null })}${place.behind === null ? `#thread-${threadId}` : ""}`}
            >
              {text}
            </TextLink>
          </p>
          <p className="text-sm break-words text-soft">
            {asker} asks, <Time at={at} precision="minute" />, in {document}. Answer in the discussion, or label the
            claim anew.
          </p>
        </li>
      ))}
    </ul>
  )
}
