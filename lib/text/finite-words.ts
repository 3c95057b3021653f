import { isUpperAt } from "./characters.ts"
import {
  ADJECTIVE,
  ADVERB,
  ARTICLE,
  BASE,
  BEFORE_BASE,
  CONJUNCTION,
  CYRILLIC,
  DOUBTFUL_BASE,
  FINITE,
  PAST,
  PLAIN_THIRD,
  PREPOSITION,
  RUSSIAN,
  SUBJECT,
  SUBORDINATOR,
  THIRD,
} from "./word-class.ts"

/** Participles that describe the noun before them: "a letter addressed to", "a house built of brick". */
const describing = new Set(
  `addressed signed dated entitled titled named called based written painted printed located situated preserved built made
   found taken owned used concerning published engraved drawn attached bound held kept left set`.split(/\s+/),
)
const plurals = new Set("people men women children police clergy media they we you i who these those both".split(" "))
const nounEndings = /(?:ment|tion|sion|ness|ity|ship|ance|ence|er|or|ist|man|woman|dom|hood)$/

/**
 * Marks the words that are finite verbs as far as their forms and neighbours tell: 1 for each one. English words are
 * judged by closed lists, endings and the words on either side; Russian words by ending, unless a preposition or an
 * adjective stands before them. Names (a capital inside the sentence) are none, but in a line of capitals.
 */
export function finiteWords(
  text: string,
  words: readonly string[],
  starts: readonly number[],
  ends: readonly number[],
  classes: readonly number[],
): Uint8Array {
  const finite = new Uint8Array(words.length)
  const shouted = isShouted(text, words, starts)
  const titled = isTitled(text, words, starts, ends)
  for (let at = 0; at < words.length; at++) {
    const bits = classes[at] as number
    if (words[at] === "its" && /^(?:the|a|an|not|too|so|very|my|just|all|been|like)$/.test(words[at + 1] ?? ""))
      finite[at] = 1
    if ((bits & (FINITE | PAST | THIRD | PLAIN_THIRD | BASE | DOUBTFUL_BASE | RUSSIAN)) === 0) continue
    if (at > 0 && !shouted && isUpperAt(text, starts[at] as number) && !afterStop(text, ends, starts, at)) {
      if (titled && isHeadlineVerb(words, classes, at)) finite[at] = 1
      continue
    }
    if (shouted && at === words.length - 1 && at > 0 && headlineVerbs.has(words[at] as string)) {
      if (((classes[at - 1] as number) & (ARTICLE | PREPOSITION | CONJUNCTION)) === 0) finite[at] = 1
      continue
    }
    if (
      bits & CYRILLIC ? isRussianFinite(words, classes, at) : isEnglishFinite(text, words, starts, ends, classes, at)
    ) {
      finite[at] = 1
    }
  }
  return finite
}

/** Verbs that a headline in capitals ends with; elsewhere they are plural nouns as often. */
const headlineVerbs = new Set(
  `opens closes burns dies falls fails sinks ends begins wins loses returns sails strikes collapses explodes escapes rises drops
   speaks talks walks quits moves votes leads leaves arrives sues pays testifies resigns retires marries surfaces lingers`.split(
    /\s+/,
  ),
)

/** Whether the unit is a headline that sets its longer words with capitals, four words at least, without a stop. */
function isTitled(text: string, words: readonly string[], starts: readonly number[], ends: readonly number[]): boolean {
  const last = words.length - 1
  if (last < 3 || last > 13 || !isUpperAt(text, starts[last] as number)) return false
  if (/[.!?:;]/.test(text[ends[last] as number] ?? " ")) return false
  return words.every((word, at) => word.length < 4 || isUpperAt(text, starts[at] as number))
}

/** "A Duck Egg Changed Everything", "Clerks Revive Old Feud": a past tense or a base form after a plural, with an object. */
function isHeadlineVerb(words: readonly string[], classes: readonly number[], at: number): boolean {
  const bits = classes[at] as number
  const word = words[at] as string
  const before = classes[at - 1] as number
  if (at + 1 >= words.length || before & (ARTICLE | PREPOSITION | CONJUNCTION)) return false
  if (bits & PAST)
    return word.endsWith("ed") && !describing.has(word) && ((classes[at + 1] as number) & PREPOSITION) === 0
  if (bits & FINITE) return /^(?:is|are|was|were|has|have|had|says|said|will|can|could|must|should)$/.test(word)
  return (bits & BASE) !== 0 && at === 1 && /[^s'’]s$/.test(words[0] as string)
}

/** Whether every word of the line is in capitals, so that capitals tell nothing. */
function isShouted(text: string, words: readonly string[], starts: readonly number[]): boolean {
  if (words.length < 2) return false
  for (let at = 0; at < Math.min(words.length, 6); at++) {
    const start = starts[at] as number
    const second = start + (words[at] as string).length - 1
    if (second > start && isUpperAt(text, start) === isUpperAt(text, second)) continue
    if (second > start) return false
  }
  return isUpperAt(text, starts[0] as number) && isUpperAt(text, starts[1] as number)
}

/** Whether a colon, a quotation mark or a stop stands before the word, so that its capital tells nothing. */
function afterStop(text: string, ends: readonly number[], starts: readonly number[], at: number): boolean {
  for (let index = ends[at - 1] as number; index < (starts[at] as number); index++) {
    if (':"“«„!?'.includes(text[index] as string)) return true
  }
  return false
}

function isRussianFinite(words: readonly string[], classes: readonly number[], at: number): boolean {
  const bits = classes[at] as number
  if (bits & FINITE) return true
  if (at === 0) return true
  const before = classes[at - 1] as number
  if (before & PREPOSITION) return false
  return !(before & ADJECTIVE) || !/(?:н[аоы]?|[еи]т)$/.test(words[at] as string)
}

function isEnglishFinite(
  text: string,
  words: readonly string[],
  starts: readonly number[],
  ends: readonly number[],
  classes: readonly number[],
  at: number,
): boolean {
  const bits = classes[at] as number
  const word = words[at] as string
  const before = at > 0 ? (classes[at - 1] as number) : 0
  const previous = at > 0 ? (words[at - 1] as string) : ""
  const gap = at > 0 ? text.slice(ends[at - 1], starts[at]) : ""
  if (bits & FINITE) {
    if (bits & BEFORE_BASE || bits & BASE) return previous !== "to" && !(before & ARTICLE && word === "might")
    return (
      previous !== "to" &&
      !(
        before & ARTICLE &&
        !/^(?:is|are|was|were|had|has)$/.test(word) &&
        gap === " " &&
        /^(?:the|a|an|his|her|their|its|my|our)$/.test(previous)
      )
    )
  }
  if (bits & PAST) {
    if (at === 0) return false
    if (before & SUBJECT) return true
    if (before & (ARTICLE | BEFORE_BASE) && !/^(?:this|that|these|those|all|both|many|some|few)$/.test(previous))
      return false
    if (
      before & PREPOSITION ||
      /^(?:be|been|being|is|are|was|were|having|more|most|so|very|newly|recently)$/.test(previous)
    )
      return false
    const next = words[at + 1]
    if (next === "by" && !(bits & DOUBTFUL_BASE) && text.slice(ends[at], starts[at + 1]) === " ") return false
    if (describing.has(word) && next !== undefined && (classes[at + 1] as number) & PREPOSITION) return false
    if (/[,(]/.test(gap))
      return (
        next !== undefined &&
        hasComma(text, ends, starts, at - 1) &&
        ((classes[at + 1] as number) & (ARTICLE | PREPOSITION | SUBJECT | ADVERB)) !== 0
      )
    return true
  }
  if (at === 0) return false
  if (bits & PLAIN_THIRD) return !(before & ARTICLE) || /^(?:this|that|all|each)$/.test(previous)
  if (bits & THIRD) {
    if (/^(?:he|she|it|who|which|that|this|there)$/.test(previous)) return true
    if (before & (ARTICLE | PREPOSITION | CONJUNCTION | SUBORDINATOR) || /[,;(–—-]/.test(gap)) return false
    if (before & ADVERB) return at > 1 && !((classes[at - 2] as number) & ARTICLE)
    const next = at + 1 < words.length ? (classes[at + 1] as number) : 0
    if (previous.endsWith("s") && !isUpperAt(text, starts[at - 1] as number)) return false
    const closed =
      ((next & ARTICLE) !== 0 && !/^(?:that|what|whose|such)$/.test(words[at + 1] as string)) ||
      /^(?:out|up|off|down|away|back)$/.test(words[at + 1] ?? "")
    if (closed) return text.slice(ends[at], starts[at + 1]) === " "
    return (
      (next & PREPOSITION) !== 0 &&
      (bits & THIRD) !== 0 &&
      text.slice(ends[at], starts[at + 1]) === " " &&
      words[at + 1] !== "of" &&
      (isUpperAt(text, starts[at - 1] as number) || nounEndings.test(previous)) &&
      /^(?:re|open|clos|liv|l[iea]|stand|sit|run|work|go|fall|look|point|serv|start|end|deal|rest|act|sta[yr]|appear|talk|turn|walk|play)/.test(
        word,
      )
    )
  }
  if (before & BEFORE_BASE && previous !== "do" && previous !== "does" && previous !== "did") return false
  if (/^(?:we|they|you|i|who)$/.test(previous)) return true
  if (word === "own" && !((classes[at + 1] ?? 0) & ARTICLE)) return false
  if (bits & BASE) {
    return (
      plurals.has(previous) ||
      ((before & THIRD) !== 0 && !(before & (PREPOSITION | ARTICLE))) ||
      ((before & ADVERB) !== 0 && at > 1 && /^(?:we|they|you|i|who)$|s$/.test(words[at - 2] as string))
    )
  }
  const next = at + 1 < words.length ? (classes[at + 1] as number) : 0
  return (
    (plurals.has(previous) || (before & THIRD) !== 0) &&
    !(before & (PREPOSITION | ARTICLE)) &&
    (next & (ARTICLE | SUBJECT)) !== 0 &&
    gap === " "
  )
}

/** Whether a comma stands among the words before `at`. */
function hasComma(text: string, ends: readonly number[], starts: readonly number[], at: number): boolean {
  for (let index = at; index > 0 && index > at - 12; index--) {
    if (text.slice(ends[index - 1], starts[index]).includes(",")) return true
  }
  return false
}
