"use client"
import { usePageKeys } from "../../../../../_ui/page-keys.ts"
import { isForPage } from "../../../documents/[documentId]/_room/keys.ts"

/** What a key does where a claim is decided, in the order of the help. */
export const deskKeys = [
  { key: "n", words: "Next contested claim" },
  { key: "p", words: "Previous one" },
  { key: "t", words: "Take an annotator’s label and reasons; again, the next one’s" },
  { key: "b", words: "Combine what all of them say" },
  { key: "a", words: "Decide against all of them" },
  { key: "d", words: "Disputed is the finding" },
  { key: "1", words: "Documented" },
  { key: "2", words: "Disputed" },
  { key: "3", words: "Speculative" },
  { key: "r", words: "Write the reason" },
  { key: "q", words: "Send it back with a question" },
  { key: "u", words: "Undo your last change in this document" },
  { key: "?", words: "Show these keys" },
] as const
export type DeskKey = (typeof deskKeys)[number]["key"]

/** Calls `act` for the page's keys, never while somebody types, and `decide` for Ctrl+Enter, which sends another form that one is in. */
export function useDeskKeys(act: (key: DeskKey) => void, decide: () => void): void {
  usePageKeys(event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
      const target = event.target instanceof HTMLElement ? event.target : null
      if (target?.closest("[role=dialog], [role=alertdialog]")) return
      const form = target?.closest("form")
      event.preventDefault()
      if (form && !form.closest("[data-decision]")) form.requestSubmit()
      else decide()
      return
    }
    const known = isForPage(event) && deskKeys.find(({ key }) => key === event.key)
    if (!known) return
    event.preventDefault()
    act(known.key)
  })
}
