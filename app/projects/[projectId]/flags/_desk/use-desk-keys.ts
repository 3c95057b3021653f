"use client"
import { useEffect, useLayoutEffect, useRef } from "react"
import { isForPage } from "../../documents/[documentId]/_room/keys.ts"
import { type DeskAction, deskKeys } from "./desk-keys.ts"

/** Hears the desk's keys anywhere on the page, but not while somebody types or a dialog or menu is open. */
export function useDeskKeys(act: (action: DeskAction) => void): void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isForPage(event)) return
      const found = deskKeys.find(({ key }) => key === event.key)
      if (!found) return
      event.preventDefault()
      latest.current(found.action)
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [])
}
