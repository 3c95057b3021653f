"use client"
import { useEffect, useSyncExternalStore } from "react"

// What somebody is in the middle of, on this page. Nothing may move under their hands meanwhile.
const held = new Set<object>()
const listeners = new Set<() => void>()
let watching = false
let lastInput = Number.NEGATIVE_INFINITY
let lastSign = Date.now()

/** Says that a part of the page holds words that are not saved yet, or is open over it. */
export function useInHand(inHand: boolean): void {
  useEffect(() => {
    if (!inHand) return
    const mark = {}
    held.add(mark)
    tell()
    return () => {
      held.delete(mark)
      tell()
    }
  }, [inHand])
}

/**
 * Full: somebody writes, has text selected or has a dialog open, so that the page has to stay as it is. Away: nobody
 * sees the page, and a page that reads for nobody would keep a forgotten session alive.
 */
export type Hands = "free" | "full" | "away"

export const useHands = (): Hands => useSyncExternalStore(subscribe, hands, () => "free" as const)

const attention = 15 * 60_000
const hands = (): Hands => {
  if (document.visibilityState === "hidden" || idleFor() > attention) return "away"
  return handsFull() ? "full" : "free"
}

/** Whether something was typed in the last seconds. */
export const isTyping = (): boolean => performance.now() - lastInput < 10_000

/** Milliseconds since somebody last touched this page in any way. */
export const idleFor = (): number => Date.now() - lastSign

function handsFull(): boolean {
  if (held.size > 0) return true
  const selection = document.getSelection()
  if (selection && !selection.isCollapsed && selection.toString().trim() !== "") return true
  const focused = document.activeElement
  return focused instanceof HTMLElement && focused.matches(fields)
}

const fields =
  "textarea, [contenteditable=true], input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=file])"

function subscribe(listener: () => void): () => void {
  watch()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Begins to notice what is done on the page; once is enough. */
export function watch(): void {
  if (watching) return
  watching = true
  for (const name of ["selectionchange", "focusin", "focusout", "visibilitychange"])
    document.addEventListener(name, tell)
  for (const name of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"])
    addEventListener(name, signed, { passive: true, capture: true })
  document.addEventListener("input", () => {
    lastInput = performance.now()
    tell()
  })
}

const signed = () => {
  const before = lastSign
  lastSign = Date.now()
  if (lastSign - before > 60_000) tell()
}

// Where the focus goes is known only after it left.
const tell = () =>
  setTimeout(() => {
    for (const listener of listeners) listener()
  })
