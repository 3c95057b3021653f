"use client"
import { liveRegionId } from "./live-region.tsx"

let pending: ReturnType<typeof setTimeout> | undefined

/**
 * Says a sentence to people who use a screen reader, when they are next idle. Of several in quick
 * succession the last one is said. The same sentence twice is said twice.
 */
export function announce(sentence: string): void {
  const region = document.getElementById(liveRegionId)
  if (!region) return
  clearTimeout(pending)
  region.textContent = ""
  pending = setTimeout(() => {
    region.textContent = sentence
  }, 60)
}
