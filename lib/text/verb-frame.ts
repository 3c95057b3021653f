import { idioms } from "./attribution-phrases.ts"
import { hasSomebodyDo, isFinding, isPaper, recordsThat, saysItself, saysWhat } from "./paper-says.ts"
import { asWithin, opensContent } from "./reported-content.ts"
import { AT, BASE_FORM, FOR, GIVES, HEARER, NAMES, PARTICIPLE, reportingBits, STRICT } from "./reporting-verbs.ts"
import type { RuleId } from "./rules.ts"
import { sourceAfter, subjectAfter } from "./source-after.ts"
import { gapBefore, oblique, subjectBefore, type WordRange } from "./source-phrase.ts"
import type { UnitWords } from "./unit-words.ts"
import {
  ADVERB,
  ARTICLE,
  CONJUNCTION,
  CYRILLIC,
  classOf,
  FINITE,
  PREPOSITION,
  REPORTING,
  SUBJECT,
  SUBORDINATOR,
} from "./word-class.ts"

/** Words before a reporting verb whose source was named in an earlier sentence: "And later told her sister that". */
const elided = new Set(
  "and then but also later so still thus and once again и потом но затем позже также еще далее там тут же мне нам тогда".split(
    " ",
  ),
)
const chain = new Set(
  `has have had did does do is was were are would will would should used to be been being could may might must can never not didn't doesn't
   hadn't hasn't`.split(/\s+/),
)
/** What a verb takes that may stand in a comment or behind what was said. */
const speech = ~(AT | GIVES | NAMES | FOR | STRICT | BASE_FORM | PARTICIPLE)
const negations = new Set(
  "not never didn't doesn't don't hadn't hasn't wouldn't couldn't cannot can't didnt doesnt не".split(" "),
)
/** Takes a frame: its rule, its words, and the words of its source or null when it is left out. */
export type AddFrame = (rule: RuleId, from: number, to: number, source: WordRange | null, comment?: boolean) => void

/** Whether {@link verbFrame} finds anything at the word at all. */
export const opensFrame = (word: string): boolean =>
  (classOf(word) & REPORTING) !== 0 || idioms.opens(word) || word === "given" || word === "led"

/** The frame of a reporting verb at word `at`, if it is one: "Lee said that", ", Lee said,", "said Lee", "as Lee put it". */
export function verbFrame(text: string, unit: UnitWords, at: number, end: number, add: AddFrame) {
  const { words, classes } = unit
  const word = words[at] as string
  const idiom = idioms.at(words, at)
  const bits = (classes[at] as number) & REPORTING ? reportingBits(word) : 0
  if (/^(?:has|had)$/.test(word) && at > 1 && hasSomebodyDo(words, at)) {
    const subject = subjectBefore(text, unit, at)
    if (subject && isPaper(unit, subject)) return add("reporting-verb", subject[0], at + 1, subject)
  }
  if (bits === 0 && !idiom && word !== "given" && word !== "led") return
  const last = idiom ? at + idiom.length - 1 : at
  const from = verbChain(unit, at)
  const cyrillic = ((classes[at] as number) & CYRILLIC) !== 0 || isCyrillic(word)
  const passive = !cyrillic && bits & PARTICIPLE && /^(?:is|was|were|are|been|being|as)$/.test(words[at - 1] ?? "")
  if (/^(?:given|led)$/.test(word) && /^(?:to understand|to believe)$/.test(`${words[at + 1]} ${words[at + 2]}`)) {
    return add("source-left-out", at, at + 3, null)
  }
  if (
    bits & PARTICIPLE &&
    words[at + 1] === "by" &&
    gapBefore(text, unit, at + 1, end) === " " &&
    !cyrillic &&
    !/^(?:threatened|felt|known|seen|shown|found|understood|held|feared|struck)$/.test(word)
  ) {
    if (!passive && !/^["”,]/.test(gapBefore(text, unit, at, end)) && at > 0) return
    const source = sourceAfter(text, unit, at + 2, end)
    if (source[1] > source[0]) add("reporting-verb", at, source[1], source)
    return
  }
  if (passive && !idiom) {
    if (
      /^(?:told|informed|assured|given)$/.test(word) &&
      /^(?:that|there|they|he|she|it|to)$/.test(words[at + 1] ?? "")
    ) {
      if (words[at + 1] !== "to" || words[at + 2] === "understand") add("source-left-out", at, at + 1, null)
    }
    return
  }
  if (!cyrillic && !idiom) {
    if (words[at - 1] === "to" && from === at) return
    if (
      bits & BASE_FORM &&
      from === at &&
      !isPluralFinite(unit, at) &&
      !joinedPlural(text, unit, at) &&
      !followsContent(text, unit, at, end)
    )
      return
  }
  if (!cyrillic && isNegated(unit, from, at) && !/^(?:believe|think)$/.test(word)) return
  if (cyrillic && words[at - 1] === "не") return
  const content = opensContent(text, unit, last, bits, end, idiom !== null)
  const plural = !cyrillic && !idiom && from === at && !unit.finite[at] && /s$/.test(word) && at > 0
  if (plural && bits & STRICT && !(content && words[last + 1] === "that" && recordsThat(text, unit, at, end))) return
  if (plural && !content && !/^[,"”]/.test(gapBefore(text, unit, at, end)) && !closesComment(text, unit, at, end))
    return
  const subject = from > 0 ? subjectBefore(text, unit, from) : null
  if (
    !subject &&
    words[from - 1] === "it" &&
    (from === 1 || /[,;:]/.test(text.slice(unit.ends[from - 2], unit.starts[from - 1]))) &&
    saysItself.test(word) &&
    saysWhat(text, unit, last, content, end)
  )
    return add("reporting-verb", from - 1, last + 1, [from - 1, from])
  if (subject && !content && bits & GIVES && asWithin(text, unit, at, end) > 0 && isPaper(unit, subject))
    return add("reporting-verb", subject[0], last + 1, subject)
  if (subject && !content && isFinding(unit, subject, at)) return add("reporting-verb", subject[0], last + 1, subject)
  if (
    subject &&
    words[subject[0]] === "you" &&
    !/^(?:sa|wr|claim|argu|stat|assert|maintain|insist|alleg|mention)/.test(word)
  )
    return
  if (subject) {
    if (content) return add("reporting-verb", subject[0], last + 1, subject)
    if (/^(?:as|как)$/.test(words[subject[0] - 1] ?? ""))
      return add("reporting-verb", subject[0] - 1, last + 1, subject, true)
    if (!idiom && bits !== 0 && (bits & speech) === 0) return
    if (isComment(text, unit, subject[0], last, end, (bits & STRICT) !== 0))
      return add("reporting-verb", subject[0], last + 1, subject)
    if (!cyrillic) return
  } else if (
    content &&
    !(cyrillic && from === 0 && subjectAfter(text, unit, at, end)) &&
    leavesSourceOut(text, unit, from, bits) &&
    !(
      cyrillic &&
      bits & STRICT &&
      !/^(?:что|как)$/.test(words[at + 1] ?? "") &&
      gapBefore(text, unit, at + 1, end) === " "
    )
  )
    return add("source-left-out", at, last + 1, null)
  if (!followsContent(text, unit, at, end) && !cyrillic && at > 0) return
  if (cyrillic && bits & STRICT && !/[»"”:]/.test(gapBefore(text, unit, at, end)) && !opensWithHow(unit, at)) {
    const behind = subjectAfter(text, unit, at, end)
    if (!behind || !opensContent(text, unit, behind[1] - 1, bits, end, true)) return
  }
  const inverted = cyrillic ? subjectAfter(text, unit, at, end) : sourceAfter(text, unit, last + 1, end)
  if (!inverted || inverted[1] <= inverted[0]) return
  if (!cyrillic && !opensName(text, unit, inverted[0], bits, at)) return
  if (cyrillic && opensWithHow(unit, at)) return add("reporting-verb", at, inverted[1], inverted, true)
  const starting = at === 0 || /^(?:как|и|а|но|позже|потом|впоследствии|об|этом)$/.test(words[at - 1] as string)
  const opens = opensContent(text, unit, inverted[1] - 1, bits, end, true)
  if (followsContent(text, unit, at, end) || (starting && opens) || (cyrillic && opens)) {
    add("reporting-verb", at, inverted[1], inverted)
  }
}

/** Whether the word at `at` may open a source after the verb: a name, an article, a pronoun, or anything after a quotation. */
function opensName(text: string, unit: UnitWords, at: number, bits: number, verb: number): boolean {
  if (/["”»’]/.test(text.slice(unit.ends[verb - 1] ?? unit.starts[0], unit.starts[verb]))) return true
  if (bits & STRICT) return false
  const possible = (unit.classes[at] as number) & (ARTICLE | SUBJECT)
  return possible !== 0 || /^\p{Lu}/u.test(text.slice(unit.starts[at], (unit.starts[at] as number) + 1))
}

/**
 * Whether the source stands in an earlier sentence: nothing, or nothing but words such as "and then", or an adverbial
 * phrase with a comma before the verb.
 */
function leavesSourceOut(text: string, unit: UnitWords, from: number, bits: number): boolean {
  const word = unit.words[from] as string
  // "Asked how deep it was, the foreman said": who was asked comes after the comma.
  if (from === 0 && bits & PARTICIPLE && /^(?:asked|told|informed|questioned|reminded|assured)$/.test(word))
    return unit.lastFinite <= 0
  if (from === 0) return (bits & BASE_FORM) === 0 && !/(?:[юуая]т|ли)$/.test(word)
  if (from < 6 && unit.words.slice(0, from).every(other => elided.has(other))) return true
  if (unit.firstFinite >= 0 && unit.firstFinite < from) return false
  return (
    from < 10 &&
    /^,\s+$/.test(text.slice(unit.ends[from - 1], unit.starts[from])) &&
    (reportingBits(unit.words[0] as string) & PARTICIPLE) !== 0
  )
}

function isCyrillic(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 0x400 && code <= 0x4ff
}

/** Where the auxiliaries and adverbs before the verb at `at` begin: "used to tell", "had once written". */
export function verbChain(unit: UnitWords, at: number): number {
  let from = at
  while (from > 0 && at - from < 6) {
    const word = unit.words[from - 1] as string
    if (word === "to" && !/^(?:used|have|has|had|ought|going|began|liked|continued)$/.test(unit.words[from - 2] ?? ""))
      break
    if (
      !chain.has(word) &&
      !(
        (unit.classes[from - 1] as number) & ADVERB &&
        unit.classes[from - 1] !== 0 &&
        !((unit.classes[from - 1] as number) & FINITE)
      )
    )
      break
    from--
  }
  while (from < at && (unit.classes[from] as number) & ADVERB && !chain.has(unit.words[from] as string)) from++
  return from
}

/** "как мне шепнула", "как потом писал": whether only pronouns and adverbs stand between "как" and the verb. */
function opensWithHow(unit: UnitWords, verb: number): boolean {
  let at = verb - 1
  while (at > 0 && verb - at < 5 && (oblique.has(unit.words[at] as string) || (unit.classes[at] as number) & ADVERB))
    at--
  return unit.words[at] === "как"
}

/** "historians say", "they claim": a base form after a plural. */
function isPluralFinite(unit: UnitWords, at: number): boolean {
  const before = unit.words[at - 1] ?? ""
  return (
    unit.finite[at] === 1 ||
    /^(?:they|who|you|people|police|men|women|children|clergy|media|others|some|many)$/.test(before) ||
    (before.endsWith("s") &&
      !before.endsWith("ss") &&
      ((unit.classes[at - 1] ?? 0) & (ARTICLE | FINITE | PREPOSITION)) === 0)
  )
}

/** "Harmon and Pryce argue that", "Harmon (1987) and others argue that": a base form with "that" behind more than one name. */
function joinedPlural(text: string, unit: UnitWords, at: number): boolean {
  if (unit.words[at + 1] !== "that" || at < 3) return false
  for (let index = at - 1; index > 0 && index > at - 9; index--) {
    if (unit.finite[index]) return false
    if (unit.words[index] === "and") return !/;/.test(text.slice(unit.starts[0], unit.starts[at]))
  }
  return false
}

function isNegated(unit: UnitWords, from: number, at: number): boolean {
  for (let index = from; index < at; index++) if (negations.has(unit.words[index] as string)) return true
  return false
}

/** ", his niece recalls, ": a form that may be a plural noun, between a singular and a comma that no list goes on behind. */
function closesComment(text: string, unit: UnitWords, verb: number, end: number): boolean {
  if (!/^["”]?,/.test(gapBefore(text, unit, verb + 1, end)) && verb + 1 < unit.words.length) return false
  const before = text.slice((unit.starts[verb] as number) - 3, unit.starts[verb])
  return (
    !/s$/.test(unit.words[verb - 1] as string) && !/['’]/.test(before) && !((unit.classes[verb + 1] ?? 0) & CONJUNCTION)
  )
}

/** Whether the frame is a comment inside the sentence: ", he realized," or at its end: ", the manager wrote back." */
function isComment(text: string, unit: UnitWords, from: number, verb: number, end: number, strict: boolean): boolean {
  if (from === 0) return false
  if (from > 1 && /^(?:so|as|так|как)$/.test(unit.words[from - 1] as string)) from--
  if (!/[,"”»…!?]|[—–]/.test(text.slice(unit.ends[from - 1], unit.starts[from]))) return false
  if (/[;:]/.test(text.slice(unit.ends[from - 1], unit.starts[from]))) return false
  let at = verb + 1
  while (at < unit.words.length && at < verb + 8 && !/[,;:—–"“.!?]/.test(gapBefore(text, unit, at, end))) {
    if (unit.finite[at] || (unit.classes[at] as number) & (SUBORDINATOR | SUBJECT)) return false
    at++
  }
  const opens = gapBefore(text, unit, at, end)
  const quoted = /["”»]/.test(text.slice(unit.ends[from - 1], unit.starts[from]))
  if (strict && isCyrillic(unit.words[verb] as string) && !quoted && at > verb + 1) return false
  if (!/[,;:—–"“.!?]/.test(opens) && !(quoted && at === unit.words.length)) return false
  if (strict && !quoted && unit.lastFinite < at) return false
  const next = unit.classes[verb + 1] ?? 0
  const hearer = (reportingBits(unit.words[verb] as string) & HEARER) !== 0
  if (
    at > verb + 1 &&
    !quoted &&
    !hearer &&
    !((next as number) & (PREPOSITION | ADVERB)) &&
    !isCyrillic(unit.words[verb] as string)
  )
    return false
  const before = unit.firstFinite
  return quoted || (before >= 0 && before < from) || unit.lastFinite >= at
}

/** Whether what was said stands right before the verb: "…," said Ann; «…», — писал он; "…, wrote Lee". */
function followsContent(text: string, unit: UnitWords, verb: number, end: number): boolean {
  if (verb === 0) return false
  const gap = gapBefore(text, unit, verb, end)
  if (/["”»’'][,.]?\s*[—–-]*\s*$/.test(gap) && gap.trim() !== "")
    // «Газета „Труд“ сообщала»: a title, where a quotation has a comma or a dash behind it.
    return !isCyrillic(unit.words[verb] as string) || /[,.!?…—–-]/.test(gap)
  if (!/^[,!?…]+["”»]?\s*[—–-]*\s*$/.test(gap)) return false
  const first = unit.firstFinite
  const within = unit.lastFinite > verb + 1
  return ((first >= 0 && first < verb) || within) && !((unit.classes[verb + 1] ?? 0) & SUBORDINATOR)
}
