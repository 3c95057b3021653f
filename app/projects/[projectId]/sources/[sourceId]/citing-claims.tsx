import type { LocatorLabel } from "../../../../../lib/domain/citation.ts"
import { locatorLine } from "../../../../../lib/domain/citation-line.ts"
import type { CitingClaim } from "../../../../../lib/queries/source.ts"
import { EmptyState } from "../../../../_ui/empty-state.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { ListPager } from "../../_components/list-pager.tsx"
import { onPage } from "../../_components/on-page.ts"

interface Props {
  readonly projectId: string
  readonly path: string
  readonly claims: readonly CitingClaim[]
  readonly page: number
}

/** The claims that cite a source: how it bears on each, where in it, and who said so. */
export function CitingClaims({ projectId, path, claims, page }: Props) {
  const shown = onPage(claims, page)
  return (
    <section aria-labelledby="cited-by">
      <h2 id="cited-by" className="figures mb-3 text-xl">
        {claims.length === 1 ? "1 citation" : `${claims.length} citations`}
      </h2>
      {claims.length === 0 ? (
        <EmptyState title="No claim cites this source">
          Open a claim in a document and choose Cite to use it as evidence.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {shown.rows.map(claim => (
            <li key={claim.citationId} className="grid gap-1.5 py-4">
              <TextLink
                href={`/projects/${projectId}/documents/${claim.documentId}?unit=${claim.unitId}`}
                kind="quiet"
                className="max-w-[42rem] font-text text-lg"
              >
                {claim.quote.trim()}
              </TextLink>
              <p className="flex flex-wrap gap-x-4 text-sm text-soft">
                <b>{claim.stance}</b>
                {claim.locator !== "" && <span>{locatorLine(claim.locatorLabel as LocatorLabel, claim.locator)}</span>}
                <span>cited by {claim.author}</span>
                <span>{claim.document}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {shown.rows.length < claims.length && (
        <ListPager
          path={path}
          noun="citations"
          total={claims.length}
          shown={shown.rows.length}
          filter={{ page: shown.page }}
        />
      )}
    </section>
  )
}
