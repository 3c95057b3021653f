"use client"
import { unitKinds } from "../../../../../../lib/domain/unit.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import type { RoomState } from "./use-room.ts"
import { sentenceCase } from "./words.ts"

/** Says what kind of passage it is. */
export function KindForm({ state, card, close }: { state: RoomState; card: Card; close: () => void }) {
  const { id: unitId, version, kind } = card.unit
  return (
    <ul className="flex flex-wrap gap-2">
      {unitKinds.map(value => (
        <li key={value}>
          <Button
            aria-pressed={value === kind}
            kind={value === kind ? "primary" : "quiet"}
            onClick={async () => {
              const done =
                value === kind ||
                (await state.send("/kind", { unitId, version, kind: value }, { said: `Now: ${value}.` })).ok
              if (done) close()
            }}
          >
            {sentenceCase(value)}
          </Button>
        </li>
      ))}
    </ul>
  )
}
