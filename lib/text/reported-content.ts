import { AS, AT, FOR, GERUND, HEARER, INFINITIVE, STRICT, THAT, WHETHER } from "./reporting-verbs.ts"
import { gapBefore } from "./source-phrase.ts"
import type { UnitWords } from "./unit-words.ts"
import { ARTICLE, CYRILLIC, PREPOSITION, SUBJECT, SUBORDINATOR } from "./word-class.ts"

/** Words after which a clause without "that" does not begin. */
const noClause = /^(?:to|of|in|about|against|for|nothing|anything|something|so|on|with|from|at|by|and|or|but)$/

/**
 * Whether the words after the verb that ends at word `verb` are what was said: "that" and a clause, a quotation, a
 * colon, a clause of its own, or whatever else a verb of these `bits` takes.
 */
export function opensContent(
  text: string,
  unit: UnitWords,
  verb: number,
  bits: number,
  end: number,
  idiom: boolean,
): boolean {
  const { words, finite, classes } = unit
  const gap = gapBefore(text, unit, verb + 1, end).replace(/^[»”)]+/, "")
  if (/^\s*[,:]?\s*["“„]/.test(gap) || /^\s*:/.test(gap) || /^\s*[,:]\s*«/.test(gap)) return true
  const next = words[verb + 1]
  if (next === undefined) return false
  const cyrillic = ((classes[verb] as number) & CYRILLIC) !== 0 || /^[а-я]/.test(words[verb] as string)
  if (/^\s*,\s*$/.test(gap)) return /^(?:that|what|how|что|как|будто|чтобы|якобы|где|почему|словно)$/.test(next)
  if (/^\s*«/.test(gap)) return true
  if (gap.trim() !== "") return false
  if (/^(?:that|how|why)$/.test(next)) return next !== "that" || hasClause(unit, verb + 2)
  if (bits & WHETHER && /^(?:whether|if|what|who|where|when)$/.test(next)) return true
  if (next === "whether") return true
  if (bits & INFINITIVE && next === "to") return true
  if (bits & GERUND && next.length > 4 && next.endsWith("ing")) return true
  if (bits & HEARER) return afterHearer(text, unit, verb, end, true)
  if (idiom && afterHearer(text, unit, verb, end, false)) return true
  if (cyrillic) return afterRussianHearer(text, unit, verb, end)
  if (bits & AS && wordWithin(text, unit, verb, end, /^as$/)) return true
  if (bits & FOR && wordWithin(text, unit, verb, end, /^(?:for|of|with)$/)) return true
  if (bits & AT && wordWithin(text, unit, verb, end, /^(?:at|to)$/)) return true
  if (laterThat(text, unit, verb, end) || (bits & THAT && quoteWithin(text, unit, verb, end))) return true
  if ((!idiom && ((bits & (THAT | WHETHER)) === 0 || bits & STRICT)) || noClause.test(next)) return false
  if (/^(?:he|she|they|it|there)'/.test(next)) return true
  const opens = classes[verb + 1] as number
  if (opens & SUBJECT && next !== "who") return unit.lastFinite >= verb + 2
  if (opens & PREPOSITION) return false
  const bound = Math.min(words.length, verb + 10)
  for (let at = verb + 2; at < bound; at++) {
    if (/[,;:.!?"“()—–]/.test(text.slice(unit.ends[at - 1], unit.starts[at]))) return false
    if ((classes[at] as number) & SUBORDINATOR) return false
    if (finite[at])
      return opens & ARTICLE || /\p{Lu}/u.test(text[unit.starts[verb + 1] as number] as string)
        ? !/^(?:who|which|that)$/.test(words[at - 1] as string)
        : at > verb + 2 || next.endsWith("s")
  }
  return false
}

/** Whether a finite verb follows soon enough for a clause to stand there. */
function hasClause(unit: UnitWords, from: number): boolean {
  return unit.lastFinite >= from || unit.words.length - from > 2
}

/** "told the inquiry that", "told me he had left", "put it to the firm more than once that". */
function afterHearer(text: string, unit: UnitWords, verb: number, end: number, bare: boolean): boolean {
  const { words, finite, classes } = unit
  for (let at = verb + 1; at < Math.min(words.length, verb + 10); at++) {
    const word = words[at] as string
    const gap = gapBefore(text, unit, at, end)
    if (at > verb + 1 && /[:"“«]/.test(gap)) return true
    if (/[;.!?]/.test(gap)) return false
    if (/^(?:that|how|why|whether|what)$/.test(word) && at > verb + 1) return true
    if (finite[at])
      return (
        bare &&
        at > verb + 2 &&
        (((classes[verb + 1] as number) & (ARTICLE | SUBJECT)) !== 0 ||
          /^(?:me|us|him|her|them|it)$/.test(words[verb + 1] as string))
      )
  }
  const close = Math.min(words.length, verb + 10)
  return /^\s*[:,]\s*["“«]|^:/.test(gapBefore(text, unit, close, end))
}

/** "сказал следователю, что"; "писал жене: «…»". */
function afterRussianHearer(text: string, unit: UnitWords, verb: number, end: number): boolean {
  for (let at = verb + 2; at <= Math.min(unit.words.length, verb + 8); at++) {
    const gap = gapBefore(text, unit, at, end)
    if (/^["»”)]*\s*(?::|,?\s*[—–-]?\s*["“«])/.test(gap)) return true
    if (gap.includes(",")) return /^(?:что|как|будто|чтобы|якобы|где|почему)$/.test(unit.words[at] ?? "")
    if (unit.finite[at - 1]) return false
  }
  return false
}

/** "described it as a ruin", "blamed the owners for it", "puts his loss at £310". */
function wordWithin(text: string, unit: UnitWords, verb: number, end: number, sought: RegExp): boolean {
  for (let at = verb + 1; at < Math.min(unit.words.length, verb + 24); at++) {
    if (/[;:]|\.\s/.test(gapBefore(text, unit, at, end))) return false
    if (sought.test(unit.words[at] as string)) return at > verb + 1
  }
  return false
}

/** "reported a “faultless launch”": a quotation within three words. */
function quoteWithin(text: string, unit: UnitWords, verb: number, end: number): boolean {
  for (let at = verb + 2; at < Math.min(unit.words.length, verb + 4); at++) {
    const gap = gapBefore(text, unit, at, end)
    if (/^ ["“«]$/.test(gap)) return true
    if (gap !== " ") return false
  }
  return false
}

/** "complained to his brother that", "wrote in his diary that", "noted at the time: “…”". */
function laterThat(text: string, unit: UnitWords, verb: number, end: number): boolean {
  const next = unit.classes[verb + 1] as number
  if (
    (next & PREPOSITION) === 0 &&
    !/ly$|^(?:once|again|later|afterwards|back|home)$/.test(unit.words[verb + 1] as string)
  )
    return false
  for (let at = verb + 2; at < Math.min(unit.words.length, verb + 12); at++) {
    const gap = gapBefore(text, unit, at, end)
    if (/^["”]?[,:]?\s*["“«]|:/.test(gap)) return /[:,]/.test(gap)
    if (/[;.!?]/.test(gap) || unit.finite[at]) return false
    if (unit.words[at] === "that" && unit.lastFinite >= at) return !unit.finite[at + 1]
  }
  return false
}
