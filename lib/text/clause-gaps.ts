import { isDigitAt, isUpperAt } from "./characters.ts"
import { gap } from "./clause-chunk.ts"
import type { UnitWords } from "./unit-words.ts"

/** The signs before each word of a unit, and which words stand in a quotation. */
export interface Gaps {
  /** Bits of {@link gap}, one entry a word. */
  readonly signs: Uint8Array
  /** 1 for a word inside a quotation. */
  readonly quoted: Uint8Array
  /** Where the quotation that a quoted word stands in opens. */
  readonly openings: Int32Array
  /** 1 for a word with a capital. */
  readonly capitals: Uint8Array
}

const bits: Readonly<Record<string, number>> = {
  ",": gap.comma,
  ";": gap.semicolon,
  ":": gap.colon,
  "—": gap.dash,
  "–": gap.dash,
  "(": gap.open,
  "[": gap.open,
  ")": gap.close,
  "]": gap.close,
  ".": gap.stop,
  "!": gap.stop,
  "?": gap.stop,
  "…": gap.stop,
}

const openers = new Set("«“„‹‟")
const closers = new Set("»”›")

/**
 * Reads what stands between the words of the unit that begins at `start`. A quotation that is never closed reaches to
 * the unit's end, and counts as none where it holds the whole unit.
 */
export function gapsOf(text: string, start: number, end: number, { starts, ends, words }: UnitWords): Gaps {
  const signs = new Uint8Array(words.length)
  const quoted = new Uint8Array(words.length)
  const openings = new Int32Array(words.length)
  let opening = 0
  const capitals = new Uint8Array(words.length)
  let depth = 0
  let straight = false
  let at = start
  for (let index = 0; index < words.length; index++) {
    const to = starts[index] as number
    let found = 0
    for (; at < to; at++) {
      const sign = text[at] as string
      if (!(sign === ";" && isEntityEnd(text, at))) found |= bits[sign] ?? 0
      if (depth === 0 && !straight && (sign === '"' || openers.has(sign))) opening = at
      if (sign === '"') straight = !straight
      else if (openers.has(sign)) {
        // German and Polish quotations close with the sign that English ones open with.
        if (sign === "“" && depth > 0) depth--
        else depth++
      } else if (closers.has(sign)) depth = Math.max(0, depth - 1)
      else if (sign === "-" && /\s/.test(text[at - 1] ?? "") && /[\s-]/.test(text[at + 1] ?? "")) found |= gap.dash
      else if (sign === "-" && text[at + 1] === "-") found |= gap.dash
    }
    // "163,4" is one number.
    if (found === gap.comma && to - (ends[index - 1] ?? 0) === 1 && isDigitAt(text, to) && isDigitAt(text, to - 2))
      found = 0
    signs[index] = found
    if (isUpperAt(text, to)) capitals[index] = 1
    quoted[index] = straight || depth > 0 ? 1 : 0
    openings[index] = opening
    at = ends[index] as number
  }
  for (; at < end; at++) {
    const sign = text[at] as string
    if (sign === '"') straight = !straight
    else if (closers.has(sign) || (sign === "“" && depth > 0)) depth = Math.max(0, depth - 1)
  }
  // A quotation that goes on beyond the unit holds all of it.
  if ((straight || depth > 0) && quoted.every(bit => bit === 1)) quoted.fill(0)
  return { signs, quoted, openings, capitals }
}

/** Whether the semicolon at `at` ends a character reference such as "&#39;" that was left in the text. */
function isEntityEnd(text: string, at: number): boolean {
  return /&#?[a-z0-9]{1,8}$/i.test(text.slice(Math.max(0, at - 10), at))
}
