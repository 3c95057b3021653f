import type { Cue } from "../domain/unit.ts"
import { hedgePhrases } from "./hedge-phrases.ts"
import type { UnitWords } from "./unit-words.ts"

/** Words that are approximators only before a number. */
const beforeNumber = new Set(
  "about around some nearly almost ca c over under около почти свыше более менее до".split(" "),
)

/** Words that open a clause which is not the main one. */
const subordinate = new Set(
  `who whom whose which although though because while whereas since unless if when where
   который которая которое которые которого которой которых которым которую хотя потому поскольку если когда где пока`.split(
    /\s+/,
  ),
)

/** Whether the word at `index` stands in brackets or in a clause that a subordinating word opens after a comma. */
function inSideRemark(text: string, start: number, unit: UnitWords, index: number): boolean {
  const at = unit.starts[index] as number
  const before = text.slice(Math.max(start, at - 200), at)
  if (before.lastIndexOf("(") > before.lastIndexOf(")")) return true
  for (let word = index - 1, steps = 0; word >= 0 && steps < 14; word--, steps++) {
    const gap = text.slice(unit.ends[word] as number, unit.starts[word + 1] as number)
    if (/[,;:—–]/.test(gap)) return subordinate.has(unit.words[word + 1] as string)
  }
  return index > 0 && index < 14 && subordinate.has(unit.words[0] as string) && !before.includes(",")
}

/** Whether a word that looks like a hedge is something else: the month of May, "the might of". */
function isOtherSense(text: string, unit: UnitWords, index: number): boolean {
  const word = unit.words[index] as string
  const previous = unit.words[index - 1]
  if (word === "may") return text[unit.starts[index] as number] === "M" && index > 0
  if (word === "might") return previous === "the" || previous === "military" || previous === "their"
  return false
}

/** Finds uncertainty and unnamed sources in a unit: strength 2 on the main assertion, 1 in a side remark. */
export function hedgeCues(text: string, start: number, unit: UnitWords): Cue[] {
  const cues: Cue[] = []
  for (let index = 0; index < unit.words.length; index++) {
    const found = hedgePhrases.at(unit.words, index)
    if (found && !isOtherSense(text, unit, index)) {
      const { kind, rule, strength } = found.meaning
      const last = index + found.length - 1
      cues.push({
        kind,
        rule,
        strength: strength === 2 && inSideRemark(text, start, unit, index) ? 1 : strength,
        start: unit.starts[index] as number,
        end: unit.ends[last] as number,
      })
      index = last
    } else if (beforeNumber.has(unit.words[index] as string) && isAmount(unit.words[index + 1])) {
      const from = unit.starts[index] as number
      cues.push({
        kind: "hedge",
        rule: "hedge-approximation",
        strength: 1,
        start: from,
        end: unit.ends[index] as number,
      })
    }
  }
  return cues
}

function isAmount(word: string | undefined): boolean {
  return (
    word !== undefined &&
    /^(?:\d|(?:a )?(?:hundred|thousand|million|dozen|half|two|three|ten|twenty|сто|тысяч))/.test(word)
  )
}
