"use client"
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react"
import { useHands } from "../_ui/in-hand.ts"
import { nextReading } from "./next-reading.ts"

interface What {
  readonly known: number | null
  readonly shown: number
  /** A write of one's own is under way. */
  readonly busy?: boolean
  /** Milliseconds to leave between hearing and reading, where one's own writes read again by themselves. */
  readonly lag?: number
  /** Read again; the answer comes when what is shown has changed. */
  readonly read: () => Promise<void>
}

/** Reads again when there is news, unless that would move something under somebody's hands: then `waiting` says so. */
export function useFollowing({ known, shown, busy = false, lag = 0, read }: What): {
  readonly waiting: boolean
  readonly show: () => void
} {
  const hands = useHands()
  const [reading, setReading] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [, look] = useState(0)
  const last = useRef<{ doneAt: number | null; took: number }>({ doneAt: null, took: 0 })
  const news = useRef<{ readonly known: number; readonly at: number }>(undefined)
  const latest = useRef(read)
  useLayoutEffect(() => {
    latest.current = read
  })
  const run = useCallback(async () => {
    const began = performance.now()
    setReading(true)
    try {
      await latest.current()
    } finally {
      const doneAt = performance.now()
      last.current = { doneAt, took: doneAt - began }
      setReading(false)
    }
  }, [])
  useEffect(() => {
    const now = performance.now()
    if (known !== null && known > (news.current?.known ?? -1)) news.current = { known, at: now }
    const notBefore = (news.current?.at ?? 0) + lag
    const next = nextReading({
      known,
      shown,
      busy: busy || reading,
      held: hands !== "free",
      notBefore,
      ...last.current,
      now,
    })
    setWaiting(next.do === "tell" && hands === "full")
    if (next.do === "read") void run()
    if (next.do !== "wait") return
    const timer = setTimeout(() => look(count => count + 1), next.milliseconds)
    return () => clearTimeout(timer)
  })
  return { waiting, show: useCallback(() => void run(), [run]) }
}
