"use client"
import type { Condition } from "../../../../../../lib/domain/condition.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { MendLink } from "./mend-link.tsx"
import type { OpenDialog } from "./room-dialogs.tsx"
import type { RoomState } from "./use-room.ts"

export interface ConditionProps {
  readonly conditions: readonly Condition[]
  readonly state: RoomState
  readonly card: Card
  readonly open: (dialog: OpenDialog) => void
}

/** What a verdict has and still lacks, each with the way to mend it. */
export function ConditionList({ conditions, state, card, open }: ConditionProps) {
  return (
    <ul className="grid gap-1.5">
      {conditions.map(({ code, met, sentence, mend }) => (
        <li key={`${code} ${sentence}`} className={`grid grid-cols-[20px_1fr] ${met ? "text-soft" : "text-ink"}`}>
          <span className={met ? "text-documented" : "text-accent"}>
            <span aria-hidden="true">{met ? "✓" : "✕"}</span>
            <span className="sr-only">{met ? "Met: " : "Missing: "}</span>
          </span>
          <span>
            {sentence} {mend && <MendLink mend={mend} state={state} card={card} open={open} />}
          </span>
        </li>
      ))}
    </ul>
  )
}
