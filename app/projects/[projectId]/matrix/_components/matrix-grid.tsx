"use client"
import { useRouter } from "next/navigation"
import { Fragment, type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react"
import { cellsByClaim, type Matrix } from "../../../../../lib/domain/evidence-matrix.ts"
import type { Standing } from "../../../../../lib/domain/matrix-order.ts"
import { CellDetail } from "./cell-detail.tsx"
import { RowGap } from "./gap.tsx"
import { GridHead } from "./grid-head.tsx"
import { type GridPlace, gridMove } from "./grid-keys.ts"
import { GridRow } from "./grid-row.tsx"
import { claimAddress, sourceAddress } from "./place-address.ts"
import { useGridWindow } from "./use-grid-window.ts"

export interface ShownMatrix {
  readonly projectId: string
  readonly matrix: Matrix
  readonly known: readonly Standing[]
  /** Places in the matrix in the order shown. */
  readonly claims: readonly number[]
  readonly sources: readonly number[]
}

/** A table whose cells the arrow keys reach, as the ARIA practices for grids have it. */
const grid = { role: "grid", "aria-readonly": true } as const

/**
 * The matrix as a grid of which only what is in sight is drawn. One place of it is in the order of the Tab key; from there
 * the arrow keys lead to every other. Place 0 of each axis is the head.
 */
export function MatrixGrid({ projectId, matrix, known, claims, sources }: ShownMatrix) {
  const router = useRouter()
  const scroller = useRef<HTMLDivElement>(null)
  const corner = useRef<HTMLTableCellElement>(null)
  const [at, setAt] = useState<GridPlace>({ row: 1, column: 0 })
  const [pointed, setPointed] = useState<GridPlace | null>(null)
  const moved = useRef(false)
  const cells = useMemo(() => cellsByClaim(matrix), [matrix])
  const view = useGridWindow({ scroller, corner }, { rows: claims.length, columns: sources.length }, at)

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    const element = scroller.current?.querySelector<HTMLElement>(`[data-at="${at.row} ${at.column}"]`)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }, [at])

  const thingAt = ({ row, column }: GridPlace) => ({
    claim: matrix.claims[claims[row - 1] ?? -1],
    source: matrix.sources[sources[column - 1] ?? -1],
  })
  const open = (place: GridPlace) => {
    const { claim, source } = thingAt(place)
    if (claim) router.push(claimAddress(projectId, claim))
    else if (source) router.push(sourceAddress(projectId, source))
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter") return open(at)
    const next = gridMove(event, at, { last: { row: claims.length, column: sources.length }, page: view.page })
    if (!next) return
    event.preventDefault()
    moved.current = true
    setPointed(null)
    setAt(next)
  }

  return (
    <div className="min-w-0 print:hidden">
      <div
        ref={scroller}
        className="relative isolate max-h-[min(70dvh,46rem)] scroll-pt-[9.5rem] scroll-pl-[22rem] overflow-auto overscroll-contain border-y border-line max-sm:scroll-pl-[9.5rem]"
      >
        <table
          {...grid}
          tabIndex={-1}
          aria-label="Claims by sources"
          aria-describedby="matrix-keys"
          aria-rowcount={claims.length + 1}
          aria-colcount={sources.length + 1}
          className="block w-max min-w-full outline-none"
          onKeyDown={press}
          onFocus={event => {
            const place = placeOf(event.target)
            if (place && (place.row !== at.row || place.column !== at.column)) setAt(place)
          }}
          onDoubleClick={event => {
            const place = placeOf(event.target)
            if (place) open(place)
          }}
          onPointerOver={event => setPointed(event.pointerType === "mouse" ? placeOf(event.target) : null)}
          onPointerLeave={() => setPointed(null)}
        >
          <GridHead
            corner={corner}
            matrix={matrix}
            sources={sources}
            columns={view.columns}
            at={at.row === 0 ? at.column : null}
            marked={at.column}
          />
          <tbody className="block">
            {view.rows.places.map(({ index, before }) => {
              const place = claims[index] ?? -1
              const claim = matrix.claims[place]
              const standing = known[place]
              if (!claim || !standing) return null
              return (
                <Fragment key={index}>
                  <RowGap size={before} />
                  <GridRow
                    row={index + 1}
                    matrix={matrix}
                    claim={claim}
                    oneWitness={standing.witnesses === 1}
                    cells={cells[place]}
                    sources={sources}
                    columns={view.columns}
                    at={at.row === index + 1 ? at.column : null}
                  />
                </Fragment>
              )
            })}
            <RowGap size={view.rows.after} />
          </tbody>
        </table>
      </div>
      <CellDetail projectId={projectId} matrix={matrix} known={known} cells={cells} {...placesOf(pointed ?? at)} />
      <p id="matrix-keys" className="text-sm text-soft">
        Arrow keys, Home, End and Page keys lead through the cells; Enter opens the claim, on a source’s name the
        source.
      </p>
    </div>
  )

  function placesOf({ row, column }: GridPlace) {
    return { claimAt: claims[row - 1] ?? null, sourceAt: sources[column - 1] ?? null }
  }
}

/** The place that an element of the grid stands at. */
function placeOf(target: EventTarget): GridPlace | null {
  const found = target instanceof Element ? target.closest<HTMLElement>("[data-at]")?.dataset["at"] : undefined
  const [row, column] = (found ?? "").split(" ").map(Number)
  return found === undefined || row === undefined || column === undefined ? null : { row, column }
}
