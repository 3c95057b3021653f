import type { ReopenedClaim } from "../../../../../lib/queries/reopened.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { Time } from "../../../../_ui/time.tsx"
import { LabelMark } from "../../export/label-mark.tsx"

/** A claim whose verdict fell: its words, what it was, and what brought it down. */
export function ReopenedItem({ projectId, claim }: { projectId: string; claim: ReopenedClaim }) {
  const { unitId, documentId, document, quote, label, actor, sentence, at } = claim
  return (
    <li className="grid gap-1.5 border-b border-rule py-5">
      <blockquote className="font-text text-lg break-words">
        <TextLink kind="quiet" href={`/projects/${projectId}/documents/${documentId}?unit=${unitId}`}>
          “{quote.trim()}”
        </TextLink>
      </blockquote>
      <p>
        <span className="text-soft">It was</span> <LabelMark label={label} />
      </p>
      <p className="wrap-anywhere">
        <b>{actor}</b> {sentence}
      </p>
      <p className="text-sm break-words text-soft">
        <Time at={at} precision="minute" />, in {document}
      </p>
    </li>
  )
}
