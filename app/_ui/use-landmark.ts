"use client"
import { type RefObject, useEffect, useState } from "react"

/**
 * The dialog or main part that an element stands in. What floats is put there rather than at the end of the
 * body, so that it belongs to a landmark and stays above its dialog. Null until the page is alive.
 */
export function useLandmark(element: RefObject<HTMLElement | null>): HTMLElement | null {
  const [landmark, setLandmark] = useState<HTMLElement | null>(null)
  useEffect(() => setLandmark(element.current?.closest<HTMLElement>("[role=dialog], main") ?? document.body), [element])
  return landmark
}
