"use client"
import { useCallback, useState } from "react"
import type { ListedFlag } from "../../../../../lib/queries/flags.ts"
import type { Chosen } from "./use-acts.ts"

/** A flag of the list as an act knows it. */
export const chosenOf = ({ id, documentId, version, status, raisedBy, assigneeId }: ListedFlag): Chosen => ({
  ...{ id, documentId, version, status, raisedBy, assigneeId },
})

/** Which flags are chosen for what is done next; each as it was when it was last seen. */
export function useChosen(flags: readonly ListedFlag[]) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map())
  const [from, setFrom] = useState(0)

  const toggle = useCallback(
    (index: number) => {
      const flag = flags[index]
      if (!flag) return
      setFrom(index)
      setChosen(now => {
        const next = new Map(now)
        if (!next.delete(flag.id)) next.set(flag.id, chosenOf(flag))
        return next
      })
    },
    [flags],
  )
  /** Chooses all from one place in the list to another, which is where the next range begins. */
  const range = useCallback(
    (to: number, begin: number) => {
      setFrom(to)
      setChosen(now => {
        const next = new Map(now)
        for (const flag of flags.slice(Math.min(begin, to), Math.max(begin, to) + 1)) next.set(flag.id, chosenOf(flag))
        return next
      })
    },
    [flags],
  )
  return {
    chosen,
    from,
    toggle,
    range,
    set: useCallback((list: readonly Chosen[]) => setChosen(new Map(list.map(one => [one.id, one] as const))), []),
    loaded: useCallback(() => setChosen(new Map(flags.map(flag => [flag.id, chosenOf(flag)] as const))), [flags]),
    /** What an act would be about: what is chosen, or else the flag at hand. */
    orAt: (at: number): readonly Chosen[] => {
      const flag = flags[at]
      // What is loaded may be newer than what was chosen: an act of one's own made it so.
      const loaded = new Map(flags.map(one => [one.id, one]))
      if (chosen.size === 0) return flag ? [chosenOf(flag)] : []
      return [...chosen.values()].map(one => {
        const now = loaded.get(one.id)
        return now ? chosenOf(now) : one
      })
    },
  }
}
