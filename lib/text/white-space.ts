import { isSpaceAt } from "./characters.ts"

/** The first index at or after `from` that holds no white space; the length of the text if there is none. */
export function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpaceAt(text, at)) at++
  return at
}

/** The line breaks in the white space `[from, to)`: none, one, or a blank line (also a paragraph separator). */
export function breaksIn(text: string, from: number, to: number): "none" | "line" | "paragraph" {
  let lines = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x2029 || code === 0x0c) return "paragraph"
    if (code === 0x0a || code === 0x2028 || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) lines++
    if (lines === 2) return "paragraph"
  }
  return lines === 0 ? "none" : "line"
}
