"use client"
import { useLinkStatus } from "next/link"

/** Inside a link: a thin line at the top of the window while the page it leads to is on its way for longer than a blink. */
export function LinkPending() {
  const { pending } = useLinkStatus()
  return pending ? <span aria-hidden className="link-pending" /> : null
}
