import { classAt, isDigitAt, isSpaceAt, LOWER, UPPER } from "./characters.ts"
import { hasWideGap, isFurnitureLine, isMostlyCapitals, lineEnd, lineStart } from "./physical-line.ts"

const capitalRun = /(?:\p{Lu}[\p{Lu}.'’-]{1,20}(?:,? | & | OF | AND )){1,6}\p{Lu}[\p{Lu}.'’-]{2,20}/uy
const tail =
  /(?:[,.]? ?(?:\p{Lu}{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \p{Lu}{3,9},? \d{4}|\d{1,2},? \d{4}|\d{4}))?[.,]? {0,4}(?:[-—–|] ?)?(?:(?:PAGE|Page|p\.|СТР\.?) ?)?\d{1,4}(?=\s+["“«]?\p{L})/uy

/**
 * Where the running header ends that begins at `at` in one line with the sentence it breaks: words in capitals with a
 * page number, "THE GAZETTE, MARCH 4, 1911. 7"; 0 if there is none.
 */
function headerEnd(text: string, at: number): number {
  capitalRun.lastIndex = at
  const run = capitalRun.exec(text)
  if (!run || run[0].length < 9) return 0
  tail.lastIndex = at + run[0].length
  const number = tail.exec(text)
  return number ? tail.lastIndex : 0
}

/** Whether a running header begins at `next` in the midst of a sentence set in small letters. */
export function isPageHeaderAt(text: string, end: number, next: number): boolean {
  return (classAt(text, end - 1) & LOWER) !== 0 && headerEnd(text, next) > 0
}

/**
 * The length of the running header or other line of furniture that a unit at `at` begins with: the whole physical line
 * when it is one by its form, or the words in capitals with a page number; 0 if there is none.
 */
export function pageHeaderLength(text: string, at: number): number {
  if (lineStart(text, at) === at) {
    const end = lineEnd(text, at, 120)
    if (end - at < 120 && end > at) {
      const capitals = isMostlyCapitals(text, at, end) && hasTitle(text.slice(at, end))
      if ((hasWideGap(text, at, end) || capitals) && isFurnitureLine(text, at, end)) return end - at
      if (capitals && /\d/.test(text.slice(at, end)) && followsBreak(text, at)) return end - at
    }
  }
  return classAt(text, at) & UPPER || isDigitAt(text, at) ? Math.max(0, headerEnd(text, at) - at) : 0
}

/** Whether a line in capitals holds two words of three letters at least, and no label: no reference, no turn to speak. */
function hasTitle(line: string): boolean {
  return (
    !/[[\]()]|:(?:\s|$)|(?<!\p{L})\p{Lu}\p{Ll}{0,2}\. ?\d/u.test(line) && (line.match(/\p{Lu}{3,}/gu)?.length ?? 0) > 1
  )
}

/** Whether a line with words stands right above, without a blank line between. */
function followsBreak(text: string, at: number): boolean {
  return at > 1 && isSpaceAt(text, at - 1) && !isSpaceAt(text, at - 2)
}
