"use client"
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual"
import {
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react"
import type { ListedFlag } from "../../../../../lib/queries/flags.ts"
import { drawnPlaces } from "../../matrix/_components/drawn-places.ts"
import { RowGap } from "../../matrix/_components/gap.tsx"
import { DeskRow } from "./desk-row.tsx"

/** What is drawn in the list: the head of a group, or the flag at a place. */
type Item = { readonly head: string } | { readonly index: number }

interface Props {
  readonly projectId: string
  readonly flags: readonly ListedFlag[]
  readonly total: number
  readonly after: string | null
  /** The words over a group. */
  readonly headOf: ((group: string) => ReactNode) | null
  readonly at: number
  readonly chosen: { has(id: string): boolean }
  readonly onAt: (index: number) => void
  /** A row was clicked or touched; `again` when it was at hand already. */
  readonly onTouch: (again: boolean) => void
  readonly onMore: () => void
  readonly onPress: (event: KeyboardEvent) => void
  readonly onChoose: (index: number, to: boolean) => void
  readonly onOpen: (index: number) => void
  /** What stands behind the last row. */
  readonly end: ReactNode
  /** What stands under the row at hand. */
  readonly under: ReactNode
}

const grid = { role: "grid", "aria-multiselectable": true } as const
const head = { role: "row" } as const
/** What rows and heads are assumed to be high, in pixels, until they are drawn. */
const [assumedRow, assumedHead] = [92, 38]

/**
 * The flags as a grid of which only what is in sight is drawn, and the row at hand. One row is in the order of the Tab key;
 * the arrow keys lead to the others. When others change the list, the row at hand stays where it is on the screen.
 */
export function DeskList(props: Props) {
  const { projectId, flags, total, after, headOf, at, chosen, onMore, under } = props
  const scroller = useRef<HTMLDivElement>(null)
  const atHand = useRef(at)
  const items = useMemo(() => {
    const list: Item[] = []
    for (const [index, { group }] of flags.entries()) {
      if (headOf && group !== null && group !== flags[index - 1]?.group) list.push({ head: group })
      list.push({ index })
    }
    return list
  }, [flags, headOf])
  const atItem = items.findIndex(item => "index" in item && item.index === at)
  const view = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: place => ("head" in items[place]! ? assumedHead : assumedRow),
    getItemKey: place => keyOf(items[place], flags),
    overscan: 8,
    initialRect: { width: 800, height: 640 },
    rangeExtractor: useCallback(
      (range: Range) => {
        const seen = defaultRangeExtractor(range)
        if (atItem < 0 || atItem >= range.count || seen.includes(atItem)) return seen
        return [...seen, atItem].sort((a, b) => a - b)
      },
      [atItem],
    ),
  })
  const drawn = view.getVirtualItems()
  const { places, after: room } = drawnPlaces(drawn, 0, view.getTotalSize())
  const last = drawn.findLast(({ index }) => index !== atItem)?.index ?? 0
  useEffect(() => {
    if (after && last >= items.length - 20) onMore()
  }, [after, last, items.length, onMore])
  useStill(scroller, flags, flags[at]?.id)

  const indexOf = (target: EventTarget): number => {
    const id = target instanceof Element ? target.closest<HTMLElement>("[data-flag]")?.dataset["flag"] : undefined
    return id === undefined ? -1 : flags.findIndex(flag => flag.id === id)
  }
  return (
    <div
      ref={scroller}
      className="relative isolate max-h-[max(24rem,calc(100dvh-17rem))] min-h-64 overflow-y-auto overscroll-contain border border-line bg-sheet [overflow-anchor:none]"
    >
      <table
        {...grid}
        aria-label="Flags"
        aria-rowcount={total}
        aria-describedby="desk-keys"
        className="block w-full outline-none"
        onKeyDown={props.onPress}
        onFocus={event => {
          const index = indexOf(event.target)
          if (index >= 0 && index !== at) props.onAt(index)
        }}
        onPointerDown={() => {
          // The focus, and the row at hand with it, moves before the click.
          atHand.current = at
        }}
        onClick={event => {
          const index = indexOf(event.target)
          if (index < 0) return
          if (event.target instanceof HTMLInputElement) {
            props.onChoose(index, event.shiftKey)
            // A box is chosen with the row, which keeps the keys.
            event.target.closest("tr")?.focus({ preventScroll: true })
          } else props.onTouch(index === atHand.current)
          props.onAt(index)
        }}
        onDoubleClick={event => {
          const index = indexOf(event.target)
          if (index >= 0 && !(event.target instanceof HTMLInputElement)) props.onOpen(index)
        }}
      >
        <tbody className="block">
          {places.map(({ index: place, before }) => {
            const item = items[place]!
            const flag = "index" in item ? flags[item.index] : undefined
            return (
              <Fragment key={keyOf(item, flags)}>
                <RowGap size={before} />
                {"head" in item ? (
                  <tr
                    {...head}
                    ref={view.measureElement}
                    data-index={place}
                    className="block border-b border-line bg-wash px-3 py-1.5"
                  >
                    <th scope="colgroup" className="block text-left text-sm font-semibold">
                      {headOf?.(item.head)}
                    </th>
                  </tr>
                ) : (
                  flag && (
                    <>
                      <DeskRow
                        projectId={projectId}
                        flag={flag}
                        index={item.index}
                        item={place}
                        at={item.index === at}
                        chosen={chosen.has(flag.id)}
                        measure={view.measureElement}
                      />
                      {item.index === at && under}
                    </>
                  )
                )}
              </Fragment>
            )
          })}
          <RowGap size={room} />
        </tbody>
      </table>
      {props.end}
    </div>
  )
}

const keyOf = (item: Item | undefined, flags: readonly ListedFlag[]) =>
  item === undefined ? "" : "head" in item ? `head ${item.head}` : (flags[item.index]?.id ?? "")

/** Keeps the row at hand at its height on the screen when rows come or go before it. */
function useStill(
  scroller: React.RefObject<HTMLDivElement | null>,
  flags: readonly ListedFlag[],
  at: string | undefined,
): void {
  const held = useRef<{ readonly id: string; readonly top: number; readonly flags: readonly ListedFlag[] } | null>(null)
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const topOf = (id: string) => {
      const row = box.querySelector<HTMLElement>(`[data-flag="${id}"]`)
      return row ? row.getBoundingClientRect().top - box.getBoundingClientRect().top : null
    }
    const before = held.current
    if (before && before.flags !== flags && before.id === at && before.top > -40 && before.top < box.clientHeight) {
      const now = topOf(before.id)
      if (now !== null && now !== before.top) box.scrollTop += now - before.top
    }
    const note = () => {
      const top = at === undefined ? null : topOf(at)
      held.current = at === undefined || top === null ? null : { id: at, top, flags }
    }
    note()
    box.addEventListener("scroll", note, { passive: true })
    return () => box.removeEventListener("scroll", note)
  })
}
