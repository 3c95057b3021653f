import { classAt, DIGIT, isSpaceAt, isUpperAt, LOWER, UPPER } from "./characters.ts"
import { type ListMark, listMarkAt } from "./list-mark.ts"
import type { RuleId } from "./rules.ts"
import { breaksIn } from "./white-space.ts"

const stamp = /\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}/y
const drawnLine = /[=_*~-]{5}/y
const bylineWord = /(?:Answer|Answered|Posted|Asked) by \p{Lu}/uy

/** Whether to cut at white space without a stop before it; the rule's id, or "" for no cut. */
export function cutAtSpace(text: string, start: number, end: number, next: number, list: ListMark | null): RuleId | "" {
  if (next - end > 1 || text.charCodeAt(end) !== 0x20) {
    const breaks = breaksIn(text, end, next)
    if (breaks === "paragraph") return "paragraph"
    if (breaks === "line" && startsLine(text, start, end, next)) return "line-start"
  }
  const bits = classAt(text, next)
  if (list !== null && bits & (DIGIT | LOWER)) {
    const mark = listMarkAt(text, next)
    if (mark && mark.style === list.style && mark.value === list.value + 1) return "list-item"
  }
  if (bits & LOWER) return ""
  if (bits & DIGIT) {
    stamp.lastIndex = next
    return stamp.test(text) ? "timestamp" : ""
  }
  if (bits & UPPER) {
    if (endsInEmoticon(text, start, end)) return "emoticon"
    const code = text.charCodeAt(next)
    if (code !== 0x41 && code !== 0x50) return ""
    bylineWord.lastIndex = next
    return bylineWord.test(text) ? "byline" : ""
  }
  const char = text[next] as string
  if (char === "•" || char === "⁃" || char === "▪") return "list-item"
  drawnLine.lastIndex = next
  return drawnLine.test(text) ? "rule-line" : ""
}

/** Whether an emoticon such as ":)" or ":-D" stands before the white space at `end`, after other words. */
function endsInEmoticon(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(end - 1)
  if ((code !== 0x29 && code !== 0x28 && code !== 0x44 && code !== 0x50) || end - start <= 3) return false
  return /(?:\s[:;=]|[:;=]-)[)(DP]$/.test(text.slice(end - 3, end))
}

/** Whether the line that starts at `next` begins a unit although no stop ends the line before. */
function startsLine(text: string, start: number, end: number, next: number): boolean {
  const char = text[next] as string
  if (/[•⁃▪◦*—–]/.test(char) || (char === "-" && isSpaceAt(text, next + 1)) || char === "@") return true
  if (listMarkAt(text, next)) return true
  if (!isUpperAt(text, next) && !/["“«]/.test(char)) return false
  const from = Math.max(start, end - 60)
  const lineBreak = text.slice(from, end).lastIndexOf("\n")
  if (lineBreak < 0 && end - start > 60) return false
  const line = text.slice(lineBreak < 0 ? from : from + lineBreak + 1, end)
  if (line.length > 50 || /[,;:—–-]$/.test(line)) return false
  const ahead = text.slice(next, next + 120).search(/\n|$/)
  return line.length < 32 || ahead > line.length * 1.5
}
