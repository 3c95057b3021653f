"use client"
import { useState } from "react"
import {
  countedClaims,
  type Standing,
  type StandingCounts,
  standingFilter,
  standingSums,
  standings,
  standingWords,
} from "../../../../../lib/domain/claim-strip.ts"
import type { OverviewPage } from "../../../../../lib/queries/overview.ts"
import { counted, countOf } from "../../../../_ui/counted.ts"
import { DataTable } from "../../../../_ui/data-table.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { listAddress } from "../../_components/list-address.ts"
import { PlotFigure } from "./plot-figure.tsx"
import { StandingLegend } from "./standing-legend.tsx"
import { Strip } from "./strip.tsx"
import { useWidth } from "./use-width.ts"

interface Props {
  readonly projectId: string
  readonly strips: OverviewPage["strips"]
  readonly logHead: string
}

/** Every document as a strip from its beginning to its end, and as counts that lead to their claims. */
export function StripPart({ projectId, strips, logHead }: Props) {
  const [frame, width] = useWidth<HTMLDivElement>()
  const [said, setSaid] = useState<{ readonly id: string; readonly words: string } | null>(null)
  const sums = standingSums(strips.map(({ counts }) => counts))
  return (
    <div ref={frame}>
      <PlotFigure
        logHead={logHead}
        title="Document by document"
        file="documents"
        summary={sentenceOf(sums)}
        note="Each strip is a document from its beginning to its end, in a hundred pieces at most. A piece leads to the claim in it that most needs work; the arrow keys go from piece to piece."
        rows={[
          ["document", "claims", ...standings],
          ...strips.map(({ title, counts }) => [title, countedClaims(counts), ...standings.map(one => counts[one])]),
        ]}
        table={<CountTable projectId={projectId} strips={strips} />}
      >
        <StandingLegend width={width} />
        <ul className="grid gap-5">
          {strips.map(({ documentId, title, counts, segments }) => (
            <li key={documentId}>
              <p className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4">
                <TextLink
                  kind="quiet"
                  href={`/projects/${projectId}/documents/${documentId}`}
                  className="min-w-0 font-text text-lg break-words"
                >
                  {title}
                </TextLink>
                <span className="figures text-sm text-soft" aria-live="polite">
                  {said?.id === documentId ? said.words : vettedWords(counts)}
                </span>
              </p>
              {segments.length > 0 && (
                <Strip
                  name={`strip-${documentId}`}
                  title={title}
                  path={`/projects/${projectId}/documents/${documentId}`}
                  segments={segments}
                  width={width}
                  onSay={words => setSaid(words === null ? null : { id: documentId, words })}
                />
              )}
            </li>
          ))}
        </ul>
      </PlotFigure>
    </div>
  )
}

const vettedOf = (counts: StandingCounts) => counts.documented + counts.disputed + counts.speculative

function vettedWords(counts: StandingCounts): string {
  const all = countedClaims(counts)
  return all === 0 ? "no claims" : `${counted(vettedOf(counts))} of ${countOf(all, "claim")} vetted`
}

function sentenceOf(sums: StandingCounts): string {
  const parts = standings.filter(one => sums[one] > 0).map(one => `${counted(sums[one])} ${standingWords[one]}`)
  return `${countOf(countedClaims(sums), "claim")}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}.`
}

function CountTable({ projectId, strips }: Omit<Props, "logHead">) {
  const claims = (document: string, filter: object) =>
    listAddress(`/projects/${projectId}/claims`, { ...filter, document })
  type Row = Props["strips"][number]
  return (
    <DataTable
      caption="How the claims of each document stand"
      rows={strips}
      rowKey={({ documentId }) => documentId}
      columns={[
        {
          key: "title",
          heading: "Document",
          namesRow: true,
          cell: ({ documentId, title }) => (
            <TextLink kind="quiet" href={`/projects/${projectId}/documents/${documentId}`}>
              {title}
            </TextLink>
          ),
        },
        {
          key: "claims",
          heading: "Claims",
          align: "end",
          cell: ({ documentId, counts }) => <Count href={claims(documentId, {})} count={countedClaims(counts)} />,
        },
        ...standings.map((standing: Standing) => ({
          key: standing,
          heading: standingWords[standing],
          align: "end" as const,
          cell: ({ documentId, counts }: Row) => (
            <Count href={claims(documentId, standingFilter[standing])} count={counts[standing]} />
          ),
        })),
      ]}
    />
  )
}

function Count({ href, count }: { href: string; count: number }) {
  return count === 0 ? "0" : <TextLink href={href}>{counted(count)}</TextLink>
}
