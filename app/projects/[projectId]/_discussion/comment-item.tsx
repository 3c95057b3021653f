"use client"
import { useRef, useState } from "react"
import { typedComment } from "../../../../lib/domain/comment-text.ts"
import type { Discussion, ShownComment } from "../../../../lib/queries/shown-discussion.ts"
import { announce } from "../../../_ui/announce.ts"
import { type ApiFailure, api, isAway } from "../../../_ui/api.ts"
import { Button } from "../../../_ui/button.tsx"
import { Chip } from "../../../_ui/chip.tsx"
import { ConfirmDialog } from "../../../_ui/confirm-dialog.tsx"
import { FormError } from "../../../_ui/form-error.tsx"
import { Time } from "../../../_ui/time.tsx"
import { BothComments } from "./both-comments.tsx"
import { CommentField } from "./comment-field.tsx"
import { CommentText } from "./comment-text.tsx"
import { EarlierTexts } from "./earlier-texts.tsx"
import { focusThread } from "./focus-thread.ts"
import type { TalkPlace } from "./talk-place.ts"

interface Props {
  readonly place: TalkPlace
  readonly discussion: Discussion
  readonly comment: ShownComment
  readonly reload: () => Promise<void>
}

/** One comment, with what its author can do with it. */
export function CommentItem({ place, discussion, comment, reload }: Props) {
  const [editing, setEditing] = useState(false)
  const { people, mayComment, mayTrace } = discussion
  const own = comment.mine && mayComment && !comment.deleted
  const name = comment.mine ? "your comment" : `the comment by ${comment.author}`
  return (
    <li data-comment={comment.id} tabIndex={-1} className="grid gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-soft">
        <b className="text-ink">{comment.mine ? "You" : comment.author}</b>
        <Time at={comment.createdAt} precision="minute" />
        {comment.editedAt && !comment.deleted && <span>· edited</span>}
        {comment.unread && <Chip tone="contested">new</Chip>}
      </p>
      {comment.deleted && (
        <p className="text-soft italic">{comment.mine ? "You deleted this." : "Deleted by its author."}</p>
      )}
      {!comment.deleted &&
        (editing ? (
          <Edit {...{ place, discussion, comment, reload }} leave={() => setEditing(false)} />
        ) : (
          <CommentText text={comment.text} people={people} />
        ))}
      {!editing && (own || (mayTrace && (comment.editedAt || comment.deleted))) && (
        <div className="-ml-2.5 flex flex-wrap items-center">
          {own && (
            <>
              <Button size="small" kind="plain" onClick={() => setEditing(true)}>
                Edit
              </Button>
              <Delete {...{ place, comment, reload }} />
            </>
          )}
          {mayTrace && (comment.editedAt || comment.deleted) && (
            <EarlierTexts key={comment.version} at={`${place.base}/comments/${comment.id}/earlier`} of={name} />
          )}
        </div>
      )}
    </li>
  )
}

function Edit({ place, discussion, comment, reload, leave }: Props & { leave: () => void }) {
  const version = useRef(comment.version)
  const { people, me } = discussion
  return (
    <CommentField
      focus={1}
      projectId={place.projectId}
      me={me}
      place={`edit-${comment.id}`}
      label="Your comment"
      button="Save"
      edited={{ text: comment.text, people }}
      send={async ({ text, requestId }) => {
        const body = { requestId, text, version: version.current }
        const answer = await api.post(`${place.base}/comments/${comment.id}`, body)
        // Who types on meanwhile changes what was just saved.
        if (answer.ok) version.current++
        return answer
      }}
      reload={reload}
      onDone={() => {
        leave()
        focusThread(comment.threadId)
        announce("The comment is changed.")
      }}
      onCancel={leave}
      explain={(failure, again) => {
        if (failure.code !== "conflict") return null
        const theirs = failure["current"] as { text: string; version: number }
        return (
          <BothComments
            by={failure["by"] as string | null}
            theirs={typedComment(theirs.text, again.people)}
            mine={again.words}
            busy={again.busy}
            onTheirs={() => {
              leave()
              void reload()
            }}
            onMine={() => {
              version.current = theirs.version
              again.submit()
            }}
          />
        )
      }}
    />
  )
}

function Delete({ place, comment, reload }: Pick<Props, "place" | "comment" | "reload">) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const attempt = useRef<string>(undefined)
  const remove = async () => {
    setBusy(true)
    attempt.current ??= crypto.randomUUID()
    const body = { requestId: attempt.current, version: comment.version }
    const answer = await api.post(`${place.base}/comments/${comment.id}/delete`, body)
    setBusy(false)
    if (!answer.ok) {
      if (!isAway(answer.failure)) attempt.current = undefined
      return setFailure(answer.failure)
    }
    setAsking(false)
    announce("The comment is deleted.")
    await reload()
  }
  return (
    <>
      <Button size="small" kind="plain" onClick={() => setAsking(true)}>
        Delete
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => {
          setAsking(false)
          if (failure) void reload()
          setFailure(null)
        }}
        title="Delete your comment?"
        text="Its place in the discussion stays, with a note that you deleted it. Editors can still see what it said."
        confirmLabel="Delete"
        danger
        busy={busy}
        onConfirm={() => void remove()}
      >
        <div className="mt-3">
          <FormError failure={failure} />
        </div>
      </ConfirmDialog>
    </>
  )
}
