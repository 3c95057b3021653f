"use client"
import { useMemo, useState } from "react"
import type { Matrix } from "../../../../../lib/domain/evidence-matrix.ts"
import {
  claimOrders,
  claimsInOrder,
  sourceOrders,
  sourcesInOrder,
  standings,
} from "../../../../../lib/domain/matrix-order.ts"
import type { MatrixFilter } from "../../../../../lib/schema/matrix-input.ts"
import { announce } from "../../../../_ui/announce.ts"
import { EmptyState } from "../../../../_ui/empty-state.tsx"
import { Segmented } from "../../../../_ui/segmented.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { listAddress } from "../../_components/list-address.ts"
import { Legend } from "./legend.tsx"
import { MatrixFiles } from "./matrix-files.tsx"
import { MatrixFilterForm } from "./matrix-filter-form.tsx"
import { MatrixGrid } from "./matrix-grid.tsx"
import { MatrixTable } from "./matrix-table.tsx"
import { choicesOf, claimOrderWords, sourceOrderWords } from "./matrix-words.ts"

interface Props {
  readonly projectId: string
  readonly filter: MatrixFilter
  readonly matrix: Matrix
  readonly elsewhere: number
  /** The head of the project's log, for the files. */
  readonly head: string
}

/** The matrix with what can be chosen of it. Orders are changed here at once, and stand in the address from then on. */
export function MatrixBoard({ projectId, filter: first, matrix, elsewhere, head }: Props) {
  const path = `/projects/${projectId}/matrix`
  const [filter, setFilter] = useState(first)
  const known = useMemo(() => standings(matrix), [matrix])
  const claims = useMemo(() => claimsInOrder(known, filter.claims), [known, filter.claims])
  const sources = useMemo(() => sourcesInOrder(matrix, known, filter.sources), [matrix, known, filter.sources])
  const order = (change: Partial<MatrixFilter>, said: string) => {
    const next = { ...filter, ...change }
    setFilter(next)
    window.history.replaceState(null, "", listAddress(path, next))
    announce(said)
  }
  const otherBearing = filter.bearsOn === "so" ? "said" : "so"
  const shown = { projectId, matrix, known, claims, sources }
  return (
    <div className="grid gap-6">
      <MatrixFilterForm path={path} filter={filter} documents={matrix.documents} />
      {claims.length === 0 ? (
        <EmptyState title="No claim fits" action={<TextLink href={path}>Show all cited claims</TextLink>}>
          Choose other filters to see more.
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-end gap-x-8 gap-y-3 print:hidden">
            <Segmented
              legend="Claims"
              choices={choicesOf(claimOrderWords)}
              value={filter.claims}
              onChange={event => {
                const chosen = claimOrders.find(one => one === event.target.value)
                if (chosen) order({ claims: chosen }, `Claims: ${claimOrderWords[chosen]}.`)
              }}
            />
            <Segmented
              legend="Sources"
              choices={choicesOf(sourceOrderWords)}
              value={filter.sources}
              onChange={event => {
                const chosen = sourceOrders.find(one => one === event.target.value)
                if (chosen) order({ sources: chosen }, `Sources: ${sourceOrderWords[chosen]}.`)
              }}
            />
          </div>
          <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
            <p className="figures">
              {sizeSentence(matrix)} {witnessSentence(known.filter(({ witnesses }) => witnesses === 1).length)}
            </p>
            <TextLink
              href={listAddress(path, { ...filter, page: 1, view: filter.view === "grid" ? "table" : "grid" })}
              className="print:hidden"
            >
              {filter.view === "grid" ? "Read as a table" : "See as a matrix"}
            </TextLink>
          </div>
          {filter.view === "grid" ? (
            <>
              <MatrixGrid {...shown} />
              <Legend />
              <p className="hidden print:block">
                The matrix is too wide for paper. Choose “Read as a table” and print that, or print the SVG file.
              </p>
            </>
          ) : (
            <MatrixTable {...shown} path={path} filter={filter} />
          )}
          <MatrixFiles {...shown} filter={filter} head={head} />
        </>
      )}
      {elsewhere > 0 && (
        <p className="text-soft print:hidden">
          {elsewhere === 1 ? "One more citation bears" : `${elsewhere} more citations bear`} on whether claims{" "}
          {otherBearing === "said" ? "were said by the one they are ascribed to" : "are so"}.{" "}
          <TextLink href={listAddress(path, { ...filter, page: 1, bearsOn: otherBearing })}>
            {elsewhere === 1 ? "Show it" : "Show them"}
          </TextLink>
        </p>
      )}
    </div>
  )
}

const numbers = new Intl.NumberFormat("en-GB")
const counted = (n: number, noun: string) => `${numbers.format(n)} ${noun}${n === 1 ? "" : "s"}`

function sizeSentence({ claims, sources, cells }: Matrix): string {
  const citations = cells.reduce((sum, cell) => sum + cell.citations, 0)
  return `${counted(claims.length, "claim")}, ${counted(sources.length, "source")}, ${counted(citations, "citation")}.`
}

function witnessSentence(n: number): string {
  if (n === 0) return "None rests on one witness."
  return `${counted(n, "claim")} ${n === 1 ? "rests" : "rest"} on one witness.`
}
