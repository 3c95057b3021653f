import type { Cue } from "../domain/unit.ts"
import { isUpperAt } from "./characters.ts"
import { hedgePhrases } from "./hedge-phrases.ts"
import type { LexicalWord } from "./lexicon.ts"
import { HEDGE } from "./openings.ts"
import { sideWords } from "./side-words.ts"
import { subjectAfter } from "./source-after.ts"
import { subjectBefore } from "./source-phrase.ts"
import type { UnitWords } from "./unit-words.ts"
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

/** Whether a word may begin what {@link hedgeCues} finds. */
export const opensHedge = (word: string): boolean =>
  hedgePhrases.opens(word) || impersonals.has(word) || beforeNumber.has(word)

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
  for (let at = 0; at < words.length; at++) {
    if (((unit.lexical[at] as LexicalWord).opens & HEDGE) === 0) continue
    const found = hedgePhrases.at(words, at)
    if (found && !isOtherSense(text, unit, at, found.length)) {
      const { kind, rule, strength } = found.meaning
      const last = at + found.length - 1
      const own = rule === "hedge-writer" && /^(?:if|as|если|насколько|сколько)$/.test(words[at] as string)
      const amount = found.length === 1 && rule === "hedge-word" && at > 0 && isQuantity(words, last + 1)
      const weak = amount || (strength === 2 && !own && (isSide(at, last + 1) || describesNoun(unit, at, last + 1)))
      cues.push({
        kind,
        rule,
        strength: weak ? 1 : strength,
        start: starts[at] as number,
        end: ends[last] as number,
      })
      at = last
    } else if (impersonals.has(words[at] as string) && isImpersonal(text, unit, at, end)) {
      const strength = isSide(at, at + 1) ? 1 : 2
      cues.push({
        kind: "vague-source",
        rule: "vague-source",
        strength,
        start: starts[at] as number,
        end: ends[at] as number,
      })
    } else if (beforeNumber.has(words[at] as string) && isAmount(words[at + 1])) {
      cues.push({
        kind: "hedge",
        rule: "hedge-approximation",
        strength: 1,
        start: starts[at] as number,
        end: ends[at] as number,
      })
    }
  }
  return cues
}

/** Whether a Russian plural without a subject tells what unnamed people say: "говорят, что", ", рассказывают,". */
function isImpersonal(text: string, unit: UnitWords, at: number, end: number): boolean {
  const after = text.slice(unit.ends[at], unit.starts[at + 1] ?? end)
  const quiet = /^\s*[,:]/.test(after) || at === unit.words.length - 1 || unit.words[at - 1] === "как"
  if (!quiet && !/^(?:что|об|о)$/.test(unit.words[at + 1] ?? "")) return false
  if (at > 0 && subjectBefore(text, unit, at)) return false
  return !/^[,]/.test(after) ? subjectAfter(text, unit, at, end) === null : true
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
