import { CLOSER, classAt, DIGIT, LOWER, SPACE, UPPER } from "./characters.ts"
import { cutsAtLine } from "./line-cut.ts"
import { type ListMark, listMarkAt } from "./list-mark.ts"
import { lostStop } from "./lost-stop.ts"
import { isPageHeaderAt } from "./page-header.ts"
import { lineEnd, lineStart } from "./physical-line.ts"
import type { RuleId } from "./rules.ts"
import { capitalLabelAt } from "./speaker-label.ts"
import { stampLength } from "./time-stamp.ts"
import { breaksIn } from "./white-space.ts"

/** Three numbers or more after a name, as profiles show them. */
const counters = /[\p{L}_](?: \d[\d,]*){3,}$/u
const drawnLine = /[=_*~-]{5}/y
const bylineWord = /(?:Answer|Answered|Posted|Asked) by \p{Lu}/uy

/**
 * Whether to cut at white space without a stop before it; the rule's id, or "" for no cut. `closers` is how many more
 * brackets were closed than opened in the unit that starts at `start`, `signs` whether it may hold an address.
 */
export function cutAtSpace(
  text: string,
  start: number,
  end: number,
  next: number,
  list: ListMark | null,
  closers: number,
  signs: boolean,
): RuleId | "" {
  if (next - end > 1 || text.charCodeAt(end) !== 0x20) {
    const breaks = breaksIn(text, end, next)
    if (breaks === "paragraph") return "paragraph"
    if (breaks === "line" && cutsAtLine(text, start, end, next)) return "line-start"
  }
  const bits = classAt(text, next)
  if (list !== null && bits & (DIGIT | LOWER)) {
    const mark = listMarkAt(text, next)
    if (mark && mark.style === list.style && mark.value === list.value + 1) return "list-item"
  }
  const before = classAt(text, end - 1)
  if (bits & LOWER) return before & CLOSER && closers > 1 && endsInBrackets(text, end) ? "emoticon" : ""
  if (bits & DIGIT) return stampLength(text, next) > 0 && !leadsOn(text, start, end) ? "lost-stop" : ""
  if (bits & UPPER) {
    if (before & DIGIT && counters.test(text.slice(Math.max(start, end - 24), end))) return "lost-stop"
    if (signs && afterAddress(text, start, end)) return "lost-stop"
    if (before & (CLOSER | UPPER) || text.charCodeAt(end - 1) === 0x28) {
      if (endsInEmoticon(text, start, end) || (closers > 0 && endsInBrackets(text, end))) return "emoticon"
    }
    if (classAt(text, next + 1) & UPPER) {
      return (!(before & UPPER) && capitalLabelAt(text, next)) || isPageHeaderAt(text, end, next) ? "lost-stop" : ""
    }
    if (before & LOWER && lostStop(text, start, end, next)) return "lost-stop"
    const code = text.charCodeAt(next)
    if (code !== 0x41 && code !== 0x50) return ""
    bylineWord.lastIndex = next
    return bylineWord.test(text) ? "lost-stop" : ""
  }
  const char = text.charCodeAt(next)
  if (char === 0x5e && text.charCodeAt(next + 1) === 0x20) return "list-item"
  if (char === 0x2022 && isLinkLine(text, start, end, next)) return ""
  if (char === 0x2022 || char === 0x2043 || char === 0x25aa) return "list-item"
  if (char === 0x5b || char === 0x3c) {
    return stampLength(text, next) > 0 ? "lost-stop" : ""
  }
  drawnLine.lastIndex = next
  return drawnLine.test(text) ? "lost-stop" : ""
}

/** Whether the bullet at `next` sets off links in a line that begins without one, holds another and ends without a stop. */
function isLinkLine(text: string, start: number, end: number, next: number): boolean {
  if (lineStart(text, start) !== start || next - start > 200 || !(classAt(text, start) & (UPPER | LOWER))) return false
  const lineStop = lineEnd(text, next)
  if (/[:.!?…]/.test(text[end - 1] as string) || /[.!?…:;]/.test(text[lineStop - 1] as string)) return false
  return text.slice(start, lineStop).split(" • ").length > 2
}

/** Whether an address of the web or of mail stands before the white space at `end`. */
function afterAddress(text: string, start: number, end: number): boolean {
  const floor = Math.max(start, end - 120)
  let at = end
  let sign = false
  while (at > floor) {
    const bits = classAt(text, at - 1)
    if (bits & SPACE) break
    if (!(bits & (UPPER | LOWER))) sign = true
    at--
  }
  if (!sign || end - at < 7) return false
  return (
    /^<?(?:https?:\/\/|www\.|[\w.+-]{1,60}@[\w-]{1,40}\.)/.test(text.slice(at, end)) &&
    !/[,;:]$/.test(text[end - 1] as string)
  )
}

/** Whether what stands before the white space at `end` leads on to a time: a small word, a comma, a date. */
function leadsOn(text: string, start: number, end: number): boolean {
  if (/[\d,:;(-]/.test(text[end - 1] as string)) return true
  let at = end
  const floor = Math.max(start, end - 28)
  while (at > floor && classAt(text, at - 1) & (UPPER | LOWER)) at--
  return at < end && (classAt(text, at) & LOWER) !== 0
}

/** Whether an emoticon such as ":)" or ":-D" stands before the white space at `end`, after other words. */
function endsInEmoticon(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(end - 1)
  if ((code !== 0x29 && code !== 0x28 && code !== 0x44 && code !== 0x50) || end - start <= 3) return false
  return /(?:\s[:;=]|[:;=]-)[)(DP]$/.test(text.slice(end - 3, end))
}

/** Whether a smile of bare brackets stands right after a word: "Спасибо)) Да". */
function endsInBrackets(text: string, end: number): boolean {
  return /(?:\p{L}{2}|[:;=-])\)+$/u.test(text.slice(Math.max(0, end - 8), end))
}
