import { overlaps } from "../../../../../../lib/domain/flag.ts"
import { flagReasonWords } from "../../../../../../lib/domain/flag-words.ts"
import { type Label, labelGlyph } from "../../../../../../lib/domain/label.ts"
import type { TextMark } from "../../../../../../lib/editor/text-mark.ts"
import type { Drawing, DrawnUnit, MarginNote } from "../../../../../../lib/editor/text-view.ts"
import type { Room } from "../../../../../../lib/queries/reading-room.ts"

type Unit = Room["units"][number]
type Flag = Room["flags"][number]
type Talk = Room["talk"][number]

/** What the margin says of. */
export interface Beside {
  readonly flags: readonly Flag[]
  readonly talk: readonly Talk[]
  /** The marks of the text, in its order; they are the same as long as the text is. */
  readonly marks: readonly TextMark[]
}

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
const isChrome = (unit: Unit | undefined) => unit?.kind === "boilerplate" || unit?.kind === "meta"

/** How the page draws the units. `opened` holds the first units of the folds that are open. */
export function roomDrawing(
  units: readonly Unit[],
  beside: Beside,
  currentId: string | null,
  opened: ReadonlySet<string>,
): Drawing {
  return {
    units,
    draw: index => {
      const unit = units[index]!
      const current = unit.id === currentId
      if (!isChrome(unit)) return drawnUnit(unit, beside, current, false)
      let head = index
      while (isChrome(units[head - 1])) head--
      const open = opened.has(units[head]!.id)
      const drawn = drawnUnit(unit, beside, current, !open)
      return head === index ? { ...drawn, fold: foldWords(units, head, open) } : drawn
    },
  }
}

function foldWords(units: readonly Unit[], head: number, open: boolean): string {
  let last = head
  while (isChrome(units[last + 1])) last++
  const lines = last - head + 1
  return `${open ? "Fold " : ""}${lines} ${lines === 1 ? "line" : "lines"} of page chrome`
}

function drawnUnit(unit: Unit, { flags, talk, marks: all }: Beside, current: boolean, folded: boolean): DrawnUnit {
  const label = unit.kind === "claim" ? shownLabel(unit) : null
  const look =
    unit.kind === "claim"
      ? `claim ${label ?? "unlabelled"} ${unit.state}${unit.verdict ? "" : " own"}`
      : `aside ${unit.kind}${folded ? " folded" : ""}`
  const { id, start, end } = unit
  const marks = flags.filter(flag => overlaps(flag, unit))
  const begun = marksIn(unit, all)
  // A mark within a passage parts it in two; one piece alone is what is pressed and read out.
  const edges = [
    ...new Set([start, end, ...begun.map(({ at }) => at), ...marks.flatMap(flag => [flag.start, flag.end])]),
  ]
    .filter(at => at >= start && at <= end)
    .sort((a, b) => a - b)
  const pieces = edges.slice(0, -1).map((from, index) => {
    const piece = { start: from, end: edges[index + 1]! }
    return { ...piece, flagged: marks.some(flag => overlaps(flag, piece)) }
  })
  const glyph = unit.state === "contested" ? "◇" : label ? labelGlyph[label] : ""
  const state = unit.kind === "claim" ? stateWords(unit) : unit.kind
  // A flag that goes on from the passage before has its note there.
  const notes = marks
    .filter(flag => flag.start >= start)
    .map(flag => ({ id: flag.id, kind: "flag" as const, title: flagReasonWords[flag.reason], words: flag.note }))
  const said = talkNote(unit, talk)
  const margin = said ? [...notes, said] : notes
  return {
    id,
    start,
    end,
    look,
    glyph,
    state,
    focusable: !folded,
    current,
    pieces,
    notes: margin,
    marks: marksIn(unit, all),
  }
}

/** A page begins with its first character; a note is called behind the last that it is about. */
const marksIn = ({ start, end }: Unit, marks: readonly TextMark[]): readonly TextMark[] =>
  marks.filter(({ kind, at }) => (kind === "page" ? at >= start && at < end : at > start && at <= end))

/** What the margin says of the discussions that begin at a passage: those that are open, or hold what was not read. */
function talkNote({ id, start, end }: Unit, talk: readonly Talk[]): MarginNote | null {
  const here = talk.filter(one => one.start >= start && one.start < end && (!one.resolved || one.unread > 0))
  if (here.length === 0) return null
  const sum = (of: (one: Talk) => number) => here.reduce((total, one) => total + of(one), 0)
  const [comments, unread] = [sum(one => one.comments), sum(one => one.unread)]
  const title = comments === 1 ? "1 comment" : `${comments} comments`
  return { id: `talk-${id}`, kind: unread > 0 ? "news" : "talk", title, words: unread > 0 ? `${unread} new` : "" }
}
