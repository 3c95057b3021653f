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
  UPPER,
} from "./characters.ts"
import { editLinkLength, leadInAt } from "./lead-in.ts"
import { leftWord } from "./left-word.ts"
import { type ListMark, listMarkAt } from "./list-mark.ts"
import type { RuleId } from "./rules.ts"
import { cutAtSpace } from "./space-cut.ts"
import { endsUnit, shortHead } from "./stop-decision.ts"
import { citationLength, readStop } from "./stop-run.ts"
import { breaksIn, skipSpace } from "./white-space.ts"
import { wordAt } from "./word-at.ts"

/** A unit's extent and the rule that set its end. */
export interface Extent {
  readonly start: number
  readonly end: number
  readonly rule: RuleId
}

// A local name is a constant to the compiler, an imported one is looked up for every character.
const space = SPACE
const small = LOWER
const capital = UPPER
const stop = STOP
const point = SPACE | STOP | OPENER | CLOSER

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

/** Whether this is a single quote, which decides nothing unless it follows a stop. */
function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019
}

/** The next place at or after `from` that may be a boundary, or the length of the text; `quick` leaves out blanks between words in small letters. */
function nextPoint(text: string, from: number, quick: boolean): number {
  const { length } = text
  let at = from
  while (at < length) {
    const bits = classAt(text, at)
    if ((bits & point) === 0 || isApostrophe(text.charCodeAt(at))) at++
    else if (quick && bits === space && text.charCodeAt(at) === 0x20 && classAt(text, at + 1) === small) at += 2
    else return at
  }
  return length
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
  /** Whether a stop inside a word stands in the unit under way, as in addresses. */
  private signs = false
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
    // A list or a smile of brackets may end before a small letter, nothing else.
    this.index = nextPoint(text, this.index, this.list === null && this.closers < 2)
    if (this.index >= text.length) return this.finish()
    const bits = classAt(text, this.index)
    if (bits & space) this.atSpace()
    else if (bits & stop) this.atStop()
    else this.atBracket()
    return true
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
    this.signs = false
    this.list = null
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
    if (this.answers()) return this.cutOff(start + 2, "speaker-label")
    const found = leadInAt(text, start)
    if (found === null) return false
    if (this.cutOff(found.end, found.rule)) return true
    // What fills its paragraph is whole, whatever stands within.
    if (this.index < found.end && this.endsParagraph(found.end)) this.index = found.end
    return false
  }

  /** Whether the unit begins with "A." and answers a question that began with "Q." */
  private answers(): boolean {
    const { text, start, extents } = this
    const first = text.charCodeAt(start)
    if ((first !== 0x41 && first !== 0x41e) || text.charCodeAt(start + 1) !== 0x2e) return false
    const asked = extents[extents.length - 2]
    return asked?.rule === "speaker-label" && /^[QВ]\.$/.test(text.slice(asked.start, asked.end))
  }

  /** Whether a list mark at the start of the unit has a list: the first item, a line's start, or the item before it. */
  private beginsItem(mark: ListMark): boolean {
    const last = this.extents[this.extents.length - 1]
    if (mark.value === 1 || !last || breaksIn(this.text, last.end, this.start) !== "none") return true
    const before = listMarkAt(this.text, last.start)
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

  private endsParagraph(at: number): boolean {
    const next = skipSpace(this.text, at)
    return next >= this.text.length || breaksIn(this.text, at, next) === "paragraph"
  }

  private atSpace(): void {
    const end = this.index
    const next = skipSpace(this.text, end)
    this.index = next
    if (next >= this.text.length || isExtendAt(this.text, next)) return
    const rule = cutAtSpace(this.text, this.start, end, next, this.list, this.closers, this.signs)
    if (rule !== "") this.cut(end, next, rule)
  }

  private atStop(): void {
    const { text, start, index } = this
    if (this.isPlainEnd()) {
      this.cut(index + 1, index + 2, "full-stop")
      return
    }
    const run = readStop(text, index, this.quoted)
    const { end, next } = run
    const inSpeech = this.opened > 0 || text[start] === "—" || text[start] === "–"
    const last = next >= text.length || run.breaks === "paragraph"
    const whole = !isExtendAt(text, next) && !isExtendAt(text, end)
    if (
      whole &&
      (last ||
        endsUnit({
          text,
          unitStart: start,
          stop: index,
          end,
          next,
          mark: run.mark,
          closed: run.closed,
          breaks: run.breaks,
          glued: end === next,
          inSpeech,
        }))
    ) {
      this.cut(end, next, end === next && !last ? "lost-space" : run.mark)
      return
    }
    for (let at = index + 1; at < end; at++) this.note(text.charCodeAt(at))
    if (end === next) this.signs = true
    this.index = end
    return
  }

  /** Whether a full stop after an ordinary word in small letters stands here, with one space and a capital after it. */
  private isPlainEnd(): boolean {
    const { text, start, index } = this
    return (
      text.charCodeAt(index) === 0x2e &&
      text.charCodeAt(index + 1) === 0x20 &&
      (classAt(text, index + 2) & capital) !== 0 &&
      index - start > shortHead &&
      (classAt(text, index - 1) & small) !== 0 &&
      leftWord(text, index, start) === "plain"
    )
  }

  private atBracket(): void {
    const { text, index } = this
    const char = text[index]
    if (char === "[" && index > this.start && editLinkLength(text, index) > 0) {
      let end = index
      while (isSpaceAt(text, end - 1)) end--
      this.cut(end, index, "line-start")
      return
    }
    if ((char === ")" || char === "]") && this.endsRemark(index) && this.cutOff(index + 1, "bracketed-remark")) {
      this.leadIns()
      return
    }
    this.note(text.charCodeAt(index))
    this.index += char === "[" ? Math.max(1, citationLength(text, index)) : 1
    return
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
    let after = skipSpace(text, index + 1)
    if (classAt(text, after) & OPENER) after++
    return isUpperAt(text, after) && wordAt(text, start + 1).length > 1
  }
}
