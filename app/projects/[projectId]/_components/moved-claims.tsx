import type { MovedClaim } from "../../../../lib/queries/moved-claims.ts"
import { TextLink } from "../../../_ui/text-link.tsx"

interface Props {
  readonly projectId: string
  readonly claims: readonly MovedClaim[]
  /** How many there are of them; as many may not be listed. */
  readonly count: number
}

/** The first of some claims, each with the way to it in the reading room. */
export function MovedClaims({ projectId, claims, count }: Props) {
  return (
    <ul className="mt-1 grid gap-1 border-l-2 border-rule pl-3 text-sm">
      {claims.map(({ unitId, documentId, document, quote }) => (
        <li key={unitId} className="wrap-anywhere">
          <TextLink kind="quiet" href={`/projects/${projectId}/documents/${documentId}?unit=${unitId}`}>
            {quote}
          </TextLink>{" "}
          <span className="text-soft">· {document}</span>
        </li>
      ))}
      {count > claims.length && <li className="text-soft">and {count - claims.length} more</li>}
    </ul>
  )
}
