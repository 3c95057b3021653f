"use client"
import { useCallback, useContext, useEffect, useLayoutEffect, useRef, useState } from "react"
import { DiscardContext } from "./discard.ts"
import { type Draft, draftAt, dropDraft, keepDraft } from "./drafts.ts"
import { usePersonHere } from "./person-here.ts"

interface Options {
  /** Where it is typed, such as "source:" and its id; without one nothing is kept. */
  readonly place: string | undefined
  /** What is to be kept now; null when nothing was typed that is not stored. */
  readonly read: () => Omit<Draft, "at"> | null
  /** Hears of the draft that was found when the place was opened; false when it says nothing that is not stored. */
  readonly onFound: (draft: Draft) => boolean
}

export interface KeptDraft {
  /** Something was typed: it is kept in a moment, and before the page goes away. */
  readonly typed: () => void
  /** It is saved, or given up. */
  readonly drop: () => void
  /** When what was restored had been typed, in milliseconds; null when nothing was, or it was dealt with. */
  readonly restoredAt: number | null
  readonly forgetRestored: () => void
}

/** Milliseconds from a key press to its being kept. */
const soon = 250

/** Keeps what is typed at a place in this browser, for this person alone, until it is saved or discarded. */
export function useDraft({ place, read, onFound }: Options): KeptDraft {
  const person = usePersonHere()?.id
  const discards = useContext(DiscardContext)
  const latest = useRef({ read, onFound })
  useLayoutEffect(() => {
    latest.current = { read, onFound }
  })
  const [restoredAt, setRestoredAt] = useState<number | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const flush = useCallback(() => {
    if (waiting.current === undefined) return
    clearTimeout(waiting.current)
    waiting.current = undefined
    if (!person || !place) return
    const draft = latest.current.read()
    if (draft) keepDraft(person, place, draft)
    else dropDraft(person, place)
  }, [person, place])
  const drop = useCallback(() => {
    clearTimeout(waiting.current)
    waiting.current = undefined
    setRestoredAt(null)
    if (person && place) dropDraft(person, place)
  }, [person, place])
  const typed = useCallback(() => {
    waiting.current ??= setTimeout(flush, soon)
  }, [flush])

  useEffect(() => {
    if (!person || !place) return
    const found = draftAt(person, place)
    if (found && latest.current.onFound(found)) setRestoredAt(found.at)
    else if (found) dropDraft(person, place)
    const hidden = () => document.visibilityState === "hidden" && flush()
    addEventListener("pagehide", flush)
    document.addEventListener("visibilitychange", hidden)
    discards?.add(drop)
    return () => {
      flush()
      removeEventListener("pagehide", flush)
      document.removeEventListener("visibilitychange", hidden)
      discards?.delete(drop)
    }
  }, [person, place, flush, drop, discards])

  return { typed, drop, restoredAt, forgetRestored: useCallback(() => setRestoredAt(null), []) }
}
