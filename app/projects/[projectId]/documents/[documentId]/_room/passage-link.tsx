"use client"
import type { Room } from "../../../../../../lib/queries/reading-room.ts"
import { TextLink } from "../../../../../_ui/text-link.tsx"

interface Props {
  readonly room: Room
  readonly unitId: string
  readonly documentId: string
  readonly title: string
  /** Goes to a claim of this document. */
  readonly show: (unitId: string) => void
}

/** The way to a passage: within this text at once, in another one by its page. */
export function PassageLink({ room, unitId, documentId, title, show }: Props) {
  const here = documentId === room.document.id
  return (
    <TextLink
      href={`/projects/${room.document.projectId}/documents/${documentId}?unit=${unitId}`}
      prefetch={false}
      onClick={event => {
        const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
        if (!here || !plain) return
        event.preventDefault()
        show(unitId)
      }}
    >
      {here ? "Go to it in this document" : `Go to it in ${title}`}
    </TextLink>
  )
}
