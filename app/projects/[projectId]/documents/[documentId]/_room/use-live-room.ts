"use client"
import { useEffect, useMemo } from "react"
import { movesOf } from "../../../../../../lib/domain/live.ts"
import { useFollowing } from "../../../../../_live/use-following.ts"
import { usePeople, useRevisions } from "../../../../../_live/use-live.ts"
import { useTold } from "../../../../../_live/use-told.ts"
import { onInboxNews } from "../../../../../_ui/inbox-news.ts"
import type { RoomState } from "./use-room.ts"

/**
 * Keeps the room at what the document is, tells others where one is, and answers how many changes of the document wait
 * because something is in hand here.
 */
export function useLiveRoom({ room, currentId, busy, refresh }: RoomState) {
  const { id, projectId } = room.document
  const revisions = useRevisions(projectId)
  useTold(projectId, id, currentId)
  const { waiting, show } = useFollowing({
    known: revisions && movesOf(revisions),
    shown: room.moves,
    busy,
    read: refresh,
  })
  // What was read is new no more in the margin.
  useEffect(() => onInboxNews(own => void (own && refresh())), [refresh])
  const here = (revisions?.documents[id] ?? 0) - room.revision
  const people = usePeople(projectId)
  const others = useMemo(() => new Set(people.flatMap(({ unitId }) => unitId ?? [])), [people])
  return { changes: waiting ? Math.max(0, here) : 0, show, others }
}
