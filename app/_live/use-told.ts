"use client"
import { useEffect, useRef, useState, useSyncExternalStore } from "react"
import { uuidv7 } from "uuidv7"
import { api } from "../_ui/api.ts"
import { idleFor, isTyping } from "../_ui/in-hand.ts"
import { liveTab } from "./live-tab.ts"

/** Milliseconds between two words, so that running through the text is told now and then and not at each step. */
const pace = 1_000
const signOfLife = 60_000
/** Who did nothing for so long is not here. */
const absence = 5 * 60_000

/** Tells others in the project where this tab's person is. */
export function useTold(projectId: string, documentId: string | null, unitId: string | null): void {
  const streamId = useSyncExternalStore(
    listener => liveTab().subscribe(listener),
    () => liveTab().state.streamId,
    () => "",
  )
  const writing = useIsTyping()
  const lastAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (streamId === "") return
    const tell = () => {
      if (idleFor() > absence) return
      lastAt.current = performance.now()
      say(projectId, streamId, { documentId, unitId, writing })
    }
    const first = setTimeout(tell, Math.max(0, lastAt.current + pace - performance.now()))
    const signs = setInterval(tell, signOfLife)
    return () => {
      clearTimeout(first)
      clearInterval(signs)
    }
  }, [projectId, documentId, unitId, writing, streamId])
}

/** Tells others when the tab goes, or leaves the project. */
export function useLeaving(projectId: string): void {
  useEffect(() => {
    const leave = () => say(projectId, liveTab().state.streamId, null)
    addEventListener("pagehide", leave)
    return () => {
      removeEventListener("pagehide", leave)
      leave()
    }
  }, [projectId])
}

interface Place {
  readonly documentId: string | null
  readonly unitId: string | null
  readonly writing: boolean
}

function say(projectId: string, streamId: string, place: Place | null): void {
  if (streamId === "") return
  const words = { requestId: uuidv7(), streamId, tab: liveTab().id, place }
  void api.post(`/projects/${projectId}/presence`, words, { keepalive: place === null })
}

function useIsTyping(): boolean {
  const [typing, setTyping] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      setTyping(isTyping())
      if (isTyping()) timer = setTimeout(look, 2_000)
    }
    document.addEventListener("input", look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener("input", look)
    }
  }, [])
  return typing
}
