"use client"
import { Fragment, memo } from "react"
import {
  cellSentence,
  claimNumber,
  claimStateWords,
  type Matrix,
  type MatrixCell,
  type MatrixClaim,
} from "../../../../../lib/domain/evidence-matrix.ts"
import { CellSigns } from "./cell-signs.tsx"
import { ClaimSign } from "./claim-sign.tsx"
import type { DrawnPlaces } from "./drawn-places.ts"
import { ColumnGap } from "./gap.tsx"
import { OneWitness } from "./legend.tsx"

interface Props {
  /** Its place in the grid, from 1. */
  readonly row: number
  readonly matrix: Matrix
  readonly claim: MatrixClaim
  readonly oneWitness: boolean
  readonly cells: ReadonlyMap<number, MatrixCell> | undefined
  readonly sources: readonly number[]
  readonly columns: DrawnPlaces
  /** The column at hand, when this row is. */
  readonly at: number | null
}

/** A claim with what each source in sight says about it; its words stick to the side. */
export const GridRow = memo(function GridRow({ row, matrix, claim, oneWitness, cells, sources, columns, at }: Props) {
  const number = claimNumber(matrix, claim)
  const ground = at === null ? "bg-paper" : "bg-wash"
  return (
    <tr aria-rowindex={row + 1} className={`flex h-11 w-max ${ground}`}>
      <th
        scope="row"
        aria-colindex={1}
        aria-label={`Claim ${number}, ${claimStateWords(claim)}${oneWitness ? ", one witness" : ""}: ${claim.quote}`}
        data-at={`${row} 0`}
        tabIndex={at === 0 ? 0 : -1}
        className={`sticky left-0 z-10 flex h-11 w-[22rem] shrink-0 text-left font-normal items-center gap-2 border-r border-b border-r-line border-b-rule px-2 max-sm:w-[9.5rem] max-sm:gap-1 max-sm:px-1 focus-visible:-outline-offset-2 ${ground}`}
      >
        <span className="figures w-9 shrink-0 text-right text-xs text-soft max-sm:hidden">{number}</span>
        <ClaimSign claim={claim} />
        <span className="line-clamp-2 min-w-0 flex-1 font-text text-sm leading-tight max-sm:text-xs">
          {claim.quote}
        </span>
        {oneWitness && <OneWitness />}
      </th>
      {columns.places.map(({ index, before }) => {
        const place = sources[index] ?? -1
        const source = matrix.sources[place]
        const cell = cells?.get(place)
        return (
          <Fragment key={index}>
            <ColumnGap size={before} />
            <td
              aria-colindex={index + 2}
              aria-label={source && cellSentence(number, source, cell)}
              data-at={`${row} ${index + 1}`}
              tabIndex={at === index + 1 ? 0 : -1}
              className="relative flex h-11 w-9 shrink-0 items-center justify-center border-r border-b border-rule focus-visible:-outline-offset-2"
            >
              {cell && <CellSigns cell={cell} />}
            </td>
          </Fragment>
        )
      })}
      <ColumnGap size={columns.after} />
    </tr>
  )
})
