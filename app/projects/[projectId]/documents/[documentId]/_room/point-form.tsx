"use client"
import { useState } from "react"
import { uuidv7 } from "uuidv7"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import type { RoomState } from "./use-room.ts"

interface Props {
  readonly state: RoomState
  readonly card: Card
  readonly close: () => void
  /** Whether the passage's end moves; otherwise it is split. */
  readonly move: boolean
}

/** Chooses a point between two words: with the arrow keys, the slider or a press on a word. */
export function PointForm({ state, card, close, move }: Props) {
  const { units, document: page } = state.room
  const { id: unitId, version, start, end } = card.unit
  const next = units.find(unit => unit.start >= end)
  const to = move ? (next?.end ?? end) : end
  const points = wordStarts(page.text.slice(start, to)).map(at => start + at)
  const middle = points.findIndex(at => at > (move ? end - 1 : (start + end) / 2))
  const [chosen, setChosen] = useState(Math.max(0, middle))
  const at = points[chosen]
  if (at === undefined) return <p>This passage is one word long and can't be cut here.</p>
  const send = async () => {
    const ids = [uuidv7(), uuidv7()] as const
    const seen = { unitId, version, nextId: next?.id ?? null, nextVersion: next?.version ?? null }
    const done = move
      ? await state.send("/boundary", { ...seen, at }, { said: "Boundary moved.", thenGoTo: unitId })
      : await state.send("/split", { unitId, version, at, ids }, { said: "Split in two.", thenGoTo: ids[0] })
    if (done.ok) close()
  }
  return (
    <div className="grid gap-4">
      <p className="text-soft">Press a word, or use the arrow keys on the slider: the second passage begins there.</p>
      <p className="font-text text-lg">
        {[start, ...points].map((from, index, all) => (
          <button
            key={from}
            type="button"
            tabIndex={-1}
            onClick={() => index > 0 && setChosen(index - 1)}
            className={
              from < at
                ? "text-left"
                : from === at
                  ? "border-l-2 border-accent bg-accent-wash pl-1 text-left"
                  : "bg-accent-wash text-left"
            }
          >
            <span className="whitespace-pre-wrap">{page.text.slice(from, all[index + 1] ?? to)}</span>
          </button>
        ))}
      </p>
      <label className="grid gap-1">
        <span className="font-semibold">Point</span>
        <input
          type="range"
          min={0}
          max={points.length - 1}
          value={chosen}
          aria-valuetext={`before “${page.text.slice(at, points[chosen + 1] ?? to).trim()}”`}
          onChange={event => setChosen(Number(event.target.value))}
        />
      </label>
      <Button kind="primary" busy={state.busy} className="justify-self-start" onClick={() => void send()}>
        {move ? "Move the end here" : "Split here"}
      </Button>
    </div>
  )
}

/** Where words begin, the first one left out; glued words can be cut at a capital too. */
const wordStarts = (text: string): number[] =>
  [...text.matchAll(/(?<=\s)\S|(?<=\p{Ll})\p{Lu}|(?<=[.!?…”"])\p{L}/gu)].map(match => match.index)
