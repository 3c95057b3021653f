"use client"
import { useCallback, useState } from "react"

/**
 * Whether something was typed in the dialog that is open, of several that take turns. What a dialog says late, after it
 * was closed, is not taken for the one after it.
 */
export function useTypedIn<D extends object>(dialog: D | null): readonly [boolean, (typed: boolean) => void] {
  const [typedIn, setTypedIn] = useState<D | null>(null)
  const onTyped = useCallback(
    (typed: boolean) => setTypedIn(now => (typed ? dialog : now === dialog ? null : now)),
    [dialog],
  )
  return [dialog !== null && typedIn === dialog, onTyped]
}
