"use client"
import { useEffect, useSyncExternalStore } from "react"
import type { Room } from "../../../../../../lib/queries/reading-room.ts"
import { ProportionBar } from "../../../../../_ui/proportion-bar.tsx"
import { type ClaimCounts, claimCounts } from "./claim-counts.ts"

// The header stands outside of the room, whose changes it shows.
let told: ClaimCounts | null = null
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Lets the header show how far the work is now. */
export function useTellProgress(documentId: string, units: Room["units"]): void {
  useEffect(() => {
    told = claimCounts(documentId, units)
    for (const listener of listeners) listener()
  }, [documentId, units])
}

/** How many claims are vetted, in words and as a bar, at the top of the page. */
export function Progress({ start }: { start: ClaimCounts }) {
  const latest = useSyncExternalStore(
    subscribe,
    () => told,
    () => null,
  )
  const { claims, vetted, ...by } = latest?.documentId === start.documentId ? latest : start
  const words = `${vetted} of ${claims} claims vetted`
  const parts = (["documented", "disputed", "speculative"] as const).map(tone => ({ tone, count: by[tone] }))
  return (
    <span className="figures flex items-center gap-3 text-sm text-soft max-sm:hidden" id="room-progress">
      {words}
      <span className="w-40 max-lg:hidden" aria-hidden="true">
        <ProportionBar label={words} total={claims} parts={parts} />
      </span>
    </span>
  )
}
