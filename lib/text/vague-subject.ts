import { opensContent } from "./reported-content.ts"
import { reportingBits } from "./reporting-verbs.ts"
import type { UnitWords } from "./unit-words.ts"
import { ADVERB, CONJUNCTION, SUBORDINATOR } from "./word-class.ts"

/** Words that open a subject without a name, or are one: "some chroniclers", "others", "rumour". */
const english = new Set(
  `some many most several certain various numerous few others people villagers residents neighbours neighbors locals old-timers
   townsfolk townspeople islanders inhabitants chroniclers antiquaries sceptics skeptics detractors insiders specialists
   rumour rumor gossip report tradition legend hearsay opinion folk`.split(/\s+/),
)
/** What is told without a name by itself: "rumour places the figure higher". */
const talk = new Set("rumour rumor gossip report tradition legend hearsay opinion".split(" "))
const russian = new Set(
  `некоторые многие иные другие отдельные одни старожилы очевидцы местные жители старики соседи земляки молва предание легенда
   кое-кто кто-то`.split(/\s+/),
)
/** Forms of verbs that say what somebody holds to be so, not what somebody remembers or answers. */
const holding =
  /^(?:sa(?:y|ys|id)|believ|claim|argu|thinks?$|thought|suggest|maintain|holds?$|held|assert|speculat|alleg|suspect|reckon|suppos|insist|contend|consider|swear|swore|fanc|guess|assum|conjectur|surmis|imagin|plac|puts?$|estimat|propos|theori|postulat|posit|hypothes|has$|had$|have$|report|говорят|говорили|говорит|полага|счита|утвержда|дума|увер|предполага|пишут|писали|склон|вер[яи])/

export const opensVagueSubject = (word: string): boolean => english.has(word) || russian.has(word)

/**
 * Whether the words at `at` open a clause in which somebody unnamed holds what follows: "Some chroniclers maintain that",
 * "People in the village reckoned the lamp was out", "Others are of opinion that", «Некоторые ветераны полагали, что».
 */
export function isVagueSubject(text: string, unit: UnitWords, at: number, end: number): boolean {
  const { words, classes } = unit
  const word = words[at] as string
  const cyrillic = russian.has(word)
  if (!cyrillic && !english.has(word)) return false
  if (!opensClause(text, unit, at)) return false
  if (words[at + 1] === "of" || words[at + 1] === "из")
    return /^(?:us|them|our|my|нас)$/.test(words[at + 2] ?? "") === false && heldBy()
  return heldBy()

  function heldBy(): boolean {
    for (let verb = at + 1; verb < Math.min(words.length, at + 8); verb++) {
      if (/[,;:.!?]/.test(text.slice(unit.ends[verb - 1], unit.starts[verb]))) return false
      const form = words[verb] as string
      if (/^(?:is|are|was|were)$/.test(form))
        return (
          words[verb + 1] === "of" &&
          /^(?:opinion|view|belief|mind)$/.test(
            words[verb + 2] === "the" ? (words[verb + 3] ?? "") : (words[verb + 2] ?? ""),
          )
        )
      if (holding.test(form) && (reportingBits(form) !== 0 || form === "has" || form === "had" || form === "have")) {
        if (/^ha(?:s|d|ve)$/.test(form)) {
          if (words[verb + 1] === "it") return true
          continue
        }
        if (talk.has(word) && /^(?:plac|put|say|sai|estimat)/.test(form)) return true
        return opensContent(text, unit, verb, reportingBits(form), end, false)
      }
      if (classes[verb] !== undefined && (classes[verb] as number) & SUBORDINATOR) return false
      if (unit.finite[verb]) return false
    }
    return false
  }
}

function opensClause(text: string, unit: UnitWords, at: number): boolean {
  if (at === 0) return true
  if (/[,;:—–]/.test(text.slice(unit.ends[at - 1], unit.starts[at]))) return true
  return ((unit.classes[at - 1] as number) & (CONJUNCTION | SUBORDINATOR | ADVERB)) !== 0
}
