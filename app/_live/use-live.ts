"use client"
import { useEffect, useSyncExternalStore } from "react"
import type { PersonHere, Revisions } from "../../lib/domain/live.ts"
import { nothingHeard } from "./live-state.ts"
import { liveTab, type TabState } from "./live-tab.ts"

const before: TabState = { live: nothingHeard, status: "connecting", streamId: "" }
const nobody: readonly PersonHere[] = []
const subscribe = (listener: () => void) => liveTab().subscribe(listener)

/** Keeps this tab's ear on a project while the part that asks stands on the page. */
export function useWanted(projectId: string): void {
  useEffect(() => {
    liveTab().want(projectId)
    return () => liveTab().want(null)
  }, [projectId])
}

export const useLiveStatus = () =>
  useSyncExternalStore(
    subscribe,
    () => liveTab().state.status,
    () => before.status,
  )

/** Up to where a project has come, as far as the server has told; null until it has. */
export const useRevisions = (projectId: string): Revisions | null =>
  useSyncExternalStore(
    subscribe,
    () => liveTab().state.live.revisions[projectId] ?? null,
    () => null,
  )

/** Whether the project is closed to whoever looks at it: they were removed, or it is gone. */
export const useIsClosed = (projectId: string): boolean =>
  useSyncExternalStore(
    subscribe,
    () => liveTab().state.live.closed.includes(projectId),
    () => false,
  )

/** Everybody else who is in the project. */
export const usePeople = (projectId: string): readonly PersonHere[] =>
  useSyncExternalStore(
    subscribe,
    () => liveTab().state.live.people[projectId] ?? nobody,
    () => nobody,
  )
