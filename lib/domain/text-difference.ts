import type { Alignment, Run } from "./text-alignment.ts"

/** A stretch that two texts share, or that one of them has alone. */
export interface Piece {
  readonly kind: "same" | "deleted" | "inserted"
  readonly text: string
  /** For a shared stretch of which only the ends are told: how many characters are left out, and how it ends. */
  readonly folded?: { readonly characters: number; readonly end: string }
}

/** Characters of a shared stretch that are shown on either side of a change. */
const shown = 80

/**
 * How two texts differ, piece by piece in their order, as the alignment has it; long shared stretches are told by their
 * ends alone. The pieces without the deleted ones are the new text, without the inserted ones the old one, but for what
 * is folded.
 */
export function differencePieces(oldText: string, freshText: string, { old, fresh, runs }: Alignment): Piece[] {
  const pieces: Piece[] = []
  const add = (kind: Piece["kind"], text: string) => {
    if (text !== "") pieces.push(kind === "same" ? folded(text) : { kind, text })
  }
  let [oldAt, freshAt] = [0, 0]
  const upTo = (run: Pick<Run, "old" | "fresh">) => {
    add("deleted", oldText.slice(old.starts[oldAt], old.starts[run.old]))
    add("inserted", freshText.slice(fresh.starts[freshAt], fresh.starts[run.fresh]))
  }
  for (const run of runs) {
    // What two runs both lay claim to is shown with the first.
    const skip = Math.max(0, oldAt - run.old, freshAt - run.fresh)
    if (skip >= run.length) continue
    const first = { old: run.old + skip, fresh: run.fresh + skip }
    upTo(first)
    oldAt = run.old + run.length
    freshAt = run.fresh + run.length
    add("same", oldText.slice(old.starts[first.old], old.starts[oldAt]))
  }
  upTo({ old: old.says.length, fresh: fresh.says.length })
  return pieces
}

/** How much of a word at a fold is left out at most, so that words stay whole. */
const wordReach = 30

/** The shared stretch with its middle left out when it is long, between words where it can be; no surrogate pair is parted. */
function folded(text: string): Piece {
  if (text.length <= 3 * shown) return { kind: "same", text }
  const low = (at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at))
  const back = text.slice(shown - wordReach, shown + 1).match(/\s\S*$/)?.index
  const on = text.slice(text.length - shown - 1, text.length - shown + wordReach).match(/\s(?=\S)/)?.index
  const head = back !== undefined ? shown - wordReach + back : low(shown) ? shown - 1 : shown
  const from = text.length - shown
  const tail = on !== undefined ? from + on : low(from) ? from + 1 : from
  return { kind: "same", text: text.slice(0, head), folded: { characters: tail - head, end: text.slice(tail) } }
}
