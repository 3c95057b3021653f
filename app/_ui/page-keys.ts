"use client"
import { useLayoutEffect, useRef } from "react"

/**
 * Hears every key that is pressed on the page, with what was drawn last. What can be seen answers to its keys: they are
 * listened to as soon as it is there, before the browser paints it, since a fast hand would lose a key that comes later.
 */
export function usePageKeys(pressed: (event: KeyboardEvent) => void): void {
  const latest = useRef(pressed)
  useLayoutEffect(() => {
    latest.current = pressed
  })
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => latest.current(event)
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  }, [])
}
