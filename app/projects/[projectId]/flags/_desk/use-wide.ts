"use client"
import { useSyncExternalStore } from "react"

const query = "(min-width: 1200px)"

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query)
  media.addEventListener("change", listener)
  return () => media.removeEventListener("change", listener)
}

/** Whether there is room for the preview beside the list. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => true,
  )
