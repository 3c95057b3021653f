"use client"
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react"
import type { Discussion, ShownThread } from "../../../../lib/queries/shown-discussion.ts"
import { announce } from "../../../_ui/announce.ts"
import { api } from "../../../_ui/api.ts"
import { Button } from "../../../_ui/button.tsx"
import { Chip } from "../../../_ui/chip.tsx"
import { Time } from "../../../_ui/time.tsx"
import { toast } from "../../../_ui/toast.ts"
import { commentDraft } from "./comment-draft.ts"
import { CommentField } from "./comment-field.tsx"
import { CommentItem } from "./comment-item.tsx"
import { focusThread } from "./focus-thread.ts"
import { leftOut } from "./long-thread.ts"
import type { TalkPlace } from "./talk-place.ts"
import { useReading } from "./use-reading.ts"

interface Props {
  readonly place: TalkPlace
  readonly discussion: Discussion
  readonly thread: ShownThread
  readonly reload: () => Promise<void>
  /** Opens the field for a reply when it is another number. */
  readonly replying: number
}

/** One thread: its comments, a reply, and whether it is settled. One that is settled is folded. */
export function ThreadItem({ place, discussion, thread, reload, replying }: Props) {
  const box = useRef<HTMLElement>(null)
  const [open, setOpen] = useState(thread.resolvedAt === null || thread.comments.some(({ unread }) => unread))
  useReading(place.projectId, thread, box)
  useAddressed(thread.id, box, () => setOpen(true))
  const { comments, resolvedAt, resolver } = thread
  const unread = comments.filter(one => one.unread).length
  const many = `${comments.length} ${comments.length === 1 ? "comment" : "comments"}`
  const body = (
    <div className="grid gap-3">
      {thread.asks.length > 0 && <Asked thread={thread} me={discussion.me} />}
      {thread.moved && <p className="text-sm text-soft">From before the passage was split or merged.</p>}
      <Comments {...{ place, discussion, thread, reload }} />
      {discussion.mayComment && <Actions {...{ place, discussion, thread, reload, replying }} />}
    </div>
  )
  return (
    <article
      ref={box}
      id={`thread-${thread.id}`}
      tabIndex={-1}
      aria-label={`Discussion, ${many}${resolvedAt ? ", resolved" : ""}`}
      className="scroll-mt-20 border-l-2 border-rule pl-3"
    >
      {resolvedAt === null ? (
        body
      ) : (
        <details open={open} onToggle={event => setOpen(event.currentTarget.open)}>
          <summary className="cursor-pointer text-sm text-soft">
            Resolved by {resolver ?? "somebody"}, <Time at={resolvedAt} /> · {many}
            {unread > 0 && (
              <>
                {" "}
                <Chip tone="contested">{unread} new</Chip>
              </>
            )}
          </summary>
          {open && <div className="mt-3">{body}</div>}
        </details>
      )}
    </article>
  )
}

/** To whom the thread is a question, and for whom it waits. */
function Asked({ thread: { asks, resolvedAt }, me }: { thread: ShownThread; me: string }) {
  const names = (list: ShownThread["asks"]) => list.map(({ id, name }) => (id === me ? "you" : name)).join(", ")
  const open = asks.filter(({ answered }) => !answered)
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-soft">
      <span>A question to {names(asks)}.</span>
      {resolvedAt === null &&
        (open.length > 0 ? <Chip tone="contested">waiting for {names(open)}</Chip> : <Chip>answered</Chip>)}
    </p>
  )
}

/** The comments of a thread; of a long one the first and the last, and the others at a press. */
function Comments({ place, discussion, thread, reload }: Omit<Props, "replying">) {
  const { comments } = thread
  // What is left out is decided once, so that nothing is folded away under somebody who reads.
  const [out, setOut] = useState(() => leftOut(comments))
  const list = useRef<HTMLOListElement>(null)
  const count = out.to - out.from
  const unfold = () => {
    setOut({ from: 0, to: 0 })
    requestAnimationFrame(() => {
      const first = list.current?.children[out.from]
      if (first instanceof HTMLElement) first.focus()
    })
  }
  return (
    <ol ref={list} className="grid gap-3">
      {comments.map((comment, at) =>
        at === out.from && count > 0 ? (
          <li key="out">
            <Button size="small" kind="plain" onClick={unfold}>
              Show {count} comments between
            </Button>
          </li>
        ) : (
          (at < out.from || at >= out.to) && (
            <CommentItem key={comment.id} {...{ place, discussion, comment, reload }} />
          )
        ),
      )}
    </ol>
  )
}

function Actions({ place, discussion, thread, reload, replying }: Props) {
  const draftPlace = `thread-${thread.id}`
  const [reply, setReply] = useState(false)
  const [focus, setFocus] = useState(0)
  const [busy, setBusy] = useState(false)
  const seen = useRef(replying)
  useEffect(() => {
    if (commentDraft(discussion.me, draftPlace)) setReply(true)
  }, [discussion.me, draftPlace])
  const write = () => {
    setReply(true)
    setFocus(count => count + 1)
  }
  useEffect(() => {
    if (seen.current === replying) return
    seen.current = replying
    setReply(true)
    setFocus(count => count + 1)
  }, [replying])
  const resolved = thread.resolvedAt !== null
  const turn = async () => {
    setBusy(true)
    const body = { requestId: crypto.randomUUID(), version: thread.version }
    const step = resolved ? "reopen" : "resolve"
    const answer = await api.post(`${place.base}/threads/${thread.id}/${step}`, body)
    if (answer.ok) announce(resolved ? "The discussion is open again." : "The discussion is resolved.")
    else toast({ text: answer.failure.code === "conflict" ? overtaken : answer.failure.sentence, kind: "trouble" })
    await reload()
    setBusy(false)
  }
  return (
    <>
      {reply && (
        <CommentField
          focus={focus}
          projectId={place.projectId}
          me={discussion.me}
          place={draftPlace}
          label="Reply"
          button="Send the reply"
          send={({ text, requestId, id }) =>
            api.post(`${place.base}/threads/${thread.id}/comments`, { requestId, id, text })
          }
          reload={reload}
          onDone={() => {
            setReply(false)
            focusThread(thread.id)
            announce("The reply is sent.")
          }}
          onCancel={() => setReply(false)}
        />
      )}
      <p className="-ml-2.5 flex flex-wrap">
        {!reply && (
          <Button size="small" kind="plain" onClick={write}>
            Reply
          </Button>
        )}
        <Button size="small" kind="plain" busy={busy} onClick={() => void turn()}>
          {resolved ? "Reopen" : "Resolve"}
        </Button>
      </p>
    </>
  )
}

const overtaken = "Somebody resolved or reopened this discussion in the meantime. Look at it again."

/** Brings the thread into sight whose id the address names, once it stands on the page. */
function useAddressed(id: string, box: RefObject<HTMLElement | null>, open: () => void): void {
  const latest = useRef(open)
  useLayoutEffect(() => {
    latest.current = open
  })
  useEffect(() => {
    const look = () => {
      if (window.location.hash !== `#thread-${id}`) return
      latest.current()
      box.current?.scrollIntoView({ block: "center" })
      box.current?.focus({ preventScroll: true })
    }
    look()
    addEventListener("hashchange", look)
    return () => removeEventListener("hashchange", look)
  }, [id, box])
}
