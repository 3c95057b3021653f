"use client"
import { useMemo } from "react"
import { type Stance, stances } from "../../../../../lib/domain/citation.ts"
import {
  cellsByClaim,
  claimNumber,
  claimStateWords,
  type MatrixCell,
  type MatrixClaim,
  type MatrixSource,
  witnessWords,
} from "../../../../../lib/domain/evidence-matrix.ts"
import { stanceWords } from "../../../../../lib/domain/stance-words.ts"
import type { MatrixFilter } from "../../../../../lib/schema/matrix-input.ts"
import { type Column, DataTable } from "../../../../_ui/data-table.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { VisuallyHidden } from "../../../../_ui/visually-hidden.tsx"
import { ListPager } from "../../_components/list-pager.tsx"
import { onPage } from "../../_components/on-page.ts"
import type { ShownMatrix } from "./matrix-grid.tsx"
import { claimAddress, sourceAddress } from "./place-address.ts"

interface Row {
  readonly claim: MatrixClaim
  readonly number: string
  readonly witnesses: number
  readonly said: readonly { readonly cell: MatrixCell; readonly source: MatrixSource }[]
}

/** The matrix to be read line by line: 50 claims a page, each with its sources by what they say, and their full lines. */
export function MatrixTable(props: ShownMatrix & { path: string; filter: MatrixFilter }) {
  const { projectId, matrix, known, claims, sources, path, filter } = props
  const cells = useMemo(() => cellsByClaim(matrix), [matrix])
  const { page, rows: places } = onPage(claims, filter.page)
  const rows = places.flatMap((place): Row[] => {
    const [claim, standing] = [matrix.claims[place], known[place]]
    if (!claim || !standing) return []
    const said = sources.flatMap(at => {
      const [cell, source] = [cells[place]?.get(at), matrix.sources[at]]
      return cell && source ? [{ cell, source }] : []
    })
    return [{ claim, number: claimNumber(matrix, claim), witnesses: standing.witnesses, said }]
  })
  const named = new Map(rows.flatMap(({ said }) => said.map(({ source }) => [source.id, source])))
  return (
    <div className="grid gap-8">
      <div>
        <DataTable
          caption="Claims and what sources say about them"
          columns={columnsFor(projectId)}
          rows={rows}
          rowKey={({ claim }) => claim.id}
        />
        <ListPager path={path} noun="claims" total={claims.length} shown={rows.length} filter={{ ...filter, page }} />
      </div>
      {named.size > 0 && (
        <section aria-labelledby="matrix-sources">
          <h2 id="matrix-sources" className="mb-3 text-xl">
            Sources named above
          </h2>
          <ul className="grid gap-1.5 border-t border-rule pt-3">
            {[...named.values()].map(source => (
              <li key={source.id} className="wrap-anywhere">
                <b>{source.short}</b>:{" "}
                <TextLink href={sourceAddress(projectId, source)} kind="quiet" prefetch={false}>
                  {source.line}
                </TextLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

const headings: Readonly<Record<Stance, string>> = {
  supports: "Supported by",
  disputes: "Disputed by",
  mentions: "Only mentioned by",
  repeats: "Merely repeated by",
}

const columnsFor = (projectId: string): readonly Column<Row>[] => [
  {
    key: "claim",
    heading: "Claim",
    namesRow: true,
    cell: ({ claim, number }) => (
      <TextLink
        href={claimAddress(projectId, claim)}
        kind="quiet"
        prefetch={false}
        className="line-clamp-4 text-base wrap-anywhere"
      >
        <span className="figures text-soft">{number}</span> {claim.quote}
      </TextLink>
    ),
  },
  { key: "state", heading: "Verdict", cell: ({ claim }) => claimStateWords(claim) },
  { key: "witnesses", heading: "Independent", cell: ({ witnesses }) => witnessWords(witnesses) },
  ...stances.map(stance => ({
    key: stance,
    heading: headings[stance],
    cell: ({ said }: Row) => <Saying said={said.filter(({ cell }) => cell.stances.includes(stance))} />,
  })),
]

function Saying({ said }: { said: Row["said"] }) {
  if (said.length === 0)
    return (
      <>
        <span aria-hidden="true" className="text-soft">
          –
        </span>
        <VisuallyHidden>nobody</VisuallyHidden>
      </>
    )
  return (
    <ul className="grid min-w-0 gap-0.5">
      {said.map(({ cell, source }) => (
        <li key={source.id}>
          {source.short}
          <span className="text-sm text-soft">{besideWords(cell)}</span>
        </li>
      ))}
    </ul>
  )
}

/** What a list under a stance does not say already: the rating, how many citations, and other stances. */
function besideWords({ stances: taken, credibility, citations }: MatrixCell): string {
  const parts = [
    credibility !== null && `credibility ${credibility}`,
    citations > 1 && `${citations} citations`,
    taken.length > 1 && `in all it ${taken.map(stance => stanceWords[stance]).join(" and ")}`,
  ].filter(Boolean)
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`
}
