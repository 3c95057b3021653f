"use client"
import { useEffect, useState } from "react"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Kbd } from "../../../../../_ui/kbd.tsx"
import { DiscussionPart } from "../../../_discussion/discussion-part.tsx"
import { claimPlace } from "../../../_discussion/talk-place.ts"
import type { DiscussionState } from "../../../_discussion/use-discussion.ts"
import type { RoomState } from "./use-room.ts"

interface Props {
  readonly state: RoomState
  readonly card: Card
  readonly talk: DiscussionState
  readonly writing: number
  readonly noField: () => void
}

/** What is discussed about the passage at hand. */
export function TalkPart({ state, card, talk, writing, noField }: Props) {
  const { document, offers } = state.room
  // What was asked on another passage is not asked on this one.
  const [asked] = useState(writing)
  const { discussion, failure } = talk
  const isNone = failure !== null || (discussion !== null && (discussion.veiled || !discussion.mayComment))
  useEffect(() => {
    if (writing > asked && isNone) noField()
  }, [writing, asked, isNone, noField])
  const threads = talk.discussion?.threads.filter(({ flagId }) => flagId === null) ?? []
  return (
    <section id="discussion" aria-labelledby="discussion-title">
      <div className="mb-2 flex items-baseline justify-between">
        <h2 id="discussion-title" className="label-caps">
          Discussion
        </h2>
        {offers["comment.give"] && <Kbd>m</Kbd>}
      </div>
      <DiscussionPart
        place={claimPlace(document.projectId, document.id, card.unit.id)}
        state={talk}
        threads={threads}
        none="Nobody discussed this passage yet."
        writing={writing - asked}
      />
    </section>
  )
}
