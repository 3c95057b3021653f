"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import type { ShownNotice } from "../../../lib/queries/inbox.ts"
import { api } from "../../_ui/api.ts"
import { Button } from "../../_ui/button.tsx"
import { classNames } from "../../_ui/class-names.ts"
import { tellInbox } from "../../_ui/inbox-news.ts"
import { TextLink } from "../../_ui/text-link.tsx"
import { Time } from "../../_ui/time.tsx"
import { toast } from "../../_ui/toast.ts"

/** One notice: a sentence that leads to the place, and is read by following it. */
export function NoticeItem({ notice }: { notice: ShownNotice }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const { id, sentence, reason, path, project, at, read } = notice
  const mark = () => api.post("/inbox/read", { ids: [id] }, { keepalive: true })
  const put = async () => {
    setBusy(true)
    const answer = await mark()
    setBusy(false)
    if (!answer.ok) return toast({ text: answer.failure.sentence, kind: "trouble" })
    tellInbox("here")
    router.refresh()
  }
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-rule py-4">
      <div className="min-w-0 flex-1 basis-72">
        <p className={classNames("wrap-anywhere", !read && "font-semibold")}>
          {!read && <span className="sr-only">Unread: </span>}
          <TextLink kind="quiet" href={path} onClick={() => void (read || mark())}>
            {sentence}
          </TextLink>
        </p>
        {reason && <p className="mt-1 border-l-2 border-rule pl-3 font-text wrap-anywhere">{reason}</p>}
        <p className="text-sm wrap-anywhere text-soft">
          {project} · <Time at={at} precision="minute" />
        </p>
      </div>
      {!read && (
        <Button
          size="small"
          kind="plain"
          busy={busy}
          aria-label={`Mark as read: ${sentence}`}
          onClick={() => void put()}
        >
          Mark as read
        </Button>
      )}
    </li>
  )
}
