import { CLOSER, classAt, DIGIT, isSpaceAt, LOWER, SPACE, STOP, UPPER } from "./characters.ts"
import { leftWord } from "./left-word.ts"
import { breaksIn, skipSpace } from "./white-space.ts"
import { reach } from "./word-at.ts"

const emoticon = /[:;=][-'^o]?[)(DPp\]|/*](?=\s|$)/y
const citation = /\[(?:\d{1,4}(?:[,–-]\s?\d{1,4}){0,5}|[a-z]|note \d{1,3}|citation needed|прим\. \d{1,3})\]/y
const superscript = /[¹²³⁰⁴-⁹*†‡§]/
/** The number of a note whose raised figure was lost, before the next sentence: "in July.12 The". */
const footnote = /\d{1,3}(?=\s+["“«(]?\p{Lu}|\s*(?:\n|$))/uy
/** Quote marks as scrapes and treebanks write them, where they close. */
const writtenQuote =
  /(?:''|&#39;&#39;|&#39;|&quot;|&raquo;|&#187;|&rdquo;|&#8221;)(?=[\s.!?,;:)]|$|\p{Lu})| ?``(?=[\s.!?,;:)]|$)/uy

/** Who signs a remark in brackets after its last stop: "—ED.]", "— Прим. ред.)". */
const remarkSigner =
  /^[—–] ?(?:E[Dd]s?|ED(?:ITOR|S)?|Editor|T(?:rans|RANS|r|R)|(?:\p{Lu}\. ?){1,3}|Ред|Прим|Пер|Авт)[\p{L}. ]{0,24}[\])]/u

/** Whether the name of who signs a remark in brackets stands at `at`, after a dash. */
export function signsRemark(text: string, at: number): boolean {
  return (text[at] === "—" || text[at] === "–") && remarkSigner.test(text.slice(at, at + 36))
}

/** One full stop, an ellipsis, or a run with a question or exclamation mark; named like the rule that cuts there. */
export type StopMark = "full-stop" | "ellipsis" | "exclamation-mark" | "question-mark"

const soleMarks: ReadonlyMap<number, StopMark> = new Map([
  [0x2e, "full-stop"],
  [0x3f, "question-mark"],
  [0x21, "exclamation-mark"],
])

/** A run of stops with what belongs to it: closing quotes and brackets, citation marks, an emoticon. */
export interface StopRun {
  readonly end: number
  /** Start of the next token, or the length of the text. */
  readonly next: number
  readonly mark: StopMark
  /** Whether a closing quote or bracket is among it; the last one counts. */
  readonly closed: "no" | "quote" | "bracket"
  /** What separates it from the next token. */
  readonly breaks: "none" | "line" | "paragraph"
}

/** The length of the citation mark at `at`, such as "[12]"; 0 if there is none. */
export function citationLength(text: string, at: number): number {
  citation.lastIndex = at
  return citation.exec(text)?.[0].length ?? 0
}

/** Reads the run of stops at `index` with the closing quotes, brackets, citation marks and emoticons after it. */
export function readStop(text: string, index: number, quoted: boolean): StopRun {
  const letter = UPPER | LOWER
  // One stop, one space, a letter: nothing else can belong to it.
  if (text.charCodeAt(index + 1) === 0x20 && classAt(text, index + 2) & letter) {
    const only = soleMarks.get(text.charCodeAt(index))
    if (only) return { end: index + 1, next: index + 2, mark: only, closed: "no", breaks: "none" }
  }
  let end = index
  let dots = 0
  let mark: StopMark = "full-stop"
  let closed: StopRun["closed"] = "no"
  for (;;) {
    const bits = classAt(text, end)
    const char = text[end]
    if (bits & STOP) {
      if (char === "?" || char === "‽" || char === "⁇" || char === "⁈") mark = "question-mark"
      else if (char === "!" || char === "⁉") mark = mark === "question-mark" ? mark : "exclamation-mark"
      else if (char === "…") dots += 3
      else dots++
      end++
    } else if (char === " " && classAt(text, end + 1) & STOP && !(classAt(text, end + 2) & (LOWER | UPPER | DIGIT))) {
      if (endsBeforeSpacedDots(text, index, end)) break
      end++
    } else if (char === '"' || (char === "'" && text[end + 1] !== "'") || char === "“") {
      if (!closes(text, end, quoted)) break
      closed = "quote"
      end++
    } else if (bits & CLOSER && char !== "'") {
      closed = char === ")" || char === "]" || char === "}" ? "bracket" : "quote"
      end++
    } else if (char === "[") {
      const length = citationLength(text, end)
      if (length === 0) break
      end += length
    } else if ((char === "&" || char === "`" || char === "'" || char === " ") && writtenQuoteAt(text, end) > 0) {
      closed = "quote"
      end += writtenQuoteAt(text, end)
    } else if (superscript.test(char ?? "")) end++
    else if (bits & DIGIT && dots < 2 && footnoteEnd(text, index, end) > 0) end = footnoteEnd(text, index, end)
    else break
  }
  // In older print a dash after the stop belongs to it: "the bridge.—The crown".
  if ((text[end] === "—" || text[end] === "–") && /[A-Z]/.test(text[end + 1] ?? "") && !signsRemark(text, end)) end++
  if (mark === "full-stop" && dots > 1) mark = "ellipsis"
  let next = skipSpace(text, end)
  emoticon.lastIndex = next
  const face = next < text.length && breaksIn(text, end, next) === "none" ? emoticon.exec(text) : null
  if (face) {
    end = next + face[0].length
    next = skipSpace(text, end)
  }
  return { end, next, mark, closed, breaks: breaksIn(text, end, next) }
}

/** Where the note's number at `at` ends, after the stop of a word in small letters or of a quotation; 0 if there is none. */
function footnoteEnd(text: string, stop: number, at: number): number {
  if (!(classAt(text, stop - 1) & CLOSER) && leftWord(text, stop, Math.max(0, stop - reach)) !== "plain") return 0
  footnote.lastIndex = at
  return footnote.test(text) ? footnote.lastIndex : 0
}

/** The length of the written-out closing quote at `at`, with a blank before it; 0 if there is none. */
function writtenQuoteAt(text: string, at: number): number {
  const code = text.charCodeAt(at) === 0x20 ? text.charCodeAt(at + 1) : text.charCodeAt(at)
  if (code !== 0x26 && code !== 0x60 && code !== 0x27) return 0
  writtenQuote.lastIndex = at
  return writtenQuote.exec(text)?.[0].length ?? 0
}

/** Whether a full stop at a word is followed by a spaced ellipsis that opens the next sentence: "done. . . . The". */
function endsBeforeSpacedDots(text: string, stop: number, space: number): boolean {
  return (
    space === stop + 1 && !isSpaceAt(text, stop - 1) && /^ \. \. \. {1,3}\p{Lu}/u.test(text.slice(space, space + 16))
  )
}

/** Whether the straight quote at `at`, right after a stop, closes what is before it rather than opening what follows. */
function closes(text: string, at: number, quoted: boolean): boolean {
  const after = classAt(text, at + 1)
  if (at + 1 >= text.length || after & (SPACE | STOP | CLOSER) || /[,;:—–-]/.test(text[at + 1] as string)) return true
  if (text[at] !== '"') return text[at] === "'" && !(after & (UPPER | LOWER))
  if (quoted) return true
  const line = text.slice(at + 1, at + 300).split("\n", 1)[0] as string
  const ahead = line.indexOf('"')
  return ahead <= 0 || isSpaceAt(text, at + ahead)
}
