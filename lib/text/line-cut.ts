import { sentenceOpeners } from "./abbreviations.ts"
import { classAt, DIGIT, isSpaceAt, LOWER, UPPER } from "./characters.ts"
import { listMarkAt } from "./list-mark.ts"
import { isFurnitureLine, isMostlyCapitals, lineEnd, lineStart } from "./physical-line.ts"
import { speakerLabelLength } from "./speaker-label.ts"
import { breaksIn } from "./white-space.ts"
import { wordAt } from "./word-at.ts"

/** Words that a line of running prose may end with and a heading or a line of chrome does not. */
const leaningWords = new Set(
  `a an the mr mrs dr he she it they your of and or but to in on at by for from with as that which who his her its their our my is was are were be
   и а но или в во на с со к ко по из за от до для при у о об что как не ни его её их`.split(/\s+/),
)

/**
 * Whether the line that starts at `next` begins a unit although no stop ends the one that began at `unitStart` and comes to
 * `end`, at its line's end: by its mark, because either line is page furniture, or because the break is no wrap: the next word would have fitted.
 */
export function cutsAtLine(text: string, unitStart: number, end: number, next: number): boolean {
  const char = text.charCodeAt(next)
  const start = lineStart(text, end)
  const nextEnd = lineEnd(text, next)
  const quoting = char === 0x3e
  if (quoting !== (text.charCodeAt(start) === 0x3e)) return true
  if (/[\^↑]/.test(text[next] as string) && isSpaceAt(text, next + 1)) return true
  if (/[•⁃▪◦*—–@©]/.test(text[next] as string) || (char === 0x2d && isSpaceAt(text, next + 1))) return true
  if (listMarkAt(text, next)) return true
  if (isFurnitureLine(text, next, nextEnd) || isFurnitureLine(text, start, end)) return true
  if (end - start < 4 && /^[-–—_*=~#]+$/.test(text.slice(start, end))) return true
  const bits = classAt(text, quoting ? next + 2 : next)
  const length = end - start
  const last = text[end - 1] as string
  if (/[,;–—-]/.test(last)) return false
  if (isMostlyCapitals(text, start, end) !== isMostlyCapitals(text, next, nextEnd)) return true
  if (last === ":")
    return bits !== 0 && ((length < 32 && isLabel(text, start, end)) || isSourceHeading(text, start, end))
  if (leaningWords.has(lastWord(text, start, end))) return false
  if (bits & UPPER && speakerLabelLength(text, next) > 0) return true
  if (bits & LOWER) {
    // Who writes without capitals ends lines where sentences end: "i came to the works in 1958" on a line that had room.
    if (unitStart === start && classAt(text, start) & LOWER && beginsParagraph(text, start))
      return fits(text, start, end, next, nextEnd, 0.6)
    // The first words of a paragraph may be all that is left of a line.
    if (length > 40 || (beginsParagraph(text, start) && text.slice(start, end).includes(" "))) return false
    return fits(text, start, end, next, nextEnd, 0.5)
  }
  if (unitStart > start) {
    // A count goes on with the sentence that began within the line.
    if (bits & DIGIT && classAt(text, end - 1) & LOWER && countsOn(text, next)) return false
    // Who begins a sentence without a capital ends it without a stop.
    if (bits & UPPER && length > 80 && classAt(text, unitStart) & LOWER) return true
  }
  if (!(bits & (UPPER | DIGIT)) && !/["“«([]/.test(text[next] as string)) return false
  if (isTitle(text, next, nextEnd)) return true
  if (unitStart === start && opensSentence(text, next) && text.slice(start, end).includes(" ")) return true
  return fits(text, start, end, next, nextEnd, 0.75)
}

/** Whether a word at `at` has its capital from nothing but opening a sentence: "The", "Не". */
function opensSentence(text: string, at: number): boolean {
  if (!(classAt(text, at) & UPPER) || !(classAt(text, at + 1) & LOWER)) return false
  return sentenceOpeners.has(wordAt(text, at).toLowerCase())
}

/** Whether nothing or a blank line stands before the line that begins at `start`. */
function beginsParagraph(text: string, start: number): boolean {
  let at = start
  while (at > 0 && isSpaceAt(text, at - 1)) at--
  return at === 0 || breaksIn(text, at, start) === "paragraph"
}

/** Whether the next line's first word would have fitted on this one, at `share` of the widest line around. */
function fits(text: string, start: number, end: number, next: number, nextEnd: number, share: number): boolean {
  const length = end - start
  const ahead = nextEnd - next
  let before = 0
  if (start > 1) {
    const last = start - 1
    before = last - lineStart(text, last)
  }
  const width = Math.max(length, ahead, before)
  // No text is wrapped as wide or as narrow as this.
  if (width > 140 && length > 60) return share > 0.6
  if (width < 32) return share > 0.6
  return length + 1 + wordAt(text, next).length <= width * share
}

/** Whether a line is a label and its colon: "Sources:", "The Inspector:". */
function isLabel(text: string, start: number, end: number): boolean {
  return (
    /^(?:The )?\p{Lu}[\p{L}.'’ -]*:$/u.test(text.slice(start, end)) && text.slice(start, end).split(" ").length <= 3
  )
}

/** Whether a line names the source of what comes under it: "From the diary of Ann Lee (notebook, 1931):". */
function isSourceHeading(text: string, start: number, end: number): boolean {
  return (
    end - start < 140 &&
    /^(?:(?:Отрывок|Выдержк[аи]|Выписк[аи]|Фрагмент|Цитата) из|Из|(?:Excerpts?|Extracts?|Quotation|Quoted) from|From) [^!?:]*:$/u.test(
      text.slice(start, end),
    )
  )
}

/** Whether a number with a word in small letters after it stands at `at`. */
function countsOn(text: string, at: number): boolean {
  return /^\d{1,3}(?:[ ,.]?\d{3})? \p{Ll}/u.test(text.slice(at, at + 12))
}

/** Whether a line is a title by its form: three words or more, the long ones with a capital, and no stop at its end. */
function isTitle(text: string, from: number, to: number): boolean {
  if (to - from > 70 || /[.!?…,;:-]/.test(text[to - 1] as string)) return false
  const words = text.slice(from, to).split(/\s+/)
  const long = words.filter(word => word.length > 3)
  return long.length >= 3 && long.every(word => /^[^\p{L}]*[\p{Lu}\d]/u.test(word))
}

function lastWord(text: string, start: number, end: number): string {
  const line = text.slice(Math.max(start, end - 12), end)
  const word = line.slice(line.lastIndexOf(" ") + 1)
  // A letter in capitals names a side, a part or a person.
  if (/^[A-ZА-Я]$/.test(word)) return ""
  return word.toLowerCase().replace(/\.$/, "")
}
