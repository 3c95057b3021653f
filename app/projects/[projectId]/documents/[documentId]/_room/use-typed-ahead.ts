"use client"
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef } from "react"
import { toast } from "../../../../../_ui/toast.ts"
import type { RoomState } from "./use-room.ts"

/** What has to be so before a key can be done: that its claim's card is there, that nothing of it, or nothing at all, is being saved. */
export type Need = "nothing" | "card" | "unchanging card" | "rest"

/** Does something that a key asks for as soon as it can be done, and after everything that was typed before it. */
export type InTurn = (need: Need, act: () => void) => void

interface Turn {
  readonly need: Need
  readonly act: () => void
}

/**
 * A fast hand types ahead of the cards and of what is being saved. Keys are done in their order, each when it can be done,
 * and each at the claim that was at hand when the ones before it were done; none is lost without a word. `held` keeps all
 * but the ways about the text waiting; while a dialog is open, which all further keys are for, nothing waits.
 */
export function useTypedAhead(
  state: RoomState,
  { held, dialog }: { readonly held: boolean; readonly dialog: boolean },
): { readonly inTurn: InTurn; readonly dropTyped: () => void } {
  const waiting = useRef<Turn[]>([])
  // What was done is known to a key only once it is drawn, which may be after the next key was pressed.
  const done = useRef(0)
  const [drawn, draw] = useReducer((count: number) => count + 1, 0)
  const { cardIs, busy, choice, currentId } = state
  const met = (need: Need): boolean => {
    if (done.current !== drawn) return false
    if (need === "nothing") return true
    if (held) return false
    if (need === "rest") return !busy
    return cardIs === "there" || (cardIs === "changing" && need === "card")
  }
  const turn = () => {
    const [first] = waiting.current
    if (!first) return
    if (dialog) waiting.current = []
    else if (cardIs === "missing" && first.need.endsWith("card")) dropTyped()
    else if (met(first.need)) {
      waiting.current.shift()
      carryOut(first.act)
    }
  }
  const carryOut = (act: () => void) => {
    done.current++
    try {
      act()
    } finally {
      draw()
    }
  }
  const latest = useRef({ met, turn, carryOut })
  useLayoutEffect(() => {
    latest.current = { met, turn, carryOut }
  })
  const inTurn = useCallback<InTurn>((need, act) => {
    const { met, carryOut } = latest.current
    if (waiting.current.length === 0 && met(need)) return carryOut(act)
    waiting.current.push({ need, act })
    done.current++
    draw()
  }, [])
  const dropTyped = useCallback(() => {
    if (waiting.current.length === 0) return
    waiting.current = []
    toast({ text: notDone, kind: "trouble" })
  }, [])
  // Somebody cut the claim anew, and another one is at hand now than the keys were meant for.
  const last = useRef({ choice, currentId })
  useEffect(() => {
    const { current } = last
    if (current.choice === choice && current.currentId !== currentId && currentId !== choice.id) dropTyped()
    last.current = { choice, currentId }
  }, [choice, currentId, dropTyped])
  // The text goes away with what waits: the queue went on to another one, or to its end.
  useEffect(() => dropTyped, [dropTyped])
  // Whenever something was drawn, since everything that a key waits for is drawn; and after that, since it draws itself.
  useEffect(() => {
    if (waiting.current.length > 0) queueMicrotask(() => latest.current.turn())
  })
  return { inTurn, dropTyped }
}

const notDone =
  "What you pressed was not done: the claim was left, or could not be read, before it could be. Look, and press it again."
