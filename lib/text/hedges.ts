import type { Cue } from "../domain/unit.ts"
import { isUpperAt } from "./characters.ts"
import { hedgePhrases } from "./hedge-phrases.ts"
import type { LexicalWord } from "./lexicon.ts"
import { HEDGE } from "./openings.ts"
import { opensContent } from "./reported-content.ts"
import { THAT } from "./reporting-verbs.ts"
import type { RuleId } from "./rules.ts"
import { sideWords } from "./side-words.ts"
import { subjectAfter } from "./source-after.ts"
import { subjectBefore } from "./source-phrase.ts"
import type { UnitWords } from "./unit-words.ts"
import { opensUnnamedPassive, unnamedPassive } from "./unnamed-passive.ts"
import { isVagueSubject, opensVagueSubject } from "./vague-subject.ts"
import { ARTICLE, PREPOSITION } from "./word-class.ts"

/** Words that are approximators only before a number. */
const beforeNumber = new Set(
  "about around some nearly almost ca c over under около почти свыше более менее до примерно где-то".split(" "),
)
/** Russian verbs that lean on nobody in particular when they have no subject: "говорят, что". */
const impersonals = new Set(
  `говорят говорили рассказывают рассказывали поговаривают поговаривали утверждают утверждали полагают полагали сообщают
   сообщали пишут писали передают передавали предполагают предполагали считают считали уверяли уверяют шептались судачили
   болтали сплетничали подозревают подозревали вспоминают`.split(/\s+/),
)

/** Verbs of a third person that hold something for no more than likely: "he fancied", "she suspected that". */
const weakVerbs = new Set(
  `fancied fancies suspected suspects guessed guesses supposed supposes surmised surmises conjectured conjectures speculated
   speculates presumed presumes предполагает предполагал предполагала предполагали предположил предположила подозревает
   подозревал подозревала догадывался догадывалась`.split(/\s+/),
)

/** Whether a word may begin what {@link hedgeCues} finds. */
export const opensHedge = (word: string): boolean =>
  hedgePhrases.opens(word) ||
  impersonals.has(word) ||
  beforeNumber.has(word) ||
  weakVerbs.has(word) ||
  opensVagueSubject(word) ||
  opensUnnamedPassive(word) ||
  /^(?:мог(?:л[аои])?|то|не)$/.test(word)

/** Finds uncertainty and unnamed sources in a unit: strength 2 on the main assertion, 1 in a side remark. */
export function hedgeCues(text: string, start: number, end: number, unit: UnitWords): Cue[] {
  const cues: Cue[] = []
  if ((unit.opening & HEDGE) === 0) return cues
  const { words, starts, ends } = unit
  let side: Uint8Array | null = null
  const isSide = (from: number, to: number) => {
    side ??= sideWords(text, unit, start, end)
    return side[from] === 1 || isApposition(text, unit, from, to)
  }
  const add = (kind: Cue["kind"], rule: RuleId, from: number, last: number, strength: 1 | 2) =>
    cues.push({ kind, rule, strength, start: starts[from] as number, end: ends[last] as number })
  const vague = (from: number, last: number) =>
    add("vague-source", "vague-source", from, last, isSide(from, last + 1) ? 1 : 2)
  for (let at = 0; at < words.length; at++) {
    if (((unit.lexical[at] as LexicalWord).opens & HEDGE) === 0) continue
    const found = hedgePhrases.at(words, at)
    const held = weakVerbs.has(words[at] as string) && isWeaklyHeld(text, unit, at, end)
    const passive = unnamedPassive(unit, at)
    if (found && !held && !isOtherSense(text, unit, at, found.length)) {
      const { kind, rule, strength } = found.meaning
      const last = at + found.length - 1
      const own = rule === "hedge-writer" && /^(?:if|as|если|насколько|сколько)$/.test(words[at] as string)
      const amount = found.length === 1 && rule === "hedge-word" && at > 0 && isQuantity(words, last + 1)
      const weak = amount || (strength === 2 && !own && (isSide(at, last + 1) || describesNoun(unit, at, last + 1)))
      add(kind, rule, at, last, weak ? 1 : strength)
      at = last
    } else if (passive > 0) {
      vague(at, passive - 1)
      at = passive - 1
    } else if (isVagueSubject(text, unit, at, end)) {
      vague(at, at)
    } else if (words[at] === "мог" || /^могл[аои]$/.test(words[at] as string)) {
      const infinitive = possibleAct(unit, at)
      if (infinitive > 0) add("hedge", "hedge-modal", at, infinitive, isSide(at, infinitive) ? 1 : 2)
    } else if (held) {
      add("hedge", "hedge-word", at, at, isSide(at, at + 1) ? 1 : 2)
    } else if (isEitherOr(words, at)) {
      const weak = isSide(at, at + 2) && (starts[at] as number) < (starts[unit.firstFinite] ?? 0)
      add("hedge", "hedge-word", at, at + 1, weak ? 1 : 2)
      at++
    } else if (impersonals.has(words[at] as string) && isImpersonal(text, unit, at, end)) {
      vague(at, at)
    } else if (beforeNumber.has(words[at] as string) && isAmount(words[at + 1])) {
      add("hedge", "hedge-approximation", at, at, 1)
    }
  }
  return cues
}

/** Whether a Russian plural without a subject tells what unnamed people say: "говорят, что", ", рассказывают,". */
function isImpersonal(text: string, unit: UnitWords, at: number, end: number): boolean {
  const after = text.slice(unit.ends[at], unit.starts[at + 1] ?? end)
  const comma = at > 0 && /[,(—–]/.test(text.slice(unit.ends[at - 1], unit.starts[at]))
  const quiet = /^\s*[,:]/.test(after) || (at === unit.words.length - 1 && comma) || unit.words[at - 1] === "как"
  // «Говорят там и теперь находят гильзы»: the comma behind it left out.
  const opens = at === 0 && /^(?:говорят|рассказывают|поговаривают|пишут)$/.test(unit.words[0] as string)
  if (!quiet && !/^(?:что|об|о)$/.test(unit.words[at + 1] ?? "") && !(opens && unit.lastFinite > 1)) return false
  if (at > 0 && subjectBefore(text, unit, at)) return false
  return !/^[,]/.test(after) ? subjectAfter(text, unit, at, end) === null : true
}

/** Whether somebody holds by the weak verb at `at` what the unit says: "he suspected that", ", he fancied, had been". */
function isWeaklyHeld(text: string, unit: UnitWords, at: number, end: number): boolean {
  const before = unit.words[at - 1] ?? ""
  if (at === 0 || /^(?:is|are|was|were|be|been|being|the|a|an|not|never|не|i|we|я)$/.test(before)) return false
  const comment = /^,/.test(text.slice(unit.ends[at], unit.starts[at + 1] ?? end)) && unit.lastFinite !== at
  const subject = subjectBefore(text, unit, at)
  if (!subject) return false
  if (comment && /,/.test(text.slice(unit.ends[subject[0] - 1] ?? 0, unit.starts[subject[0]]))) return true
  return opensContent(text, unit, at, THAT, end, false)
}

/**
 * Where the infinitive of «мог попасть», «могли просто спутать» stands; -1 when what is told is an ability: a denial, or
 * an act that lasts. Russian tells a single act by a prefix mostly.
 */
function possibleAct(unit: UnitWords, at: number): number {
  if (/^(?:не|никто|ничто|бы|чтобы|кто|что|как)$/.test(unit.words[at - 1] ?? "") || unit.words[at + 1] === "бы")
    return -1
  for (let next = at + 1; next < Math.min(unit.words.length, at + 4); next++) {
    const word = unit.words[next] as string
    if (/(?:[аеиоуыюя]ть|сть|[зс]ти|йти|чь|ться|тись)$/.test(word))
      return /^(?:быть|стать|дать|взять|лечь|сесть|пасть|попасть|погибнуть|по|за|на|вы|у|от|до|про|при|пере|из|ис|раз|рас|об|под|вз|вс|с|в)/.test(
        word,
      ) && !/(?:ывать|ивать|авать|ываться|иваться|ходить|возить|носить|видеть|слышать|знать)$/.test(word)
        ? next
        : -1
    if (
      !/^(?:просто|и|вполне|легко|даже|запросто|тоже|также|уже|еще|случайно|его|ее|их|ему|там|тут|сами|сам|сама)$/.test(
        word,
      )
    )
      return -1
  }
  return -1
}

/** «то ли с Урала, то ли из-под Вятки», «не то два, не то три»: whether the first of two alternatives stands at `at`. */
function isEitherOr(words: readonly string[], at: number): boolean {
  const [first, second] = [words[at], words[at + 1]]
  if (!((first === "то" && second === "ли") || (first === "не" && second === "то"))) return false
  for (let other = at + 3; other < Math.min(words.length, at + 14); other++)
    if (words[other] === first && words[other + 1] === second) return true
  return false
}

/** Whether a word that looks like a hedge is something else: the month of May, "the might of", "likely" as a noun's adjective. */
function isOtherSense(text: string, unit: UnitWords, at: number, length: number): boolean {
  const word = unit.words[at] as string
  const before = unit.words[at - 1] ?? ""
  const next = unit.words[at + 1] ?? ""
  if (unit.words[at + length] === "by" && /^(?:is|was|are|were|been|there|it)$/.test(word)) return true
  if (word === "may" && length === 1) {
    const capital = isUpperAt(text, unit.starts[at] as number)
    if (capital)
      return at > 0
        ? isUpperAt(text, unit.starts[at] as number) && !isUpperAt(text, (unit.starts[at] as number) + 1)
        : /^(?:\d|of$|day$|and$|was$|is$)/.test(next) || unit.words.length < 3
    return /^(?:\d{1,4}|of|in|early|late|mid|last|until|since|by)$/.test(before) && !/ly$/.test(before)
  }
  if (word === "might" && length === 1) {
    return /^(?:the|military|their|his|its|naval|all|of|with|and|full)$/.test(before) || next === "of"
  }
  if (word === "likely" && length === 1)
    return (
      !/^(?:is|was|are|were|has|have|had|will|would|it|he|she|they|then|to|and|but|very|more|most)$/.test(before) &&
      before !== ""
    )
  if (word === "видимо" || word === "возможно" || word === "вероятно") return before === "не"
  if (word === "вроде" && length === 1)
    return (
      /(?:ого|его|ой|ей|ых|их|ы|и|а|я)$/.test(next) &&
      !/[,]/.test(text.slice(unit.ends[at], unit.starts[at + 1] ?? text.length)) &&
      /^(?:нибудь|что-то|того|этого)$/.test(before)
    )
  return false
}

/** "the alleged thief", "a probable cause": whether the cue is an adjective or a participle on a noun. */
function describesNoun(unit: UnitWords, from: number, to: number): boolean {
  const word = unit.words[from] as string
  if (to - from !== 1 || from === 0) return false
  const before = unit.classes[from - 1] as number
  if (/^(?:believed|thought|said|rumoured|reputed|alleged|presumed)$/.test(word)) return !unit.finite[from - 1]
  return (
    /ly$/.test(word) &&
    (before & ARTICLE) !== 0 &&
    /^(?:a|an|the|his|her|their|its|this|that)$/.test(unit.words[from - 1] as string)
  )
}

/**
 * "Orlova, probably a clerk, left": whether the cue opens a phrase between commas, before any verb of the sentence, that
 * has no verb of its own. A cue alone between commas bears on the sentence.
 */
function isApposition(text: string, unit: UnitWords, from: number, to: number): boolean {
  const { words, starts, ends, finite } = unit
  if (from === 0 || to >= words.length) return false
  if (!/,|[—–]/.test(text.slice(ends[from - 1], starts[from])) || !/^ $/.test(text.slice(ends[to - 1], starts[to])))
    return false
  const first = unit.firstFinite
  if (first >= 0 && first < from) return false
  for (let at = to; at < words.length && at < to + 14; at++) {
    if (finite[at]) return false
    if (/,|[—–]/.test(text.slice(ends[at], starts[at + 1] ?? ends[at])))
      return unit.lastFinite >= at && !((unit.classes[0] as number) & PREPOSITION)
  }
  return false
}

/** "for perhaps a quarter of an hour": whether a quantity follows, so that only it is uncertain. */
function isQuantity(words: readonly string[], at: number): boolean {
  const word = words[at]
  if (word === "a" || word === "an")
    return /^(?:quarter|half|dozen|hundred|thousand|third|score|couple|mile|minute|week)$/.test(words[at + 1] ?? "")
  return isAmount(word) && !/^1[5-9]\d\d$/.test(word as string)
}

function isAmount(word: string | undefined): boolean {
  return (
    word !== undefined &&
    /^(?:\d|(?:a )?(?:hundred|thousand|million|dozen|half|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|сто|тысяч|двух|трех|десят))/.test(
      word,
    )
  )
}
