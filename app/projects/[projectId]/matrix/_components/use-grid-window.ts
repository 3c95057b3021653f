"use client"
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual"
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from "react"
import { drawnPlaces } from "./drawn-places.ts"
import type { GridPlace } from "./grid-keys.ts"

/** Heights and widths as `grid-row.tsx` and `grid-head.tsx` have them, in rem; the rest is measured at the corner. */
const [rowRem, columnRem] = [2.75, 2.25]
/** What is assumed, in pixels, until the page is measured: on the server, and for the first drawing. */
const assumed = { row: 44, column: 36, left: 352, top: 152 }
const assumedView = { width: 1200, height: 560 }

interface Refs {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly corner: RefObject<HTMLTableCellElement | null>
}

/**
 * Which rows and columns of the grid are drawn: those in sight, some around them, and the ones of the place at hand, so
 * that the focus never falls out of the page.
 */
export function useGridWindow({ scroller, corner }: Refs, size: { rows: number; columns: number }, at: GridPlace) {
  const sizes = useSizes(corner)
  const getScrollElement = () => scroller.current
  const rows = useVirtualizer({
    count: size.rows,
    getScrollElement,
    estimateSize: () => sizes.row,
    paddingStart: sizes.top,
    overscan: 6,
    initialRect: assumedView,
    rangeExtractor: useWith(at.row - 1),
  })
  const columns = useVirtualizer({
    horizontal: true,
    count: size.columns,
    getScrollElement,
    estimateSize: () => sizes.column,
    paddingStart: sizes.left,
    overscan: 6,
    initialRect: assumedView,
    rangeExtractor: useWith(at.column - 1),
  })
  useLayoutEffect(() => {
    void sizes
    rows.measure()
    columns.measure()
  }, [sizes, rows, columns])
  const [rowItems, height] = [rows.getVirtualItems(), rows.getTotalSize()]
  const [columnItems, width] = [columns.getVirtualItems(), columns.getTotalSize()]
  return {
    rows: useMemo(() => drawnPlaces(rowItems, sizes.top, height), [rowItems, sizes.top, height]),
    columns: useMemo(() => drawnPlaces(columnItems, sizes.left, width), [columnItems, sizes.left, width]),
    /** How many rows are wholly in sight. */
    page: Math.max(1, Math.floor(((rows.scrollRect?.height ?? assumedView.height) - sizes.top) / sizes.row)),
  }
}

/** What is in sight, and `index` beside it. */
const useWith = (index: number) =>
  useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range)
      if (index < 0 || index >= range.count || seen.includes(index)) return seen
      return [...seen, index].sort((a, b) => a - b)
    },
    [index],
  )

/** Sizes in pixels as they are on this page; they follow its letters and its width. */
function useSizes(corner: RefObject<HTMLTableCellElement | null>) {
  const [sizes, setSizes] = useState(assumed)
  useEffect(() => {
    const element = corner.current
    if (!element) return
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const now = { row: rowRem * rem, column: columnRem * rem, left: element.offsetWidth, top: element.offsetHeight }
      setSizes(was => (JSON.stringify(was) === JSON.stringify(now) ? was : now))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [corner])
  return sizes
}
