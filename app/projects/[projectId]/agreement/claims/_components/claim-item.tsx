import type { AgreementClaimsPage } from "../../../../../../lib/queries/agreement-claims.ts"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { LabelMark } from "../../../export/label-mark.tsx"

interface Props {
  readonly projectId: string
  readonly claim: AgreementClaimsPage["claims"][number]
}

/** A claim with who gave it which label, and its verdict. */
export function ClaimItem({ projectId, claim }: Props) {
  const { unitId, documentId, document, quote, verdict, labels } = claim
  return (
    <li className="grid gap-1.5 py-4">
      <p className="font-text text-lg break-words">
        <TextLink kind="quiet" href={`/projects/${projectId}/documents/${documentId}?unit=${unitId}`}>
          “{quote}”
        </TextLink>
      </p>
      <p className="text-sm text-soft">
        {document} · {verdict ? `the verdict is ${verdict}` : "no verdict yet"}
      </p>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {labels.map(({ person, label, confidence }) => (
          <li key={person + label}>
            {person}: <LabelMark label={label} /> <span className="text-sm text-soft">{confidence} confidence</span>
          </li>
        ))}
      </ul>
    </li>
  )
}
