"use client"
import { useState } from "react"
import { Button } from "../../../_ui/button.tsx"
import { Chip } from "../../../_ui/chip.tsx"
import { DiscussionPart } from "./discussion-part.tsx"
import { flagPlace } from "./talk-place.ts"
import { useDiscussion } from "./use-discussion.ts"

interface Props {
  readonly projectId: string
  readonly documentId: string
  readonly flagId: string
  /** The flag in words, for who does not see where the button stands. */
  readonly about: string
  readonly comments: number
  readonly unread: number
}

/** The discussion of a flag in a list, behind a button that says how much there is. */
export function FlagTalk(props: Props) {
  const { about, comments, unread } = props
  const [open, setOpen] = useState(false)
  const many = comments === 0 ? "Discuss" : `${comments} ${comments === 1 ? "comment" : "comments"}`
  return (
    <div className="grid justify-items-start gap-3">
      <Button
        size="small"
        kind="plain"
        className="-ml-2.5"
        aria-expanded={open}
        aria-label={`${many}${unread > 0 ? `, ${unread} new` : ""}: discussion of ${about}`}
        onClick={() => setOpen(now => !now)}
      >
        {many}
        {unread > 0 && <Chip tone="contested">{unread} new</Chip>}
      </Button>
      {open && (
        <div className="w-full max-w-[38rem]">
          <Opened {...props} />
        </div>
      )}
    </div>
  )
}

function Opened({ projectId, documentId, flagId, comments, unread }: Props) {
  const place = flagPlace(projectId, documentId, flagId)
  const state = useDiscussion(place.at, `${comments} ${unread}`)
  return (
    <DiscussionPart
      place={place}
      state={state}
      threads={state.discussion?.threads ?? []}
      none="Nobody discussed this flag yet."
    />
  )
}
