"use client"
import { usePathname, useRouter } from "next/navigation"
import { useEffect, useRef, useTransition } from "react"
import { movesOf } from "../../lib/domain/live.ts"
import { watch } from "../_ui/in-hand.ts"
import { tellInbox } from "../_ui/inbox-news.ts"
import { LiveNote } from "./live-note.tsx"
import { useFollowing } from "./use-following.ts"
import { useIsClosed, useRevisions, useWanted } from "./use-live.ts"
import { useLeaving, useTold } from "./use-told.ts"

interface Props {
  readonly projectId: string
  /** How many changes the project had when its page was rendered; null when it is closed to this person. */
  readonly moves: number | null
}

/** Keeps a project's pages at what the project is. The reading room does that by itself, in its own way. */
export function ProjectLive({ projectId, moves }: Props) {
  useWanted(projectId)
  useEffect(watch, [])
  useLeaving(projectId)
  const closed = useIsClosed(projectId)
  const router = useRouter()
  const revisions = useRevisions(projectId)
  const known = revisions && movesOf(revisions)
  useEffect(() => {
    if (known !== null) tellInbox("elsewhere")
  }, [known])
  useEffect(() => {
    if (closed && moves !== null) router.refresh()
  }, [closed, moves, router])
  const path = usePathname()
  const page = path.slice(`/projects/${projectId}`.length)
  if (/^\/documents\/[^/]+$/.test(page)) return null
  return <PageLive key={path} projectId={projectId} moves={moves} follows={followed.test(page)} />
}

/** Pages that show what people did. The others are forms, which stay as they are. */
const followed =
  /^(|\/overview|\/claims|\/flags|\/reopened|\/contested(\/[0-9a-f-]{36})?|\/sources(\/[0-9a-f-]{36})?|\/matrix|\/export|\/members|\/policy|\/activity|\/documents\/.+\/history)$/

function PageLive({ projectId, moves, follows }: Props & { follows: boolean }) {
  const revisions = useRevisions(projectId)
  const known = revisions && movesOf(revisions)
  useTold(projectId, null, null)
  // A page that one came to later was read later than the frame around it.
  const cameAt = useRef(known)
  const shown = Math.max(moves ?? 0, cameAt.current ?? 0)
  const [pending, start] = useTransition()
  const router = useRouter()
  const settled = useRef(() => {})
  useEffect(() => {
    if (!pending) settled.current()
  }, [pending])
  const { waiting, show } = useFollowing({
    known: follows ? known : null,
    shown,
    busy: pending,
    lag: 500,
    read: () =>
      new Promise(done => {
        settled.current = done
        start(() => router.refresh())
      }),
  })
  return <LiveNote changes={waiting && known !== null ? known - shown : 0} onShow={show} />
}
