"use client"

/** Milliseconds for which a thread that is not on the page yet is waited for. */
const patience = 5_000

/**
 * Brings the focus from a field that is done to its thread, so that the page's keys work again and answers show. A new
 * thread may stand on the page only in a moment; whoever goes elsewhere or types on meanwhile is left where they are.
 */
export function focusThread(threadId: string): void {
  const field = document.activeElement
  const words = wordsIn(field)
  const look = (): boolean => {
    const now = document.activeElement
    const stays = now === field && ["", words].includes(wordsIn(now))
    if (!stays && now !== null && now !== document.body) return true
    const thread = document.getElementById(`thread-${threadId}`)
    thread?.focus({ preventScroll: true })
    return thread !== null
  }
  if (look()) return
  const watching = new MutationObserver(() => {
    if (!look()) return
    watching.disconnect()
    clearTimeout(enough)
  })
  watching.observe(document.body, { childList: true, subtree: true })
  const enough = setTimeout(() => watching.disconnect(), patience)
}

const wordsIn = (element: Element | null) => (element instanceof HTMLTextAreaElement ? element.value : "")
