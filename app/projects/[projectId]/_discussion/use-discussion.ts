"use client"
import { useCallback, useEffect, useRef, useState } from "react"
import type { Discussion } from "../../../../lib/queries/shown-discussion.ts"
import { type ApiFailure, api } from "../../../_ui/api.ts"

export interface DiscussionState {
  readonly discussion: Discussion | null
  readonly failure: ApiFailure | null
  readonly reload: () => Promise<void>
}

/**
 * The discussion at an address, read again whenever `fresh` is another one. A page that was made with it gives it as
 * `start`. Of two answers that cross, the later question's counts.
 */
export function useDiscussion(at: string, fresh: unknown, start: Discussion | null = null): DiscussionState {
  const [found, setFound] = useState<{ readonly at: string; readonly discussion: Discussion } | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const asked = useRef(0)
  const reload = useCallback(async () => {
    const turn = ++asked.current
    const answer = await api.get<Discussion>(at)
    if (turn !== asked.current) return
    if (answer.ok) setFound({ at, discussion: answer.value })
    setFailure(answer.ok ? null : answer.failure)
  }, [at])
  useEffect(() => {
    if (start) setFound({ at, discussion: start })
  }, [at, start])
  const made = start !== null
  useEffect(() => {
    void fresh
    if (!made) void reload()
    return () => {
      asked.current++
    }
  }, [reload, fresh, made])
  return { discussion: found?.at === at ? found.discussion : start, failure, reload }
}
