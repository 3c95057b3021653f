"use client"
import type { Discussion } from "../../../../../lib/queries/shown-discussion.ts"
import { DiscussionPart } from "../../_discussion/discussion-part.tsx"
import { sourcePlace } from "../../_discussion/talk-place.ts"
import { useDiscussion } from "../../_discussion/use-discussion.ts"

interface Props {
  readonly projectId: string
  readonly sourceId: string
  /** What was said when the page was made. */
  readonly start: Discussion
}

/** What is discussed about a source. */
export function SourceTalk({ projectId, sourceId, start }: Props) {
  const place = sourcePlace(projectId, sourceId)
  const state = useDiscussion(place.at, null, start)
  return (
    <section aria-labelledby="discussion" className="grid gap-4">
      <h2 id="discussion" className="text-xl">
        Discussion
      </h2>
      <div className="max-w-[42rem]">
        <DiscussionPart
          place={place}
          state={state}
          threads={state.discussion?.threads ?? []}
          none="Nobody discussed this source yet."
        />
      </div>
    </section>
  )
}
