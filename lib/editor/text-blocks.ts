import { firstEndingAfter, firstWhere } from "../domain/halving.ts"
import type { Span } from "../domain/unit.ts"

/** A stretch of the text that the page sets as one paragraph. `broken`: the line goes on in the raw text. */
export interface TextBlock extends Span {
  readonly broken: boolean
}

/** A block ends at the first line break behind this many characters … */
const enough = 500
/** … or, where no line breaks come, between two units behind this many. */
const plenty = 1_100

/**
 * Cut a text into blocks that cover it without gap or overlap. Scraped texts are often one line of a book's length,
 * which nobody can read and no browser can lay out quickly; such a line is set in paragraphs that end between units.
 * The raw text has no break there, and offsets are those of the raw text.
 */
export function textBlocks(text: string, units: readonly Span[]): TextBlock[] {
  const blocks: TextBlock[] = []
  let start = 0
  let broken = false
  const cut = (end: number, goesOn: boolean) => {
    blocks.push({ start, end, broken })
    start = end
    broken = goesOn
  }
  units.forEach((unit, at) => {
    const next = units[at + 1]
    if (!next || unit.end - start < enough) return
    const lineEnd = text.slice(unit.end, next.start).lastIndexOf("\n")
    if (lineEnd >= 0) cut(unit.end + lineEnd + 1, false)
    else if (unit.end - start >= plenty) cut(next.start, true)
  })
  if (start < text.length || blocks.length === 0) cut(text.length, false)
  return blocks
}

/** The index of the block that holds the character at `offset`; the last one for the end of the text. */
export function blockAt(blocks: readonly Span[], offset: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Indexes `[from, to)` of the units, in the order of the text, that share a character with `span`. */
export function unitsWithin(units: readonly Span[], span: Span): readonly [from: number, to: number] {
  return [firstEndingAfter(units, span.start), firstWhere(units.length, at => units[at]!.start >= span.end)]
}
