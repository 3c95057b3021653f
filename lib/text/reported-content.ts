import { AS, AT, FOR, GERUND, GIVES, HEARER, INFINITIVE, NAMES, STRICT, THAT, WHETHER } from "./reporting-verbs.ts"
import { gapBefore } from "./source-phrase.ts"
import type { UnitWords } from "./unit-words.ts"
import { ADVERB, ARTICLE, CONJUNCTION, CYRILLIC, PREPOSITION, SUBJECT, SUBORDINATOR } from "./word-class.ts"

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
  if (/^\s*,\s*$/.test(gap) && afterAside(text, unit, verb, end)) return true
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
  // Forums leave out the comma before "что".
  if (cyrillic && /^(?:что|будто|якобы)$/.test(next)) return unit.lastFinite >= verb + 2
  if (cyrillic) return afterRussianHearer(text, unit, verb, end)
  if (bits & AS && asWithin(text, unit, verb, end) > 0) return true
  if (bits & GIVES && givesAs(text, unit, verb, end)) return true
  if (bits & NAMES) return namesSomething(text, unit, verb, end)
  if (findsIt(unit, verb)) return true
  if (idiom && words[verb] === "as") return true
  if (bits & FOR && wordWithin(text, unit, verb, end, /^(?:for|of|with)$/)) return true
  if (bits & AT && putsAt(text, unit, verb, end)) return true
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

/** "has it, on authority it does not name, that", «писал, уже из плена, что»: an aside in commas and then what was said. */
function afterAside(text: string, unit: UnitWords, verb: number, end: number): boolean {
  for (let at = verb + 2; at < Math.min(unit.words.length, verb + 14); at++) {
    const gap = gapBefore(text, unit, at, end)
    if (/[;:.!?"“«]/.test(gap)) return false
    if (gap.includes(",")) return /^(?:that|что)$/.test(unit.words[at] as string)
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
    if (unit.words[at] === "что" && gap === " ") return unit.lastFinite > at
    if (unit.finite[at - 1]) return false
  }
  return false
}

/** Word index of "as" in "described it as a ruin"; -1 when none does before the clause ends. */
export function asWithin(text: string, unit: UnitWords, verb: number, end: number): number {
  for (let at = verb + 2; at < Math.min(unit.words.length, verb + 24); at++) {
    const gap = gapBefore(text, unit, at, end)
    if (/[;:]|\.\s/.test(gap)) return -1
    if (gap.includes(",") && (unit.classes[at] as number) & CONJUNCTION) return -1
    if (unit.words[at] !== "as") continue
    if (/^(?:same|such|so|as|just|much|well|far)$/.test(unit.words[at - 1] as string)) return -1
    return /^(?:well|soon|much|far|long|many|usual|if|he|she|they|it)$/.test(unit.words[at + 1] ?? "") ? -1 : at
  }
  return -1
}

const given = new Set(
  `date dates name names age cause time hour place figure figures number total toll strength depth weight height length
   position address reason origin author population loss losses value distance speed width circumstances occupation
   birthplace year day nationality`.split(/\s+/),
)

/** "gives the date of the invention as 1933": a fact, and "as". */
function givesAs(text: string, unit: UnitWords, verb: number, end: number): boolean {
  const as = asWithin(text, unit, verb, end)
  return as > 0 && unit.words.slice(verb + 1, Math.min(as, verb + 6)).some(word => given.has(word))
}

/** "puts his loss at £310", "places the figure a good deal higher". */
function putsAt(text: string, unit: UnitWords, verb: number, end: number): boolean {
  const { words, classes } = unit
  const opens = classes[verb + 1] as number
  if (
    opens & (PREPOSITION | ADVERB) ||
    /^(?:up|out|off|down|away|back|forward|together)$/.test(words[verb + 1] as string)
  )
    return false
  for (let at = verb + 2; at < Math.min(words.length, verb + 14); at++) {
    if (/[,;:—–]|\.\s/.test(gapBefore(text, unit, at, end)) || unit.finite[at]) return false
    const next = words[at + 1] ?? ""
    const measured =
      /^(?:\d|about|some|nearly|over|under|around|between|not|more|less|at|upwards|two|three|four|five|six|seven|eight|nine|ten|half|quarter|noon|midnight|least|[a-z]+(?:teen|ty)$)/.test(
        next,
      ) && !/^(?:risk|rest|ease|once|all|last|first|stake|home|anchor|sea|work)$/.test(next)
    const round =
      /^(?:an?|one)$/.test(next) &&
      /^(?:hundred|thousand|million|dozen|score|quarter|third|o'clock|good|little|mere|few)$/.test(words[at + 2] ?? "")
    if (words[at] === "at" && (measured || round)) return true
    if (words[at] === "to" && /^dat/.test(words[verb] as string)) return true
    if (/^(?:higher|lower|earlier|later|nearer)$/.test(words[at] as string)) return true
  }
  return false
}

/** "called the quarrel a newspaper invention", "termed it “a disgrace”", "called him a liar". */
function namesSomething(text: string, unit: UnitWords, verb: number, end: number): boolean {
  const { words, classes } = unit
  const first = classes[verb + 1] as number
  if (first & (PREPOSITION | ADVERB)) return false
  for (let at = verb + 2; at < Math.min(words.length, verb + 12); at++) {
    const gap = gapBefore(text, unit, at, end)
    if (/^ ["“«]$/.test(gap)) return true
    if (gap !== " " || unit.finite[at] || (classes[at] as number) & (SUBORDINATOR | CONJUNCTION)) return false
    if (/^(?:a|an)$/.test(words[at] as string))
      return !((classes[at - 1] as number) & (PREPOSITION | ARTICLE | CONJUNCTION))
  }
  return false
}

/** "thinks it probable that", "considered it wrong to": an adjective between "it" and what is judged. */
function findsIt(unit: UnitWords, verb: number): boolean {
  const { words } = unit
  if (
    words[verb + 1] !== "it" ||
    !/^(?:th|found|find|believ|consider|deem|held|hold|felt|feel|judg|call)/.test(words[verb] as string)
  )
    return false
  for (let at = verb + 3; at < Math.min(words.length, verb + 7); at++) {
    if (words[at] === "that" || (words[at] === "to" && at > verb + 2)) return true
    if (unit.finite[at]) return false
  }
  return false
}

/** "blamed the owners for it". */
function wordWithin(text: string, unit: UnitWords, verb: number, end: number, sought: RegExp): boolean {
  for (let at = verb + 1; at < Math.min(unit.words.length, verb + 24); at++) {
    const gap = gapBefore(text, unit, at, end)
    if (/[;:]|\.\s/.test(gap)) return false
    if (gap.includes(",") && (unit.classes[at] as number) & CONJUNCTION) return false
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
  let comma = false
  for (let at = verb + 2; at < Math.min(unit.words.length, verb + 12); at++) {
    const gap = gapBefore(text, unit, at, end)
    if (/^["”]?[,:]?\s*["“«]|:/.test(gap)) return /[:,]/.test(gap)
    if (gap.includes(",")) comma = true
    // "till the day she died that": a clause about the time of saying it.
    if (/[;.!?]/.test(gap)) return false
    if (unit.finite[at]) {
      if (comma) return false
      if (unit.words[at + 1] === "that" && (unit.classes[at - 1] as number) & SUBJECT) return unit.lastFinite > at + 1
      if (!((unit.classes[at - 1] as number) & SUBJECT)) return false
      continue
    }
    if (unit.words[at] === "that" && unit.lastFinite >= at) return !unit.finite[at + 1]
  }
  return false
}
