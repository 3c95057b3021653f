import type { UnitWords } from "./unit-words.ts"
import { ADVERB, CONJUNCTION, CYRILLIC, SUBJECT, SUBORDINATOR } from "./word-class.ts"

/** Subordinating only before a subject: "after he left" but "after the war". */
const beforeSubject = new Set("after before since until till as than".split(" "))

/**
 * Marks the words of a unit that are not in its main clause: 1 in brackets, in a clause that a subordinating word
 * opens, in a relative clause, after "than", or in a quotation inside the sentence. What "said that" reports, and a
 * quotation that is the whole content, count as main.
 */
export function sideWords(text: string, unit: UnitWords, start: number, end: number): Uint8Array {
  const { words, starts, ends, classes, finite } = unit
  const side = new Uint8Array(words.length)
  let brackets = /^[([]/.test(text[start] as string) && /[)\]]/.test(text[end - 1] as string) ? -1 : 0
  let quoted = false
  let open: "no" | "first" | "inner" | "relative" = "no"
  let verbs = 0
  let opened = -1
  // How many commas more do not close the clause: "who, perhaps, knew".
  let held = 0
  for (let at = 0; at < words.length; at++) {
    const from = at === 0 ? start : (ends[at - 1] as number)
    const to = starts[at] as number
    let comma = false
    for (let index = from; index < to; index++) {
      const sign = text[index] as string
      if (sign === "(" || sign === "[") brackets++
      else if ((sign === ")" || sign === "]") && brackets > 0) brackets--
      else if (sign === "“" || sign === "«" || sign === "„")
        quoted = at > 0 && !/[,:—–]\s*$/.test(text.slice(from, index))
      else if (sign === "”" || sign === "»") quoted = false
      else if (sign === '"') {
        if (quoted) quoted = false
        else quoted = at > 0 && /\s$/.test(text.slice(from, index)) && !/[,:—–]\s*$/.test(text.slice(from, index))
      } else if (sign === "," || sign === "—" || sign === "–") comma = true
      else if (sign === ";" || sign === ":" || sign === "." || sign === "!" || sign === "?") {
        if (sign !== "." || index + 1 < to) open = "no"
      }
    }
    if (comma && open !== "no") {
      // "asked by whom, she answered": the clause is at its end already.
      const closed = /^(?:whom|what|which)$/.test(words[opened] as string)
      if (opened === at - 1 && at > 1 && !closed) held = 2
      if (held > 0) held--
      else open = "no"
    }
    const bits = classes[at] as number
    const word = words[at] as string
    if (finite[at] && open === "relative") {
      verbs++
      if (verbs > 1 && !((classes[at - 1] as number) & (CONJUNCTION | ADVERB))) open = "no"
    }
    if (opensSide(unit, at, bits, word, comma)) {
      if (at === 0 && !hasSign(text, unit, end)) continue
      open = at === 0 ? "first" : comma ? "inner" : /^(?:who|which|that|whose|where)$/.test(word) ? "relative" : "inner"
      verbs = 0
      opened = at
      held = 0
    }
    if (brackets > 0 || quoted || open !== "no") side[at] = 1
  }
  return side
}

/** Whether a comma or a dash stands among the words, so that a clause at the beginning ends before the last word. */
function hasSign(text: string, unit: UnitWords, end: number): boolean {
  for (let at = 1; at < Math.min(unit.words.length, 40); at++) {
    if (/[,—–;:]/.test(text.slice(unit.ends[at - 1], unit.starts[at] ?? end))) return true
  }
  return false
}

/** "It was Lee who seemed": whether the sentence opens with "it was" and the word at `at` takes up what follows. */
function isCleft(unit: UnitWords, at: number): boolean {
  for (let index = at - 1; index > 0 && index > at - 10; index--) {
    if (/^(?:is|was)$/.test(unit.words[index] as string)) return unit.words[index - 1] === "it"
  }
  return false
}

function opensSide(unit: UnitWords, at: number, bits: number, word: string, comma: boolean): boolean {
  const { words, classes, finite } = unit
  const next = (classes[at + 1] ?? 0) as number
  if (/^(?:who|that)$/.test(word) && !comma && isCleft(unit, at)) return false
  if (word === "that")
    return (
      at > 0 &&
      (finite[at + 1] ?? 0) === 1 &&
      !((classes[at - 1] as number) & (ADVERB | CONJUNCTION)) &&
      !finite[at - 1] &&
      !comma
    )
  if (beforeSubject.has(word)) {
    if (word === "as" && /^(?:if|though|far|well|a|an|the)$/.test(words[at + 1] ?? ""))
      return words[at + 1] === "the" && comma
    return (next & SUBJECT) !== 0 || (word === "than" && at > 0) || (comma && word === "as")
  }
  if (!(bits & SUBORDINATOR)) return false
  if (bits & CYRILLIC) return true
  if (/^(?:when|where|who|what|which|whether)$/.test(word) && at > 0 && finite[at - 1])
    return /^(?:when|where|whether)$/.test(word)
  return at > 0 || word !== "whether"
}
