import type { DrawnUnit, MarginNote } from "./text-view.ts"

const samePieces = (a: DrawnUnit["pieces"], b: DrawnUnit["pieces"]) =>
  a.length === b.length &&
  a.every(({ start, end, flagged }, at) => {
    const other = b[at]!
    return start === other.start && end === other.end && flagged === other.flagged
  })

const sameNotes = (a: readonly MarginNote[], b: readonly MarginNote[]) =>
  a.length === b.length &&
  a.every(
    ({ id, kind, title, words }, at) =>
      id === b[at]!.id && kind === b[at]!.kind && title === b[at]!.title && words === b[at]!.words,
  )

/** Whether a unit is drawn as it was, so that its decorations may stay. */
export const sameDrawing = (a: DrawnUnit, b: DrawnUnit | undefined): boolean =>
  b !== undefined &&
  a.look === b.look &&
  a.glyph === b.glyph &&
  a.state === b.state &&
  a.current === b.current &&
  a.fold === b.fold &&
  samePieces(a.pieces, b.pieces) &&
  sameNotes(a.notes, b.notes)
