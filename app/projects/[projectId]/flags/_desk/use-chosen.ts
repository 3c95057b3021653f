"use client"
import { useCallback, useRef, useState } from "react"
import type { ChosenFlags, ListedFlag } from "../../../../../lib/queries/flags.ts"
import { api } from "../../../../_ui/api.ts"
import { toast } from "../../../../_ui/toast.ts"
import type { Chosen } from "./use-acts.ts"

/** A flag of the list as an act knows it. */
export const chosenOf = ({ id, documentId, version, status, raisedBy, assigneeId }: ListedFlag): Chosen => ({
  ...{ id, documentId, version, status, raisedBy, assigneeId },
})

/** Which flags are chosen for what is done next; each as it was when it was last seen. */
export function useChosen(flags: readonly ListedFlag[]) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map())
  const [fetching, setFetching] = useState(false)
  /** The flag that was chosen last, at which a range begins wherever it stands now. */
  const from = useRef<string | null>(null)
  const asked = useRef<AbortController | null>(null)

  /** Gives up what was asked for, which would come into another choice or another list than it was meant for. */
  const giveUp = useCallback(() => {
    asked.current?.abort()
    asked.current = null
    setFetching(false)
  }, [])
  const change = useCallback(
    (next: (now: ReadonlyMap<string, Chosen>) => ReadonlyMap<string, Chosen>, last: string | null) => {
      giveUp()
      from.current = last
      setChosen(next)
    },
    [giveUp],
  )
  const toggle = useCallback(
    (index: number) => {
      const flag = flags[index]
      if (!flag) return
      change(now => {
        const next = new Map(now)
        if (!next.delete(flag.id)) next.set(flag.id, chosenOf(flag))
        return next
      }, flag.id)
    },
    [flags, change],
  )
  /** Chooses all from one place in the list, or from the flag chosen last, to another, where the next range begins. */
  const range = useCallback(
    (to: number, begin = flags.findIndex(({ id }) => id === from.current)) => {
      const flag = flags[to]
      if (!flag) return
      const [first, last] = begin < 0 ? [to, to] : [Math.min(begin, to), Math.max(begin, to)]
      const meant = flags.slice(first, last + 1).map(one => [one.id, chosenOf(one)] as const)
      change(now => new Map([...now, ...meant]), flag.id)
    },
    [flags, change],
  )
  const none = useCallback(() => change(() => new Map(), null), [change])
  return {
    chosen,
    fetching,
    toggle,
    range,
    none,
    giveUp,
    loaded: useCallback(
      () => change(() => new Map(flags.map(flag => [flag.id, chosenOf(flag)] as const)), null),
      [flags, change],
    ),
    /** Chooses all that an address names, if nothing else is chosen and no other list asked for before they come. */
    all: async (address: string) => {
      giveUp()
      const mine = new AbortController()
      asked.current = mine
      setFetching(true)
      const answer = await api.get<ChosenFlags>(address, { signal: mine.signal })
      if (asked.current !== mine) return
      giveUp()
      if (!answer.ok) return toast({ text: answer.failure.sentence, kind: "trouble" })
      change(() => new Map(answer.value.flags.map(one => [one.id, one] as const)), null)
      if (answer.value.most)
        toast({ text: `The first ${answer.value.most.toLocaleString("en-GB")} are chosen; more can’t be at once.` })
    },
    /** Something was done with a choice; another one that was made since stays. */
    done: useCallback((what: ReadonlyMap<string, Chosen>) => setChosen(now => (now === what ? new Map() : now)), []),
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
