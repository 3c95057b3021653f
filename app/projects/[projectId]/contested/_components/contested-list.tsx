"use client"
import { type ReactNode, useRef } from "react"
import { usePageKeys } from "../../../../_ui/page-keys.ts"
import { isForPage } from "../../documents/[documentId]/_room/keys.ts"

/** The list, in which j and k go from claim to claim; Enter opens the one at hand, as on any link. */
export function ContestedList({ children }: { children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null)
  usePageKeys(event => {
    if (!isForPage(event) || (event.key !== "j" && event.key !== "k")) return
    const links = [...(list.current?.querySelectorAll<HTMLElement>("a[data-claim]") ?? [])]
    const here = links.indexOf(document.activeElement as HTMLElement)
    const next = links[event.key === "j" ? here + 1 : Math.max(0, here - 1)]
    if (!next) return
    event.preventDefault()
    next.focus()
    next.closest("li")?.scrollIntoView({ block: "nearest" })
  })
  return (
    <ul ref={list} className="border-t border-rule">
      {children}
    </ul>
  )
}
