"use client"
import { type RefObject, useEffect, useRef, useState } from "react"

/** How wide plots are drawn on the server, in pixels; a picture is scaled until its place is measured. */
export const usualWidth = 720

/** The width of an element in whole pixels, and the ref that it needs. */
export function useWidth<E extends Element>(): [RefObject<E | null>, number] {
  const ref = useRef<E>(null)
  const [width, setWidth] = useState(usualWidth)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const watcher = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0)
      if (measured > 0) setWidth(measured)
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  return [ref, width]
}
