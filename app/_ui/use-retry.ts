"use client"
import { useEffect, useLayoutEffect, useRef } from "react"

/** Seconds after which something is tried again, while the browser doesn't know that the network is back. */
const patience = [3, 6, 12, 30]

/** Tries again while it is `wanted`: when the network comes back, and every now and then. */
export function useRetry(wanted: boolean, again: () => Promise<unknown>): void {
  const latest = useRef(again)
  useLayoutEffect(() => {
    latest.current = again
  })
  useEffect(() => {
    if (!wanted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    let tried = 0
    const later = () => {
      if (stopped) return
      const seconds = patience[Math.min(tried++, patience.length - 1)] ?? 0
      timer = setTimeout(() => void latest.current().finally(later), seconds * 1000)
    }
    const back = () => void latest.current()
    addEventListener("online", back)
    later()
    return () => {
      stopped = true
      clearTimeout(timer)
      removeEventListener("online", back)
    }
  }, [wanted])
}
