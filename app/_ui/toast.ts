"use client"

/** A short message that goes away by itself, for what is done already. Failures of a form belong into the form. */
export interface ToastMessage {
  readonly text: string
  readonly action?: { readonly label: string; readonly onPress: () => void }
  /** trouble is announced at once and stays until it is dismissed. */
  readonly kind?: "note" | "trouble"
  /** At a place only what is said last stands, and what was offered before it is offered no more. */
  readonly place?: string
  /** How the addresses begin of the pages that its action is for; it goes when one leaves them. */
  readonly under?: string
  /** Seconds in sight; 6, or 12 with an action, unless told. */
  readonly seconds?: number
}

type Receiver = (message: ToastMessage) => void

const waiting: ToastMessage[] = []
let receiver: Receiver | undefined
let wake: (() => void) | undefined

/** Shows a message, from anywhere in the browser. */
export function toast(message: ToastMessage): void {
  if (receiver) {
    receiver(message)
    return
  }
  waiting.push(message)
  wake?.()
}

/** For the toaster: hears that a first message waits. Returns how to stop hearing it. */
export function onFirstToast(heard: () => void): () => void {
  wake = heard
  if (waiting.length > 0) heard()
  return () => {
    wake = undefined
  }
}

/** For the list of toasts: takes what waits and everything from now on. Returns how to stop. */
export function receiveToasts(next: Receiver): () => void {
  receiver = next
  for (const message of waiting.splice(0)) next(message)
  return () => {
    receiver = undefined
  }
}
