import type { Span } from "../domain/unit.ts"
import { utf16Of } from "./code-points.ts"
import type { OffsetUnit } from "./marked-file.ts"

export const otherUnit: Readonly<Record<OffsetUnit, OffsetUnit>> = { "utf-16": "code-points", "code-points": "utf-16" }
export const unitWords: Readonly<Record<OffsetUnit, string>> = {
  "utf-16": "UTF-16 code units",
  "code-points": "code points",
}

/** Reads passages of a text by positions of either kind; null for those that are not all in it. */
export function spansIn(text: string): (span: Span, unit: OffsetUnit) => Span | null {
  let toUtf16: ((points: number) => number | null) | undefined
  return ({ start, end }, unit) => {
    if (unit === "utf-16") return end <= text.length ? { start, end } : null
    toUtf16 ??= utf16Of(text)
    const [from, to] = [toUtf16(start), toUtf16(end)]
    return from === null || to === null ? null : { start: from, end: to }
  }
}

export type OwnWords = { readonly ok: true; readonly words: string } | { readonly ok: false; readonly why: string }

/**
 * Gives the words at positions of a text that a file brings along, for formats that say no words of a passage. Positions
 * that fall into the middle of words, and would not if they counted otherwise, are no mistake that anybody should find
 * later: they are refused, unless it is `sure` how they count.
 */
export function ownWords(text: string, sure: boolean): (span: Span, unit: OffsetUnit) => OwnWords {
  const spanAt = spansIn(text)
  const wide = /[\ud800-\udbff]/.test(text)
  return (span, unit) => {
    const here = spanAt(span, unit)
    const other = wide && !sure ? spanAt(span, otherUnit[unit]) : null
    const fits = here !== null && whole(text, here.start) && whole(text, here.end)
    if (fits) return { ok: true, words: text.slice(here.start, here.end) }
    if (other && whole(text, other.start) && whole(text, other.end)) {
      const fault = here ? "it begins or ends within a word" : "it ends outside of the text"
      const why = `Counted in ${unitWords[unit]}, ${fault}; counted in ${unitWords[otherUnit[unit]]} it does not. Choose how the file counts and read it again.`
      return { ok: false, why }
    }
    if (!here) return { ok: false, why: `It ends at ${span.end}, outside of the text that the file brings along.` }
    const words = text.slice(here.start, here.end)
    return words.isWellFormed() ? { ok: true, words } : { ok: false, why: "It cuts a character in two." }
  }
}

const letter = /[\p{L}\p{M}\p{N}]/u

/** Whether a passage that begins or ends here cuts no word and no character. */
function whole(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const after = text.codePointAt(at)!
  const pair = text.codePointAt(at - 1)!
  if (pair > 0xffff) return false
  const before = /[\udc00-\udfff]/.test(text[at - 1]!) && at > 1 ? text.codePointAt(at - 2)! : pair
  return !(letter.test(String.fromCodePoint(before)) && letter.test(String.fromCodePoint(after)))
}
