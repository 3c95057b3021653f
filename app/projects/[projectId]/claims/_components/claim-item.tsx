import { claimStateWords } from "../../../../../lib/domain/evidence-matrix.ts"
import type { ListedClaim } from "../../../../../lib/queries/claims.ts"
import { countOf } from "../../../../_ui/counted.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { Time } from "../../../../_ui/time.tsx"
import { ClaimSign } from "../../matrix/_components/claim-sign.tsx"

/** One claim with where it stands, what it lacks, and the way to its passage. */
export function ClaimItem({ projectId, claim }: { projectId: string; claim: ListedClaim }) {
  const { id, documentId, document, n, quote, labels, lastAt, why } = claim
  return (
    <li className="grid gap-1 border-b border-rule py-3.5">
      <p className="font-text text-lg break-words">
        <TextLink kind="quiet" href={`/projects/${projectId}/documents/${documentId}?unit=${id}`}>
          {quote}
        </TextLink>
      </p>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm text-soft">
        <span className="flex items-baseline gap-1.5 text-ink">
          <ClaimSign claim={claim} />
          {claimStateWords(claim)}
        </span>
        <span>{labels === 0 ? "no labels" : countOf(labels, "label")}</span>
        {lastAt && <Time at={lastAt} />}
        <span className="break-words">
          claim {n} of {document}
        </span>
      </p>
      {why.length > 0 && <p className="max-w-[44rem] text-sm break-words">{why.join(" ")}</p>}
    </li>
  )
}
