"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { api } from "../../_ui/api.ts"
import { Button } from "../../_ui/button.tsx"
import { tellInbox } from "../../_ui/inbox-news.ts"
import { toast } from "../../_ui/toast.ts"

interface Props {
  /** When the page was made: what came since is not in sight and stays unread. */
  readonly until: string
  readonly project: string | null
}

/** Marks as read what the inbox shows, on all its pages. */
export function ReadAll({ until, project }: Props) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const read = async () => {
    setBusy(true)
    const answer = await api.post("/inbox/read-all", { until, project })
    setBusy(false)
    if (!answer.ok) return toast({ text: answer.failure.sentence, kind: "trouble" })
    tellInbox("here")
    router.refresh()
  }
  return (
    <Button busy={busy} onClick={() => void read()}>
      {project ? "Mark all of this project as read" : "Mark all as read"}
    </Button>
  )
}
