"use client"
import { useEffect } from "react"

/** Does something once somebody is at work on the page: at the first key or press. What it does has to stay the same. */
export function useFirstTouch(begin: () => void): void {
  useEffect(() => {
    const once = { once: true, passive: true }
    window.addEventListener("keydown", begin, once)
    window.addEventListener("pointerdown", begin, once)
    return () => {
      window.removeEventListener("keydown", begin)
      window.removeEventListener("pointerdown", begin)
    }
  }, [begin])
}
