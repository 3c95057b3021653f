"use client"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import type { Room } from "../../../../../../lib/queries/reading-room.ts"
import { Button } from "../../../../../_ui/button.tsx"

interface Props {
  readonly room: Room
  readonly successor: Card
  readonly onFollow: () => void
}

/** Says that the passage of a form was split or merged meanwhile, and offers to go on with what stands there now. */
export function PassageGone({ room, successor, onFollow }: Props) {
  const { start, end } = successor.unit
  return (
    <div role="alert" className="grid gap-2 border-l-3 border-accent bg-wash px-4 py-3">
      <p className="font-semibold">This passage was split or merged in the meantime. What you typed is kept.</p>
      <blockquote className="max-h-32 overflow-y-auto font-text break-words">
        {room.document.text.slice(start, end)}
      </blockquote>
      <Button size="small" className="justify-self-start" onClick={onFollow}>
        Go on with what stands there now
      </Button>
    </div>
  )
}
