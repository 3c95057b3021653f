import type { ToldMove } from "../../../../lib/queries/moved-claims.ts"
import { TextLink } from "../../../_ui/text-link.tsx"

/** Which verdicts would be others, each kind with the first of its claims. */
export function ToldMoves({ projectId, moves }: { projectId: string; moves: readonly ToldMove[] }) {
  return (
    <ul className="grid gap-3">
      {moves.map(({ sentence, claims, count }) => (
        <li key={sentence}>
          <p>{sentence}</p>
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
        </li>
      ))}
    </ul>
  )
}
