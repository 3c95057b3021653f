import type { ContradictionReason, DuplicateKind, Likeness, Reading } from "../domain/likeness.ts"
import type { Span } from "../domain/unit.ts"
import { sameEvent } from "./events.ts"
import type { Said, SaidWord } from "./said.ts"
import { thinWords } from "./same-words.ts"
import { takeDifference } from "./take-difference.ts"
import { type Difference, differences } from "./word-runs.ts"

/** Units with fewer words are the same only when nothing but spelling differs: a near match of four words says too little. */
const fewestWordsForNear = 5
/** From so many words on, two changes that say nothing may meet in one copy. */
const wordsForTwoChanges = 10
/** Words in which variants may differ beside what they are shown for. */
const mostOthers = 2
/** Units with more words are compared whole only. */
const mostWords = 400

/**
 * Compares what two units say, whichever comes first. Another number, date, name or negation is a variant and never
 * the same; null is anything else. Word lists are aligned by their longest common subsequence, and every difference
 * has to be explained.
 */
export function compareSaid(left: Said, right: Said): Likeness | null {
  // Of two alignments that are as good as each other the first is taken, so both orders have to come to one.
  if (left.quote > right.quote) return mirrored(compareSaid(right, left))
  return compareQuotes(left, right) ?? sameEvent(left, right)
}

function mirrored(likeness: Likeness | null): Likeness | null {
  if (likeness?.kind !== "variant") return likeness
  const readings = likeness.readings.map(({ kind, left, right }) => ({ kind, left: right, right: left }))
  return { ...likeness, readings }
}

/** How one unit repeats the other, as {@link compareSaid} tells it; null when it does not. */
export function repeats(left: Said, right: Said): DuplicateKind | null {
  const likeness = left.quote > right.quote ? compareQuotes(right, left) : compareQuotes(left, right)
  return likeness?.kind === "same" ? likeness.how : null
}

function compareQuotes(left: Said, right: Said): Likeness | null {
  if (left.quote === right.quote) return { kind: "same", how: "exact" }
  const fewest = Math.min(left.words.length, right.words.length)
  if (fewest < 2 || Math.max(left.words.length, right.words.length) > mostWords)
    return isLayout(left, right) ? { kind: "same", how: "layout" } : null
  return compareWords(left, right)
}

const isLayout = (left: Said, right: Said) => layoutKey(left.quote) === layoutKey(right.quote)

/**
 * A quote without what layout changes: white space, line-end and soft hyphens, the shape of quotes and dashes. Digits
 * keep what stands between them, so that "19 18" is not "1918".
 */
function layoutKey(quote: string): string {
  return quote
    .replace(/\u00ad|(?<=\p{L})[-‐]\s{0,8}\n\s{0,8}(?=\p{Ll})/gu, "")
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—]|--/g, "-")
    .replace(/(?<=\d)\s+(?=\d)/g, "_")
    .replace(/(?<=\p{L})\s*-\s*(?=\p{L})/gu, "")
    .replace(/\s+/g, "")
}

function compareWords(left: Said, right: Said): Likeness | null {
  const [fewer, more] = [left.words.length, right.words.length].sort((a, b) => a - b) as [number, number]
  if (more > fewer * 2 + 10) return null
  const found = differences(
    left.words.map(word => word.form),
    right.words.map(word => word.form),
  )
  if (!found) return null
  let changes = 0
  let synonyms = 0
  let others = 0
  let framed = false
  const readings: Reading[] = []
  let differing = 0
  const moved = movedWord(found, left, right)
  if (moved && fewer >= wordsForTwoChanges) {
    changes++
    found.splice(0, found.length, ...found.filter(difference => !moved.includes(difference)))
  }
  for (const difference of found) {
    const ours = left.words.slice(difference.left, difference.leftEnd)
    const theirs = right.words.slice(difference.right, difference.rightEnd)
    differing += Math.max(ours.length, theirs.length)
    const taken = takeDifference(ours, theirs, difference, left, right)
    changes += taken.changes
    synonyms += taken.synonyms
    if (taken.tells === "frame") framed = true
    else if (taken.tells === "word") {
      others += Math.max(ours.length, theirs.length)
      if (others > mostOthers) return null
    } else if (taken.tells)
      readings.push({
        kind: taken.tells,
        left: span(left, difference.left, difference.leftEnd, taken.tells === "date"),
        right: span(right, difference.right, difference.rightEnd, taken.tells === "date"),
      })
  }
  if (others === 0 && readings.length === 0 && !framed) {
    if (changes > 0 && fewer < fewestWordsForNear) return null
    if (changes > (fewer < wordsForTwoChanges ? 1 : 2) || synonyms > 1) return null
    return { kind: "same", how: changes === 0 && isLayout(left, right) ? "layout" : "near" }
  }
  if (readings.length === 0 || readings.length > 2 || changes > 2) return null
  const needed = others === 0 ? 2 : 5
  if (
    asks(left) ||
    asks(right) ||
    left.quote.includes("://") ||
    contentShared(left, found) < needed ||
    differing * 2 > more
  )
    return null
  const contradiction = others > 0 || framed ? null : contradictionOf(readings, found, left, right)
  return { kind: "variant", readings, contradiction }
}

const asks = (said: Said) => /\?["'”’»)\]]*$/.test(said.quote)

/** A word that stands elsewhere in the copy: the two differences that it makes. Words that lean on their place are none. */
function movedWord(found: readonly Difference[], left: Said, right: Said): readonly Difference[] | null {
  for (const gone of found) {
    if (gone.leftEnd - gone.left !== 1 || gone.right !== gone.rightEnd) continue
    const word = left.words[gone.left] as SaidWord
    if (word.role !== "word" && word.role !== "number") continue
    if (
      thinWords.has(word.form) ||
      /^(?:also|even|just|только|лишь|даже|именно)$/.test(word.form) ||
      /\d/.test(word.form)
    )
      continue
    const come = found.find(
      ({ left: at, leftEnd, right: from, rightEnd }) =>
        at === leftEnd && rightEnd - from === 1 && right.words[from]?.form === word.form,
    )
    if (come) return [gone, come]
  }
  return null
}

/** The words of one side as a span of its quote; of a date the whole, so that it can be read. */
function span({ quote, words }: Said, from: number, to: number, whole: boolean): Span {
  let [first, end] = [from, to]
  if (from === to) {
    const start = words[from]?.start ?? quote.length
    return { start, end: start }
  }
  while (whole && words[first - 1]?.role === "date") first--
  while (whole && words[end]?.role === "date") end++
  return { start: (words[first] as SaidWord).start, end: (words[end - 1] as SaidWord).end }
}

/** How many words of content two units share. */
function contentShared(left: Said, found: readonly Difference[]): number {
  let full = 0
  let next = 0
  left.words.forEach((word, at) => {
    while (next < found.length && at >= (found[next] as Difference).leftEnd) next++
    const inside = next < found.length && at >= (found[next] as Difference).left
    if (!inside && word.role !== "small" && !thinWords.has(word.form) && word.form.length > 2) full++
  })
  return full
}

/** Why both of two variants can hardly be true, where exactly one thing differs after the subject. */
function contradictionOf(
  readings: readonly Reading[],
  found: readonly Difference[],
  left: Said,
  right: Said,
): ContradictionReason | null {
  const [reading] = readings
  if (readings.length !== 1 || !reading || found.length > 2) return null
  if (reading.kind === "negation") return "denied"
  if (reading.kind === "name") return null
  if (reading.kind === "date") return sameEvent(left, right)?.contradiction ?? null
  return isCount(reading.left, left) && isCount(reading.right, right) ? "counted" : null
}

/** Words that make of the number behind them a name: "office 17", "page 4", "No. 5". */
const labels =
  /(?:^|[^\p{L}])(?:no|nos|number|page|p|pp|chapter|volume|vol|article|section|room|house|order|directive|protocol|case|file|fond|opis|delo|line|train|школа|дом|стр|страниц[аеы]|глав[аеы]|том|приказ[а-я]{0,3}|протокол[а-я]{0,3}|дел[оае]|лист|номер|фонд|опись)\.?\s?[№#]?\s?$/iu

/** Whether the number at `span` counts something behind the verb: not a label, and not at the head, where it is the subject. */
function isCount({ start, end }: { start: number; end: number }, { quote, words }: Said): boolean {
  const before = quote.slice(Math.max(0, start - 24), start)
  if (labels.test(before) || /[№#]\s?$/.test(before)) return false
  const at = words.findIndex(word => word.start === start)
  const counted = words[at + 1]
  if (at < 2 || !counted || counted.start < end) return false
  // A number behind a name belongs to it: "School 17", "Order 227".
  const previous = words[at - 1]
  return (
    previous !== undefined &&
    previous.role !== "name" &&
    verbs.test(
      words
        .slice(0, at)
        .map(word => word.form)
        .join(" "),
    )
  )
}

/** Signs of a finite verb before the number. */
const verbs =
  /(?:^| )(?:is|are|was|were|has|have|had|held|took|lost|left|came|made|built|kept|gave|got|went|sent|cost|paid|sold|bought|won|met|ran|saw|said|did|does|contains?|weighs?|measures?|[a-z]{3,}ed|был|была|было|были|стоил[аои]?|имел[аои]?|составил[аои]?|насчитывал[аои]?|[а-я]{3,}(?:ал|ал[аои]|ил|ил[аои]|ел|ел[аои]|лся|лась|лось|лись))(?: |$)/
