import { overlaps } from "../../../../../../lib/domain/flag.ts"
import type { Label } from "../../../../../../lib/domain/label.ts"
import type { DrawnUnit } from "../../../../../../lib/editor/text-view.ts"
import type { Room } from "../../../../../../lib/queries/reading-room.ts"

type Unit = Room["units"][number]
type Flag = Room["flags"][number]

const glyphs: Record<Label, string> = { documented: "●", disputed: "◐", speculative: "○" }

/** The label that a claim is drawn with: the verdict's, else the reader's own. */
const shownLabel = (unit: Unit): Label | null => unit.verdict ?? unit.mine

/** What a claim's state is called. */
export function stateWords(unit: Unit): string {
  const words = {
    open: "open",
    "in-review": "in review",
    contested: "contested",
    blocked: "blocked by a flag",
    vetted: "vetted",
  }[unit.state]
  const own = unit.mine ? `, you say ${unit.mine}` : ""
  return `Claim, ${words}${unit.verdict ? `: ${unit.verdict}` : ""}${own}`
}

/** Whether a unit is page chrome, which folds. */
const isChrome = (unit: Unit) => unit.kind === "boilerplate" || unit.kind === "meta"

/** Units as the page draws them. `opened` holds the first units of the folds that are open. */
export function drawnUnits(
  units: readonly Unit[],
  flags: readonly Flag[],
  currentId: string | null,
  opened: ReadonlySet<string>,
): DrawnUnit[] {
  let head: { id: string; open: boolean } | null = null
  return units.map((unit, index) => {
    let fold: string | undefined
    if (!isChrome(unit)) head = null
    else if (!head) {
      let last = index
      while (units[last + 1] && isChrome(units[last + 1]!)) last++
      head = { id: unit.id, open: opened.has(unit.id) }
      const lines = last - index + 1
      fold = `${head.open ? "Fold" : ""} ${lines} ${lines === 1 ? "line" : "lines"} of page chrome`.trim()
    }
    const drawn = drawnUnit(unit, flags, unit.id === currentId, head !== null && !head.open)
    return fold === undefined ? drawn : { ...drawn, fold }
  })
}

function drawnUnit(unit: Unit, flags: readonly Flag[], current: boolean, folded: boolean): DrawnUnit {
  const label = unit.kind === "claim" ? shownLabel(unit) : null
  const look =
    unit.kind === "claim"
      ? `claim ${label ?? "unlabelled"} ${unit.state}${unit.verdict ? "" : " own"}`
      : `aside ${unit.kind}${folded ? " folded" : ""}`
  const { id, start, end } = unit
  const marks = flags.filter(flag => overlaps(flag, unit))
  const edges = [...new Set([start, end, ...marks.flatMap(flag => [flag.start, flag.end])])]
    .filter(at => at >= start && at <= end)
    .sort((a, b) => a - b)
  const pieces = edges.slice(0, -1).map((from, index) => {
    const piece = { start: from, end: edges[index + 1]! }
    return { ...piece, flagged: marks.some(flag => overlaps(flag, piece)) }
  })
  const glyph = unit.state === "contested" ? "◇" : label ? glyphs[label] : ""
  const state = unit.kind === "claim" ? stateWords(unit) : unit.kind
  return { id, start, end, look, glyph, state, focusable: !folded, current, pieces }
}
