import { isLetterAt, isUpperAt } from "./characters.ts"
import { isNobody, pronouns } from "./nobody.ts"
import { gapBefore, isCapital, isJoined, longest, oblique, type WordRange } from "./source-phrase.ts"
import type { UnitWords } from "./unit-words.ts"
import { ADJECTIVE, ADVERB, ARTICLE, CONJUNCTION, CYRILLIC, PREPOSITION, SUBJECT, SUBORDINATOR } from "./word-class.ts"

/**
 * The source that begins at word `from`, after "according to", "by", "said" or "по словам": all up to the next sign if
 * no verb stands there, or else as far as one noun phrase goes. An empty range when no source stands there.
 */
export function sourceAfter(text: string, unit: UnitWords, from: number, end: number): WordRange {
  const { words, classes, finite } = unit
  const first = words[from]
  if (first === undefined) return [from, from]
  if (
    pronouns.has(first) &&
    !(
      first === "her" &&
      from + 1 < words.length &&
      !finite[from + 1] &&
      isJoined(text, unit, from + 1) &&
      !((classes[from + 1] as number) & (ARTICLE | SUBJECT | PREPOSITION))
    )
  ) {
    const possessive = /^(?:его|ее|их)$/.test(first) && from + 1 < words.length && isJoined(text, unit, from + 1)
    if (!possessive) return [from, from + 1]
  }
  let closed = from + 1
  while (closed < words.length && closed - from < longest && isJoined(text, unit, closed) && !finite[closed]) closed++
  const sign = closed >= words.length || !isJoined(text, unit, closed)
  if (sign && closed - from <= 8) return trimmed(unit, [from, titleEnd(text, unit, closed, end)])
  let to = from + 1
  while (to < closed) {
    const bits = classes[to] as number
    const before = classes[to - 1] as number
    if (bits & (SUBJECT | SUBORDINATOR | ADVERB)) break
    if (bits & CONJUNCTION && !(isCapital(text, unit, to - 1) && to + 1 < closed && isCapital(text, unit, to + 1)))
      break
    if (bits & ARTICLE && !(before & (PREPOSITION | ARTICLE | CONJUNCTION))) break
    if (bits & PREPOSITION && words[to] !== "of" && words[to] !== "de" && words[to] !== "из") break
    if (
      (classes[to] as number) & CYRILLIC &&
      !isUpperAt(text, (unit.starts[to - 1] as number) + 1) &&
      isCapital(text, unit, to - 1) &&
      !isCapital(text, unit, to)
    )
      break
    to++
  }
  return trimmed(unit, [from, to])
}

/** "the Zarya", «газета „Заря“»: the end with a title in quotation marks right after it. */
function titleEnd(text: string, unit: UnitWords, at: number, end: number): number {
  if (at >= unit.words.length || !/^ ?["«“„]$/.test(gapBefore(text, unit, at, end))) return at
  if (isUpperAt(text, unit.starts[at - 1] as number)) return at
  for (let to = at + 1; to <= unit.words.length && to < at + 6; to++) {
    if (/^["»”]/.test(gapBefore(text, unit, to, end))) return isLetterAt(text, unit.starts[at] as number) ? to : at
  }
  return at
}

function trimmed(unit: UnitWords, [from, to]: WordRange): WordRange {
  let last = to
  while (
    last > from &&
    (unit.classes[last - 1] as number) & (PREPOSITION | CONJUNCTION | ADVERB | ARTICLE) &&
    !/^(?:his|her|this|that|all|them|him)$/.test(unit.words[last - 1] as string)
  )
    last--
  // «отчёте Чубаря за зиму», of which the time is no part of the name.
  for (let at = from + 1; at < last; at++) if (unit.words[at] === "за" || unit.words[at] === "during") last = at
  return isNobody(unit, [from, last]) ? [from, from] : [from, last]
}

/** The nominative after a Russian verb: "вспоминает Петрова", "писал в дневнике инженер Лисин". */
export function subjectAfter(text: string, unit: UnitWords, verb: number, end: number): WordRange | null {
  const { words, classes, finite } = unit
  let from = verb + 1
  while (
    from < words.length &&
    isJoined(text, unit, from) &&
    (oblique.has(words[from] as string) || ((classes[from] as number) & ADVERB) !== 0)
  )
    // «сообщал о пожаре Лисин»: what is told of stands before who tells it.
    from += /^об?$/.test(words[from] as string) && words[from + 1] !== "том" && words[from + 1] !== "этом" ? 2 : 1
  if (from >= words.length || !isJoined(text, unit, from)) return null
  // «Записал только троих»: no nominative.
  if (
    /..(?:ого|его|ому|ему|их|ых|ими|ыми)$/.test(words[from] as string) &&
    !isCapital(text, unit, from) &&
    (from + 1 >= words.length || !isJoined(text, unit, from + 1))
  )
    return null
  if (pronouns.has(words[from] as string) && (classes[from] as number) & SUBJECT) return [from, from + 1]
  let to = from
  while (
    to < words.length &&
    to - from < longest &&
    (to === from || isJoined(text, unit, to)) &&
    !finite[to] &&
    !((classes[to] as number) & (SUBORDINATOR | CONJUNCTION))
  )
    to++
  if (to === from) return null
  if ((classes[from] as number) & PREPOSITION) {
    let start = to
    while (start > from && isCapital(text, unit, start - 1)) start--
    if (start === to || (classes[start - 1] as number) & PREPOSITION) return null
    if (
      start - 1 > from &&
      !((classes[start - 2] as number) & (PREPOSITION | ADJECTIVE)) &&
      !/(?:ом|ем|ой|ах|ях|е|и|у)$/.test(words[start - 1] as string)
    )
      start--
    return [start, to]
  }
  const range: WordRange = [from, titleEnd(text, unit, to, end)]
  return isNobody(unit, range) ? null : range
}
