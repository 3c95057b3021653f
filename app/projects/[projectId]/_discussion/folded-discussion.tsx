"use client"
import { type ComponentProps, useState } from "react"
import { Button } from "../../../_ui/button.tsx"
import { DiscussionPart } from "./discussion-part.tsx"

/** A discussion that stands open where there is one, and behind a button where it would have to be begun. */
export function FoldedDiscussion({ about, ...props }: ComponentProps<typeof DiscussionPart> & { about: string }) {
  const [begun, setBegun] = useState(0)
  const { threads, state } = props
  if (threads.length === 0 && begun === 0)
    return state.discussion?.mayComment && !state.discussion.veiled ? (
      <Button size="small" kind="plain" aria-label={`Discuss ${about}`} onClick={() => setBegun(1)}>
        Discuss
      </Button>
    ) : null
  return <DiscussionPart {...props} writing={begun} />
}
