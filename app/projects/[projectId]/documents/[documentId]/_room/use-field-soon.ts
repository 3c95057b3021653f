"use client"
import { useCallback, useEffect, useLayoutEffect, useState } from "react"
import { isForPage } from "./keys.ts"
import type { RoomState } from "./use-room.ts"

/**
 * A field to write in was asked for, and comes when what it belongs to has been read. What is typed meanwhile is meant for
 * it, so no key does anything else until it has the focus, it turns out that there is none, one goes elsewhere or presses
 * Escape.
 */
export function useFieldSoon({ choice }: RoomState): {
  readonly expectField: () => void
  readonly noField: () => void
} {
  const [soon, setSoon] = useState(false)
  useLayoutEffect(() => {
    if (!soon) return
    const pressed = (event: KeyboardEvent) => {
      if (event.key === "Escape") setSoon(false)
      if (event.key === "Escape" || event.key === "Tab" || !isForPage(event)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const came = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.matches("textarea, [contenteditable=true]")) setSoon(false)
    }
    window.addEventListener("keydown", pressed, { capture: true })
    window.addEventListener("focusin", came)
    return () => {
      window.removeEventListener("keydown", pressed, { capture: true })
      window.removeEventListener("focusin", came)
    }
  }, [soon])
  // Going elsewhere ends it.
  useEffect(() => {
    void choice
    setSoon(false)
  }, [choice])
  const expectField = useCallback(() => setSoon(true), [])
  const noField = useCallback(() => setSoon(false), [])
  return { expectField, noField }
}
