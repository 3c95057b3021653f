import { isUpperAt } from "./characters.ts"
import { isNobody, pronouns } from "./nobody.ts"
import type { UnitWords } from "./unit-words.ts"
import { ADJECTIVE, ADVERB, ARTICLE, CONJUNCTION, CYRILLIC, PREPOSITION, SUBJECT, SUBORDINATOR } from "./word-class.ts"

/** Words `[from, to)`. */
export type WordRange = readonly [from: number, to: number]

/** How many words a source takes at most. */
export const longest = 10

const times =
  /^(?:year|years|week|month|day|days|morning|night|evening|afternoon|summer|winter|spring|autumn|time|later|году|года|год|лет|дня|день|утром|вечером|летом|зимой|весной|осенью|раз|время|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)$/
/** Russian pronouns that stand beside the verb and are no part of the subject. */
export const oblique = new Set(
  "мне ему ей им нам вам тебе себе это об этом о том мол всем нас его ее их меня".split(" "),
)

/** The signs between word `at - 1` and word `at`. */
export function gapBefore(text: string, unit: UnitWords, at: number, end: number): string {
  return text.slice(unit.ends[at - 1], unit.starts[at] ?? end)
}

/** Whether nothing but white space, or the stop of an abbreviation or initial, stands before word `at`. */
export function isJoined(text: string, unit: UnitWords, at: number): boolean {
  const gap = text.slice(unit.ends[at - 1], unit.starts[at])
  if (gap === " " || gap === "-" || gap === "") return true
  const before = unit.words[at - 1] as string
  if (before.endsWith("s") && (gap === "' " || gap === "’ ")) return true
  return /^\.?\s*$/.test(gap) && (!gap.includes(".") || before.length <= 4)
}

export function isCapital(text: string, unit: UnitWords, at: number): boolean {
  return isUpperAt(text, unit.starts[at] as number)
}

/**
 * The subject of the verb whose chain of auxiliaries and adverbs begins at word `verb`: the words before it back to
 * where its clause begins, past an apposition; for a second verb after "and" the subject of the first. Null when the
 * clause has none, or none that names somebody.
 */
export function subjectBefore(text: string, unit: UnitWords, verb: number, depth = 0): WordRange | null {
  const { words, classes } = unit
  let to = verb
  while (
    to > 0 &&
    ((classes[to - 1] as number) & ADVERB || oblique.has(words[to - 1] as string)) &&
    isJoined(text, unit, to)
  )
    to--
  if (to === 0) return null
  const gap = text.slice(unit.ends[to - 1], unit.starts[to])
  if (/,|\s[—–-]+\s|\)/.test(gap) && !/[;:"»”]/.test(gap)) return beforeApposition(text, unit, to)
  if (!isJoined(text, unit, to) && !/^["”»]? ?$/.test(gap)) return null
  return phraseBefore(text, unit, to, depth)
}

/** The subject whose last word is the one before word `to`. */
function phraseBefore(text: string, unit: UnitWords, to: number, depth: number): WordRange | null {
  const { words, classes, finite } = unit
  const last = words[to - 1] as string
  if ((classes[to - 1] as number) & CONJUNCTION) {
    if (depth > 1) return null
    for (let at = to - 2; at > 0 && at > to - 24; at--) {
      if (finite[at] && !finite[at - 1]) return subjectBefore(text, unit, at, depth + 1)
    }
    return depth === 0 ? headOf(text, unit, to - 1) : null
  }
  if (/^(?:you|вы|ты)$/.test(last) || (pronouns.has(last) && (classes[to - 1] as number) & SUBJECT)) return [to - 1, to]
  if ((classes[to - 1] as number) & (SUBJECT | SUBORDINATOR)) return null
  let from = to
  while (from > 0 && to - from < longest) {
    const at = from - 1
    const bits = classes[at] as number
    if (from < to && !isJoined(text, unit, from)) break
    if (/^(?:as|so|как|так)$/.test(words[at] as string)) break
    if (finite[at] || bits & SUBORDINATOR || words[at] === "that" || words[at] === "что") {
      if (!(words[at] === "that" && at === 0)) break
    }
    if (bits & ADVERB && !isCapital(text, unit, at)) break
    if (bits & CONJUNCTION && !joinsNames(text, unit, at, to)) break
    if (bits & PREPOSITION && (from === to || opensClause(text, unit, at))) {
      return from === to ? null : afterAdverbial(text, unit, from, to)
    }
    if (bits & SUBJECT && !(bits & PREPOSITION)) break
    from--
  }
  while (
    from < to &&
    (oblique.has(words[from] as string) || /^(?:and|but|и|а|но|then|so)$/.test(words[from] as string))
  )
    from++
  const range = afterTime(text, unit, from, to)
  return isNobody(unit, range) ? null : range
}

/** "Lee and his wife": whether the conjunction at `at` joins two parts of one subject. */
function joinsNames(text: string, unit: UnitWords, at: number, to: number): boolean {
  if (at === 0 || at + 1 >= to) return false
  const after = unit.classes[at + 1] as number
  return (
    (isCapital(text, unit, at + 1) || (after & ARTICLE) !== 0 || (after & CYRILLIC) !== 0 || at === 1) &&
    (isCapital(text, unit, at - 1) || at === 1) &&
    ((unit.classes[at - 1] as number) & (SUBJECT | ADVERB)) === 0
  )
}

/** Whether the word at `at` stands at the start of its clause. */
function opensClause(text: string, unit: UnitWords, at: number): boolean {
  if (at === 0) return true
  if (!isJoined(text, unit, at)) return true
  const before = unit.classes[at - 1] as number
  return (
    (before & (CONJUNCTION | SUBORDINATOR | ADVERB)) !== 0 ||
    unit.finite[at - 1] === 1 ||
    /^(?:that|что|as|как)$/.test(unit.words[at - 1] as string)
  )
}

/** "In 1931 the inspector": what is left of the words `[from, to)` when an adverbial phrase opens them. */
function afterAdverbial(text: string, unit: UnitWords, from: number, to: number): WordRange | null {
  const { classes, words } = unit
  for (let at = to - 1; at > from; at--) {
    const article = (classes[at] as number) & ARTICLE && !((classes[at - 1] as number) & PREPOSITION)
    const name = isCapital(text, unit, at) && !isCapital(text, unit, at - 1)
    const preposition = (classes[at - 1] as number) & PREPOSITION
    if (article || (name && !preposition)) {
      const range = isCyrillic(words[at] as string) ? withTitle(text, unit, from, at, to) : ([at, to] as const)
      return isNobody(unit, range) ? null : range
    }
  }
  if (!((classes[to - 1] as number) & CYRILLIC) && !isCyrillic(words[to - 1] as string)) return null
  let at = to - 1
  if (
    at <= from ||
    isCapital(text, unit, at) ||
    /(?:ом|ем|ой|ах|ях|ами|ями|ых|их|ого|его|ям|ам)$/.test(words[at] as string)
  )
    return null
  if ((classes[at - 1] as number) & PREPOSITION) return null
  while (
    at - 1 > from &&
    (classes[at - 1] as number) & ADJECTIVE &&
    /(?:ый|ий|ая|яя|ое|ые|ие)$/.test(words[at - 1] as string)
  )
    at--
  return isNobody(unit, [at, to]) ? null : [at, to]
}

/** «у нас тётка Маня до самой смерти»: the nouns before a name that are part of it, and no adverbial behind it. */
function withTitle(text: string, unit: UnitWords, from: number, name: number, to: number): WordRange {
  const { classes, words } = unit
  let first = name
  while (
    first > from &&
    !isCapital(text, unit, first - 1) &&
    isJoined(text, unit, first) &&
    !((classes[first - 1] as number) & (PREPOSITION | SUBJECT | ADVERB)) &&
    !oblique.has(words[first - 1] as string) &&
    !times.test(words[first - 1] as string) &&
    /(?:[бвгджзклмнпрстфхцчшщь]|[аия])$/.test(words[first - 1] as string) &&
    !(first - 1 > 0 && (classes[first - 2] as number) & PREPOSITION)
  )
    first--
  let last = name + 1
  while (last < to && !((classes[last] as number) & PREPOSITION)) last++
  return [first, last]
}

function isCyrillic(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 0x400 && code <= 0x4ff
}

/** "Last year Lee": the words without a time that opens them. */
function afterTime(text: string, unit: UnitWords, from: number, to: number): WordRange {
  for (let at = from; at < to - 1; at++) {
    if (!times.test(unit.words[at] as string) && !/^\d{4}$/.test(unit.words[at] as string)) continue
    if (
      isCapital(text, unit, at + 1) ||
      (unit.classes[at + 1] as number) & ARTICLE ||
      isCyrillic(unit.words[at + 1] as string)
    )
      return [at + 1, to]
  }
  return [from, to]
}

/** "Sudoplatov, the organiser of it, later recalled": the subject before the apposition that ends at word `to`. */
function beforeApposition(text: string, unit: UnitWords, to: number): WordRange | null {
  const { classes } = unit
  if (text.slice(unit.ends[to - 1], unit.starts[to]).includes(")")) return beforeBracket(text, unit, to)
  for (let at = to - 1; at > 0 && at > to - 22; at--) {
    const gap = text.slice(unit.ends[at - 1], unit.starts[at])
    if (!/,|\s[—–-]+\s|\(/.test(gap) || /[;:]/.test(gap)) continue
    const bits = classes[at] as number
    const second = unit.words[at + 1] ?? ""
    const relative =
      (bits & SUBORDINATOR) !== 0 ||
      /^(?:чь[еюияё]|чей|чьей|котор[а-я]+|whom|which|whose)$/.test(second) ||
      opensOfWhich(unit, at) ||
      /^(?:as|god|как)$/.test(unit.words[at] as string)
    if (!relative && hasFinite(unit, at, to)) return null
    const subject = phraseBefore(text, unit, at, 2)
    if (subject && subject[1] - subject[0] === 1 && /^(?:тот|та|те)$/.test(unit.words[subject[0]] as string))
      return [subject[0], to]
    const first = unit.firstFinite
    const clauseBefore = subject !== null && subject[0] > 0 && first >= 0 && first < subject[0]
    if (clauseBefore && isJoined(text, unit, subject[0])) return null
    if (
      subject &&
      subject[0] > 0 &&
      !clauseBefore &&
      text.slice(unit.ends[subject[0] - 1], unit.starts[subject[0]]) === ", "
    ) {
      const outer = phraseBefore(text, unit, subject[0], 2)
      if (outer && outer[0] === 0) return outer
    }
    return subject
  }
  return null
}

/** "Lee (1968, p. 211) put it": the subject before the bracket that closes before word `to`. */
function beforeBracket(text: string, unit: UnitWords, to: number): WordRange | null {
  for (let at = to - 1; at > 0 && at > to - 22; at--) {
    const gap = text.slice(unit.ends[at - 1], unit.starts[at])
    if (gap.includes("(")) return /[,;:]/.test(gap) ? null : phraseBefore(text, unit, at, 2)
  }
  return null
}

/** "a copy of which", "the son of whom": a relative clause whose pronoun stands behind a noun. */
function opensOfWhich(unit: UnitWords, at: number): boolean {
  for (let index = at + 1; index < at + 6; index++) {
    if (/^(?:whom|which|котор[а-я]+)$/.test(unit.words[index] ?? "")) return unit.words[index - 1] === "of"
    if (unit.finite[index]) return false
  }
  return false
}

function hasFinite(unit: UnitWords, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (unit.finite[at]) return true
  return false
}

/** The name or pronoun that a unit begins with, up to word `before`. */
export function headOf(text: string, unit: UnitWords, before: number): WordRange | null {
  const first = unit.firstFinite
  if (first > 0 && first < before) return subjectBefore(text, unit, first, 2)
  if (pronouns.has(unit.words[0] as string)) return [0, 1]
  let to = 0
  while (to < Math.min(before, 4) && isCapital(text, unit, to) && (to === 0 || isJoined(text, unit, to))) to++
  if (to === 0 || (to === 1 && (unit.classes[0] as number) !== 0)) return null
  return isNobody(unit, [0, to]) ? null : [0, to]
}
