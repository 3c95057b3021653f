"use client"
import { type RefObject, useEffect, useRef } from "react"
import type { ShownThread } from "../../../../lib/queries/shown-discussion.ts"
import { api } from "../../../_ui/api.ts"
import { tellInbox } from "../../../_ui/inbox-news.ts"

/** Milliseconds for which a thread is in sight until it counts as read. */
const glance = 800

/** Marks a thread as read when its newest comment that was not has been in sight for a moment. */
export function useReading(projectId: string, thread: ShownThread, box: RefObject<HTMLElement | null>): void {
  const newest = thread.comments.findLast(({ unread }) => unread)
  const done = useRef("")
  const [threadId, id, to] = [thread.id, newest?.id ?? "", newest?.createdAt ?? ""]
  useEffect(() => {
    const seen = id !== "" && box.current?.querySelector(`[data-comment="${id}"]`)
    if (!seen || done.current === id) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = async () => {
      if (document.visibilityState !== "visible") return
      done.current = id
      const answer = await api.post(`/projects/${projectId}/threads/read`, { threads: [{ threadId, to }] })
      if (answer.ok) tellInbox("here")
      else done.current = ""
    }
    const observer = new IntersectionObserver(entries => {
      clearTimeout(timer)
      if (entries.at(-1)?.isIntersecting) timer = setTimeout(() => void read(), glance)
    })
    observer.observe(seen)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [projectId, threadId, id, to, box])
}
