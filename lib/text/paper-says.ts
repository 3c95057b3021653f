import { papers } from "./bare-frame.ts"
import { gapBefore, type WordRange } from "./source-phrase.ts"
import type { UnitWords } from "./unit-words.ts"
import { ARTICLE, PREPOSITION } from "./word-class.ts"

/** Verbs by which "it" is a paper that says something: "It claims that", where "it shows that" may point at a fact. */
export const saysItself =
  /^(?:claim|say|said|stat|argu|assert|maintain|insist|describ|mention|conclud|alleg|complain|admit|add)/

/** Whether "it" is followed by what it says, not by "here", "in" or "that" and a name for a thing. */
export function saysWhat(text: string, unit: UnitWords, verb: number, content: boolean, end: number): boolean {
  return (
    content &&
    (unit.words[verb + 1] === "that" ||
      /^\s*[,:]?\s*["“]|^:/.test(gapBefore(text, unit, verb + 1, end)) ||
      /^descr/.test(unit.words[verb] as string))
  )
}

/** "has me leaving at ten", "had him in the tower": what a paper tells of somebody. */
export function hasSomebodyDo(words: readonly string[], at: number): boolean {
  if (!/^(?:me|him|her|us|them|it)$/.test(words[at + 1] ?? "")) return false
  const next = words[at + 2] ?? ""
  return (next.length > 4 && next.endsWith("ing")) || /^(?:at|in|as|on|down)$/.test(next)
}

/** Whether a paper is among the words of a source: a report, a register, a map. */
export function isPaper(unit: UnitWords, [from, to]: WordRange): boolean {
  for (let at = from; at < to; at++) if (papers.has(unit.words[at] as string)) return true
  return false
}

/** "The log records that he left", where "the records that he kept were lost" has a verb more behind "that". */
export function recordsThat(text: string, unit: UnitWords, verb: number, end: number): boolean {
  if (/^,/.test(gapBefore(text, unit, verb, end))) return true
  const before = unit.words[verb - 1] as string
  if (/[^s]s$/.test(before) || (unit.classes[verb - 1] as number) & (ARTICLE | PREPOSITION)) return false
  let verbs = 0
  for (let at = verb + 2; at < Math.min(unit.words.length, verb + 16); at++) {
    if (unit.finite[at] && !unit.finite[at - 1]) verbs++
    if (/[,;:]/.test(gapBefore(text, unit, at + 1, end))) break
  }
  return verbs === 1
}

const studies = new Set(
  "study survey analysis reanalysis inquiry enquiry investigation commission audit census inspection autopsy review report".split(
    " ",
  ),
)
const findings =
  /^(?:found|finds?|reveal(?:s|ed)?|confirm(?:s|ed)?|detect(?:s|ed)|identif(?:ies|ied)|establish(?:es|ed)|record(?:s|ed)|estimated?|count(?:s|ed)|show(?:s|ed))$/

/** "A 2009 study by Pell et al. found DNA in four skeletons": what a study found, without "that". */
export function isFinding(unit: UnitWords, [from, to]: WordRange, verb: number): boolean {
  if (!findings.test(unit.words[verb] as string) || verb + 2 >= unit.words.length) return false
  if (/^(?:guilty|in|for|against|no|nothing|itself|out|up)$/.test(unit.words[verb + 1] as string)) return false
  for (let at = from; at < to; at++) {
    if (studies.has(unit.words[at] as string)) return true
    if ((unit.classes[at] as number) & PREPOSITION) return false
  }
  return false
}
