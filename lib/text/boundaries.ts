import {
  CLOSER,
  classAt,
  isExtendAt,
  isLetterAt,
  isSpaceAt,
  isUpperAt,
  LOWER,
  OPENER,
  SPACE,
  STOP,
} from "./characters.ts"
import { editLinkLength, leadInAt } from "./lead-in.ts"
import { type ListMark, listMarkAt } from "./list-mark.ts"
import type { RuleId } from "./rules.ts"
import { cutAtSpace } from "./space-cut.ts"
import { endsUnit } from "./stop-decision.ts"
import { citationLength, readStop } from "./stop-run.ts"
import { breaksIn, skipSpace } from "./white-space.ts"
import { wordAt } from "./word-at.ts"

/** A unit's extent and the rule that set its end. */
export interface Extent {
  readonly start: number
  readonly end: number
  readonly rule: RuleId
}

/** Code units scanned between two reports of progress. */
const stride = 32_768

/**
 * Finds the units of a text: sentences and what stands alone beside them. Each decision looks at a token or so on
 * either side; nothing but the unit under way is remembered, and nothing passes a blank line. Reads every code unit a
 * bounded number of times. Yields how far it has come, in UTF-16 code units; returns the extents in order.
 */
export function* boundarySteps(text: string): Generator<{ done: number }, Extent[]> {
  const scan = new Scan(text)
  let report = stride
  while (scan.advance()) {
    if (scan.index < report) continue
    yield { done: scan.index }
    report = scan.index + stride
  }
  return scan.extents
}

/** One pass over a text. All it knows besides the finished units concerns the unit under way. */
class Scan {
  readonly text: string
  readonly extents: Extent[] = []
  /** Where the pass has come to. */
  index: number
  /** Start of the unit under way. */
  private start: number
  /** Whether an odd number of straight quotes stands in the unit under way. */
  private quoted = false
  /** Guillemets and curly quotes open in the unit under way. */
  private opened = 0
  /** Round brackets closed less those opened in the unit under way. */
  private closers = 0
  /** Whether the unit under way begins a line. */
  private lineStart = true
  /** The list mark that the unit under way begins with. */
  private list: ListMark | null = null

  constructor(text: string) {
    this.text = text
    this.index = skipSpace(text, 0)
    this.start = this.index
    this.leadIns()
  }

  /** Goes on to the next place that may be a boundary and decides it; false when the text is finished. */
  advance(): boolean {
    const { text } = this
    const { length } = text
    while (this.index < length) {
      const bits = classAt(text, this.index)
      if ((bits & (SPACE | STOP | OPENER | CLOSER)) === 0) {
        this.index++
        continue
      }
      if (bits & SPACE) {
        // Between two words in small letters nothing can end.
        if (
          this.list === null &&
          this.closers < 2 &&
          text.charCodeAt(this.index) === 0x20 &&
          classAt(text, this.index + 1) === LOWER
        ) {
          this.index += 2
          continue
        }
        return this.atSpace()
      }
      if (bits & STOP) return this.atStop()
      return this.atBracket()
    }
    return this.finish()
  }

  private finish(): false {
    let end = this.text.length
    while (end > this.start && isSpaceAt(this.text, end - 1)) end--
    if (end > this.start) this.extents.push({ start: this.start, end, rule: "end-of-text" })
    this.start = this.text.length
    return false
  }

  /** Ends the unit under way at `end`, starts the next one at `next` and cuts off what stands alone there. */
  private cut(end: number, next: number, rule: RuleId): void {
    this.cutOnly(end, next, rule)
    this.leadIns()
  }

  private cutOnly(end: number, next: number, rule: RuleId): void {
    this.extents.push({ start: this.start, end, rule })
    this.start = next
    this.index = next
    this.quoted = false
    this.opened = 0
    this.closers = 0
    this.list = null
    this.lineStart = breaksIn(this.text, end, next) !== "none"
  }

  private leadIns(): void {
    while (this.index < this.text.length && this.leadIn());
  }

  /** Cuts off a list number without a list or whatever else stands alone at the start of the unit, if anything. */
  private leadIn(): boolean {
    const { text, start } = this
    const mark = listMarkAt(text, start)
    if (mark) {
      const next = skipSpace(text, mark.end)
      if (this.beginsItem(mark) && isLetterAt(text, next) && breaksIn(text, mark.end, next) !== "paragraph") {
        this.list = mark
        this.index = mark.end
        return false
      }
      return mark.style.startsWith("1") && this.cutOff(mark.end, "list-number")
    }
    const found = leadInAt(text, start)
    return found !== null && this.cutOff(found.end, found.rule)
  }

  /** Whether a list mark at the start of the unit has a list: the first item, a line's start, or the item before it. */
  private beginsItem(mark: ListMark): boolean {
    if (mark.value === 1 || this.lineStart) return true
    const last = this.extents[this.extents.length - 1]
    const before = last ? listMarkAt(this.text, last.start) : null
    return before !== null && before.style === mark.style && before.value === mark.value - 1
  }

  /** Cuts at `end` unless that is the end of the paragraph or stands inside a grapheme cluster. */
  private cutOff(end: number, rule: RuleId): boolean {
    const next = skipSpace(this.text, end)
    if (next >= this.text.length || isExtendAt(this.text, next)) return false
    if (breaksIn(this.text, end, next) === "paragraph") return false
    this.cutOnly(end, next, rule)
    return true
  }

  private atSpace(): true {
    const end = this.index
    const next = skipSpace(this.text, end)
    this.index = next
    if (next >= this.text.length || isExtendAt(this.text, next)) return true
    const rule = cutAtSpace(this.text, this.start, end, next, this.list, this.closers)
    if (rule !== "") this.cut(end, next, rule)
    return true
  }

  private atStop(): true {
    const { text, start, index } = this
    const run = readStop(text, index, this.quoted)
    const { end, next } = run
    const inSpeech = this.opened > 0 || text[start] === "—" || text[start] === "–"
    const last = next >= text.length || run.breaks === "paragraph"
    const whole = !isExtendAt(text, next) && !isExtendAt(text, end)
    if (whole && (last || endsUnit({ text, unitStart: start, stop: index, ...run, glued: end === next, inSpeech }))) {
      this.cut(end, next, end === next && !last ? "lost-space" : run.mark)
      return true
    }
    for (let at = index + 1; at < end; at++) this.note(text.charCodeAt(at))
    this.index = end
    return true
  }

  private atBracket(): true {
    const { text, index } = this
    const char = text[index]
    if (char === "[" && index > this.start && editLinkLength(text, index) > 0) {
      let end = index
      while (isSpaceAt(text, end - 1)) end--
      this.cut(end, index, "line-start")
      return true
    }
    if ((char === ")" || char === "]") && this.endsRemark(index) && this.cutOff(index + 1, "bracketed-remark")) {
      this.leadIns()
      return true
    }
    this.note(text.charCodeAt(index))
    this.index += char === "[" ? Math.max(1, citationLength(text, index)) : 1
    return true
  }

  /** Keeps count of the quotes and brackets of the unit under way. */
  private note(code: number): void {
    if (code === 0x22) this.quoted = !this.quoted
    else if (code === 0xab || code === 0x201c) this.opened++
    else if (code === 0xbb || code === 0x201d) this.opened = Math.max(0, this.opened - 1)
    else if (code === 0x28) this.closers--
    else if (code === 0x29) this.closers++
  }

  /** Whether the closing bracket at `index` ends a remark that makes up the unit: "(Applause.)", before a capital. */
  private endsRemark(index: number): boolean {
    const { text, start } = this
    const open = text[start]
    if ((open !== "(" && open !== "[") || index - start > 120 || !isSpaceAt(text, index + 1)) return false
    if (text.slice(start + 1, index).includes(open)) return false
    return isUpperAt(text, skipSpace(text, index + 1)) && wordAt(text, start + 1).length > 1
  }
}
