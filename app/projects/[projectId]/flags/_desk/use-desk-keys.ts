"use client"
import { fetchDialogs } from "../../../../_ui/dialog.tsx"
import { useFirstTouch } from "../../../../_ui/first-touch.ts"
import { usePageKeys } from "../../../../_ui/page-keys.ts"
import { isForPage } from "../../documents/[documentId]/_room/keys.ts"
import { type DeskAction, deskKeys } from "./desk-keys.ts"

/** Hears the desk's keys anywhere on the page, but not while somebody types or a dialog or menu is open. */
export function useDeskKeys(act: (action: DeskAction) => unknown): void {
  usePageKeys(event => {
    if (!isForPage(event)) return
    const found = deskKeys.find(({ key }) => key === event.key)
    if (!found) return
    event.preventDefault()
    act(found.action)
  })
  useFirstTouch(fetchDialogs)
}
