import type { Span } from "../../../../../../lib/domain/unit.ts"

/** A passage as the room knows it. */
export interface Passage extends Span {
  readonly id: string
  readonly version: number
}

/** What cutting at a point does to the passages that stand there. */
export type Cut =
  | { readonly does: "split"; readonly unit: Passage }
  | { readonly does: "move"; readonly left: Passage; readonly right: Passage }
  /** The passages are parted there already. */
  | { readonly does: "nothing" }

/** The passages that a cut is about: one that is split, or two whose boundary moves. */
export function passagesAt(units: readonly Passage[], unitId: string, move: boolean): readonly Passage[] {
  const index = units.findIndex(unit => unit.id === unitId)
  return index < 0 ? [] : units.slice(index, index + (move ? 2 : 1))
}

/** What stands now where these passages stood, whole. */
export function standingNow(units: readonly Passage[], before: readonly Passage[]): readonly Passage[] {
  const [first, last] = [before[0], before.at(-1)]
  return first && last ? units.filter(unit => unit.start < last.end && unit.end > first.start) : []
}

/** Whether these are the very same passages, as they were. */
export const untouched = (before: readonly Passage[], now: readonly Passage[]): boolean =>
  before.length === now.length &&
  before.every((unit, index) => {
    const other = now[index]
    return other && unit.id === other.id && unit.version === other.version
  })

/**
 * What a cut at `at` does to what stands now. `moved` is the passage whose end is to be moved there; while its end still
 * stands and the point lies in one of the two passages that it parts, it is moved, else the passage that holds the point
 * is split.
 */
export function cutAt(now: readonly Passage[], at: number, moved: Passage | undefined): Cut {
  if (now.slice(1).some(unit => unit.start === at)) return { does: "nothing" }
  const index = moved ? now.findIndex(unit => unit.id === moved.id || unit.end === moved.end) : -1
  const [left, right] = [now[index], now[index + 1]]
  if (left && right && left.start < at && at < right.end) return { does: "move", left, right }
  const unit = now.find(one => one.start < at && at < one.end)
  return unit ? { does: "split", unit } : { does: "nothing" }
}
