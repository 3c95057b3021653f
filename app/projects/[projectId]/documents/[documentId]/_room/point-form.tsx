"use client"
import { useRef, useState } from "react"
import { uuidv7 } from "uuidv7"
import { type ApiFailure, awayWords, isAway } from "../../../../../_ui/api.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { FormError } from "../../../../../_ui/form-error.tsx"
import { useRetry } from "../../../../../_ui/use-retry.ts"
import { cutAt, passagesAt, standingNow, untouched } from "./cut-here.ts"
import { PointText } from "./point-text.tsx"
import type { RoomState } from "./use-room.ts"

interface Props {
  readonly state: RoomState
  /** The passage that is split, or whose end moves, as it was when the form was opened. */
  readonly unitId: string
  readonly close: () => void
  /** Whether the passage's end moves; otherwise it is split. */
  readonly move: boolean
}

/**
 * Chooses a point between two words: with the arrow keys, the slider or a press on a word. When somebody else cut the
 * passage meanwhile, it shows what stands there now with their cuts and the point that was chosen here, for deciding again.
 */
export function PointForm({ state, unitId, close, move }: Props) {
  const { units, document: page } = state.room
  const [before] = useState(() => passagesAt(units, unitId, move))
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const attempt = useRef<{ what: string; ids: readonly [string, string]; requestId: string } | null>(null)
  const now = standingNow(units, before)
  const [start, end] = [now[0]?.start ?? 0, now.at(-1)?.end ?? 0]
  const points = wordStarts(page.text.slice(start, end)).map(point => start + point)
  const [chosen, setChosen] = useState(() => {
    const [first] = before
    if (!first) return 0
    return points.find(point => point > (move ? first.end - 1 : (first.start + first.end) / 2)) ?? points[0] ?? 0
  })
  // The point stays where it is in the text, whatever becomes of the passages around it.
  const at = points.includes(chosen) ? chosen : (points.find(point => point > chosen) ?? points.at(-1))
  const waiting = failure !== null && isAway(failure)
  const send = async () => {
    if (at === undefined) return
    const cut = cutAt(now, at, move ? before[0] : undefined)
    if (cut.does === "nothing") return
    const what = JSON.stringify([cut, at])
    // The same cut sent again is the same write.
    if (attempt.current?.what !== what)
      attempt.current = { what, ids: [uuidv7(), uuidv7()], requestId: crypto.randomUUID() }
    const { ids, requestId } = attempt.current
    const done =
      cut.does === "move"
        ? await state.send(
            "/boundary",
            {
              requestId,
              unitId: cut.left.id,
              version: cut.left.version,
              nextId: cut.right.id,
              nextVersion: cut.right.version,
              at,
            },
            { said: "Boundary moved.", thenGoTo: cut.left.id, quiet: true },
          )
        : await state.send(
            "/split",
            { requestId, unitId: cut.unit.id, version: cut.unit.version, at, ids },
            { said: "Split in two.", thenGoTo: ids[0], quiet: true },
          )
    if (done.ok) close()
    else setFailure(told => (told && isAway(told) && isAway(done.failure) ? told : done.failure))
  }
  useRetry(waiting, send)
  if (at === undefined) return <p>This passage is one word long and can't be cut here.</p>
  const cut = cutAt(now, at, move ? before[0] : undefined)
  const touched = !untouched(before, now)
  const late = failure?.code === "conflict" || failure?.code === "unit-retired"
  const boundaries = touched || move ? now.slice(1).map(unit => unit.start) : []
  return (
    <div className="grid gap-4">
      {!late && <FormError failure={waiting ? { ...failure, sentence: kept(failure) } : failure} />}
      {touched && (
        <div role="alert" className="border-l-3 border-accent bg-wash px-4 py-3">
          <p className="font-semibold">
            {late && failure["by"] ? String(failure["by"]) : "Somebody"} changed{" "}
            {move ? "these passages" : "this passage"} in the meantime{late && ", so nothing was done yet"}.
          </p>
          <p className="mt-1 text-sm">
            Below is what stands there now, parted at ‖, with your point still marked. {meaning(cut.does, move)}
          </p>
        </div>
      )}
      <p className="text-soft">Press a word, or use the arrow keys on the slider: the second passage begins there.</p>
      <PointText
        text={page.text}
        span={{ start, end }}
        points={points}
        boundaries={boundaries}
        at={at}
        to={cut.does === "split" ? cut.unit.end : end}
        onChoose={setChosen}
      />
      <label className="grid gap-1">
        <span className="font-semibold">Point</span>
        <input
          type="range"
          min={0}
          max={points.length - 1}
          value={points.indexOf(at)}
          aria-valuetext={`before “${page.text.slice(at, points[points.indexOf(at) + 1] ?? end).trim()}”`}
          onChange={event => setChosen(points[Number(event.target.value)] ?? at)}
        />
      </label>
      {cut.does === "nothing" ? (
        <p className="text-soft">The text is parted at this point already. Choose another one, or close this.</p>
      ) : (
        <Button kind="primary" busy={state.busy} className="justify-self-start" onClick={() => void send()}>
          {cut.does === "move" ? "Move the end here" : "Split here"}
        </Button>
      )}
    </div>
  )
}

const kept = (failure: ApiFailure) =>
  `${awayWords(failure)}. Your point is kept, and the cut is sent by itself when it can be.`

const meaning = (does: "split" | "move" | "nothing", move: boolean) =>
  does === "nothing"
    ? "They parted it at your point, too."
    : does === "split" && move
      ? "The boundary that you wanted to move is not there any more; you can split what holds your point."
      : "You can still cut it there, or choose another point."

/** Where words begin, the first one left out; glued words can be cut at a capital too. */
const wordStarts = (text: string): number[] =>
  [...text.matchAll(/(?<=\s)\S|(?<=\p{Ll})\p{Lu}|(?<=[.!?…”"])\p{L}/gu)].map(match => match.index)
