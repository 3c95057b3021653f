"use client"
import { Fragment, memo, type RefObject } from "react"
import type { Matrix } from "../../../../../lib/domain/evidence-matrix.ts"
import type { DrawnPlaces } from "./drawn-places.ts"
import { ColumnGap } from "./gap.tsx"

interface Props {
  readonly corner: RefObject<HTMLTableCellElement | null>
  readonly matrix: Matrix
  readonly sources: readonly number[]
  readonly columns: DrawnPlaces
  /** The column at hand when the head is; and the one at hand in whatever row. */
  readonly at: number | null
  readonly marked: number
}

/** The row of the sources' short names, turned; it sticks to the top. */
export const GridHead = memo(function GridHead({ corner, matrix, sources, columns, at, marked }: Props) {
  return (
    <thead className="sticky top-0 z-20 block w-max bg-paper">
      <tr aria-rowindex={1} className="flex">
        <th
          ref={corner}
          scope="col"
          aria-colindex={1}
          data-at="0 0"
          tabIndex={at === 0 ? 0 : -1}
          className="sticky left-0 z-10 flex h-[9.5rem] font-normal w-[22rem] shrink-0 items-end border-r border-b border-line bg-paper px-2 pb-2 max-sm:w-[9.5rem] focus-visible:-outline-offset-2"
        >
          <span className="label-caps">Claim</span>
        </th>
        {columns.places.map(({ index, before }) => {
          const source = matrix.sources[sources[index] ?? -1]
          return (
            <Fragment key={index}>
              <ColumnGap size={before} />
              <th
                scope="col"
                aria-colindex={index + 2}
                aria-label={source?.line}
                data-at={`0 ${index + 1}`}
                tabIndex={at === index + 1 ? 0 : -1}
                className={`flex h-[9.5rem] w-9 shrink-0 items-end justify-center border-r border-b border-r-rule border-b-line p-0 py-2 text-sm focus-visible:-outline-offset-2 ${marked === index + 1 ? "bg-wash font-semibold" : "font-normal"}`}
              >
                <span className="max-h-full rotate-180 truncate leading-tight [writing-mode:vertical-rl]">
                  {source?.short}
                </span>
              </th>
            </Fragment>
          )
        })}
        <ColumnGap size={columns.after} />
      </tr>
    </thead>
  )
})
