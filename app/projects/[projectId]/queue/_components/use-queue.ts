"use client"
import { useCallback, useEffect, useRef, useState } from "react"
import type { ClaimGiven, QueueAnswer, QueueProgress } from "../../../../../lib/domain/queue-progress.ts"
import type { Room } from "../../../../../lib/queries/reading-room.ts"
import { type ApiFailure, api } from "../../../../_ui/api.ts"

export type Stage =
  | { readonly name: "asking" }
  | { readonly name: "failed"; readonly failure: ApiFailure }
  | { readonly name: "none" }
  | { readonly name: "claim"; readonly claim: ClaimGiven; readonly room: Room }

export interface Queue {
  readonly stage: Stage
  /** Whether another claim is being asked for while one is in sight. */
  readonly busy: boolean
  readonly progress: QueueProgress
  /** Whether the claim's time ran out while nobody worked on it. */
  readonly expired: boolean
  readonly next: () => Promise<void>
}

interface Wish {
  readonly projectId: string
  readonly documentId: string | null
  readonly skipped: boolean
}

/** Milliseconds between two renewals of a claim that somebody works on. */
const renewal = 60_000
const atWork = ["keydown", "pointerdown", "input", "scroll"] as const

/**
 * The queue as the browser holds it: the claim that it gave, which is kept while somebody works on it and given back when
 * they leave the page. `done` tells that the claim is labelled, so that it needs to be kept no longer.
 */
export function useQueue({ projectId, documentId, skipped }: Wish, first: QueueProgress, done: boolean): Queue {
  const [stage, setStage] = useState<Stage>({ name: "asking" })
  const [busy, setBusy] = useState(false)
  const [progress, setProgress] = useState(first)
  const [expired, setExpired] = useState(false)
  const held = useRef<ClaimGiven | null>(null)
  const room = useRef<Room | null>(null)
  const base = `/projects/${projectId}/queue`

  const next = useCallback(async () => {
    setBusy(true)
    const fail = (failure: ApiFailure) => setStage({ name: "failed", failure })
    const given = await api.post<QueueAnswer>(`${base}/next`, { documentId, skipped })
    if (!given.ok) fail(given.failure)
    else {
      const { claim, progress: now } = given.value
      held.current = claim
      setExpired(false)
      setProgress(now)
      if (claim && room.current?.document.id !== claim.documentId) {
        const read = await api.get<Room>(`/documents/${claim.documentId}`)
        if (read.ok) room.current = read.value
        else fail(read.failure)
      }
      if (!claim) setStage({ name: "none" })
      else if (room.current?.document.id === claim.documentId) setStage({ name: "claim", claim, room: room.current })
    }
    setBusy(false)
  }, [base, documentId, skipped])

  useEffect(() => {
    void next()
    const leave = () => {
      const { unitId, takenAt } = held.current ?? {}
      held.current = null
      if (unitId) void api.post(`${base}/leave`, { unitId, takenAt }, { keepalive: true })
    }
    // A page that the browser kept and shows again has given its claim back.
    const back = (event: PageTransitionEvent) => event.persisted && void next()
    window.addEventListener("pagehide", leave)
    window.addEventListener("pageshow", back)
    return () => {
      window.removeEventListener("pagehide", leave)
      window.removeEventListener("pageshow", back)
      leave()
    }
  }, [base, next])

  const claim = stage.name === "claim" && !done && !expired ? stage.claim : null
  useEffect(() => {
    if (!claim) return
    const { unitId, takenAt } = claim
    let last = performance.now()
    const renew = async () => {
      if (performance.now() - last < renewal) return
      last = performance.now()
      const kept = await api.post<{ kept: boolean }>(`${base}/keep`, { unitId, takenAt })
      if (kept.ok && !kept.value.kept && held.current?.takenAt === takenAt) setExpired(true)
    }
    const options = { capture: true, passive: true }
    for (const event of atWork) window.addEventListener(event, renew, options)
    return () => {
      for (const event of atWork) window.removeEventListener(event, renew, options)
    }
  }, [base, claim])

  return { stage, busy, progress, expired, next }
}
