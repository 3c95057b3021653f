"use client"

/** Brings the focus from a field that is done to its thread, so that the page's keys work again and answers show. */
export function focusThread(threadId: string): void {
  requestAnimationFrame(() => document.getElementById(`thread-${threadId}`)?.focus({ preventScroll: true }))
}
