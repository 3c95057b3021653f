"use client"
import { type ReactNode, useEffect, useRef, useState } from "react"
import type { ShownThread } from "../../../../lib/queries/shown-discussion.ts"
import { announce } from "../../../_ui/announce.ts"
import { api } from "../../../_ui/api.ts"
import { Button } from "../../../_ui/button.tsx"
import { CommentField } from "./comment-field.tsx"
import { focusThread } from "./focus-thread.ts"
import type { TalkPlace } from "./talk-place.ts"
import { ThreadItem } from "./thread-item.tsx"
import type { DiscussionState } from "./use-discussion.ts"

interface Props {
  readonly place: TalkPlace
  readonly state: DiscussionState
  /** Which of the threads that were found stand here. */
  readonly threads: readonly ShownThread[]
  /** What is said while there is none. */
  readonly none: ReactNode
  /** Asks to write when it is another number: in the last open thread, or in a new one. */
  readonly writing?: number
}

/** The threads on one thing and a field for a new one. */
export function DiscussionPart({ place, state, threads, none, writing = 0 }: Props) {
  const { discussion, failure, reload } = state
  const [replying, setReplying] = useState(0)
  const [focus, setFocus] = useState(0)
  const last = threads.findLast(({ resolvedAt, moved }) => resolvedAt === null && !moved)
  const lastId = last?.id ?? null
  const seen = useRef(0)
  const ready = discussion !== null
  useEffect(() => {
    if (!ready || seen.current === writing) return
    seen.current = writing
    if (lastId) setReplying(writing)
    else setFocus(writing)
  }, [ready, writing, lastId])
  if (!discussion)
    return failure ? (
      <div className="grid justify-items-start gap-2">
        <p className="text-danger">{failure.sentence}</p>
        <Button size="small" onClick={() => void reload()}>
          Try again
        </Button>
      </div>
    ) : (
      <p className="text-soft">Reading the discussion …</p>
    )
  return (
    <div className="grid gap-5">
      {threads.map(thread => (
        <ThreadItem
          key={thread.id}
          {...{ place, discussion, thread, reload }}
          replying={thread.id === lastId ? replying : 0}
        />
      ))}
      {discussion.veiled && (
        <p className="text-soft">
          This document is reviewed blind: its discussion opens once you have given your label.
        </p>
      )}
      {threads.length === 0 && !discussion.veiled && <p className="text-soft">{none}</p>}
      {discussion.mayComment && !discussion.veiled && (
        <CommentField
          focus={focus}
          projectId={place.projectId}
          me={discussion.me}
          place={place.key}
          label={threads.length === 0 ? "Begin a discussion" : "Begin another discussion"}
          button="Send"
          send={({ text, requestId, id, threadId }) =>
            api.post(place.begin, { ...place.about, requestId, id, threadId, text })
          }
          reload={reload}
          onDone={({ threadId }) => {
            focusThread(threadId)
            announce("The comment is sent.")
          }}
        />
      )}
    </div>
  )
}
