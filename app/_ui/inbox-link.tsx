"use client"
import Link from "next/link"
import { useEffect, useState } from "react"
import { api } from "./api.ts"
import { onInboxNews } from "./inbox-news.ts"

/** Milliseconds between two questions, however much news there is. */
const pace = 15_000

/** Leads to the inbox and says how many notices wait in it. */
export function InboxLink() {
  const unread = useUnread()
  return (
    <Link
      href="/inbox"
      aria-label={unread > 0 ? `Inbox, ${unread} unread` : "Inbox"}
      className="relative grid size-8 place-items-center rounded-full text-soft hover:bg-wash hover:text-ink"
    >
      <svg viewBox="0 0 20 20" aria-hidden="true" className="size-5 fill-none stroke-current stroke-[1.5]">
        <path d="M3 11.5 5.2 4.5h9.6L17 11.5v4H3z M3 11.5h4l1.2 2h3.6l1.2-2h4" strokeLinejoin="round" />
      </svg>
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="figures absolute -top-1 -right-1.5 min-w-4.5 rounded-full bg-accent px-1 text-center text-xs leading-4.5 font-semibold text-paper"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </Link>
  )
}

/** How many notices wait: asked for when the page is there, when somebody comes back to it, and when there is news. */
function useUnread(): number {
  const [unread, setUnread] = useState(0)
  useEffect(() => {
    let here = true
    let last = Number.NEGATIVE_INFINITY
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      timer = undefined
      if (document.visibilityState !== "visible") return
      last = performance.now()
      const answer = await api.get<{ unread: number }>("/inbox/unread")
      if (here && answer.ok) setUnread(answer.value.unread)
    }
    const soon = (wait: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), wait)
    }
    const back = () => soon(0)
    const end = onInboxNews(own => soon(own ? 0 : Math.max(0, last + pace - performance.now())))
    void ask()
    document.addEventListener("visibilitychange", back)
    return () => {
      here = false
      clearTimeout(timer)
      end()
      document.removeEventListener("visibilitychange", back)
    }
  }, [])
  return unread
}
