"use client"
import { type RefObject, useCallback, useEffect, useRef, useState } from "react"
import type { ListedFlag } from "../../../../../lib/queries/flags.ts"

interface Place {
  readonly index: number
  /** Undefined at the beginning of a list that was just asked for. */
  readonly id: string | undefined
}

/**
 * Which row of the list is at hand: the flag that one went to, wherever others move it, and when it is gone the one that
 * took its place.
 */
export function useAt(flags: readonly ListedFlag[], board: RefObject<HTMLElement | null>) {
  const [place, setPlace] = useState<Place>({ index: 0, id: flags[0]?.id })
  const known = place.id === undefined ? -1 : flags.findIndex(({ id }) => id === place.id)
  const at = Math.max(0, known >= 0 ? known : Math.min(place.index, flags.length - 1))
  const moved = useRef(false)
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    const row = board.current?.querySelector<HTMLElement>(`[data-flag="${place.id}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: "nearest" })
  }, [place, board])
  return {
    at,
    /** Says where the focus is already. */
    note: useCallback((index: number) => setPlace({ index, id: flags[index]?.id }), [flags]),
    /** Leads to a row and takes the focus there. */
    goTo: useCallback(
      (index: number) => {
        const next = Math.max(0, Math.min(index, flags.length - 1))
        moved.current = true
        setPlace({ index: next, id: flags[next]?.id })
      },
      [flags],
    ),
    begin: useCallback(() => setPlace({ index: 0, id: undefined }), []),
  }
}

/** When what opened a dialog is gone after it, the keys go on from the row at hand. */
export function useBack(open: boolean, board: RefObject<HTMLElement | null>): void {
  const was = useRef(open)
  useEffect(() => {
    const closed = was.current && !open
    was.current = open
    if (!closed) return
    // The dialog gives the focus back once it has faded out.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body)
        board.current?.querySelector<HTMLElement>("tr[tabindex='0']")?.focus({ preventScroll: true })
    }, 300)
    return () => clearTimeout(timer)
  }, [open, board])
}
