import { gap, type Lead } from "./clause-chunk.ts"
import { readEnglish } from "./clause-english-verbs.ts"
import { completed, times } from "./clause-english-words.ts"
import type { Gaps } from "./clause-gaps.ts"
import { reading } from "./clause-reading.ts"
import { isReporting } from "./reporting-verbs.ts"

const set = (words: string) => new Set(words.trim().split(/\s+/))

const coordinators = set("and but or nor")
/** Conjunctions that are always one before a finite verb. */
const subordinators = set("when because although though if while whereas unless whenever wherever lest albeit cos coz")
/** Conjunctions that are prepositions as well, or adverbs. */
const doubtful = set("after before since until till as once where for")
const relatives = set("who which whom whose")
const questions = set("what how why whether whoever whatever whichever")
const beforeRelative = set(
  "in of after from by with for to on at under through during about among upon within without against over between into near behind",
)
const quantifiers = set("most many some one all both two three none each several few part half much any another")
/** Verbs and other words before "if", "when", "where" that make it an indirect question. */
const asking = set(
  `ask asked asks asking know knew knows known knowing wonder wondered wonders see saw tell told tells say said remember
  remembers remembered unclear unknown clear uncertain sure decide decided doubt doubted check learn learned learnt
  understand understood explain explained show showed shows idea question discover discovered about to of on from`,
)
const pronouns = set("i he she they we you it")
const articles = set("the a an this these his her its their our my")

/** What the chunk at word `index` begins with, or null when none begins there; `length` counts the words it takes. */
export function englishLead(
  words: readonly string[],
  index: number,
  { signs }: Gaps,
  from: number,
): { lead: Lead; length: number; back: number } | null {
  const word = words[index] as string
  const sign = signs[index] as number
  const fresh = index === from || (sign & ~(gap.open | gap.close | gap.stop)) !== 0 || (sign & gap.open) !== 0
  const before = words[index - 1] ?? ""
  if (coordinators.has(word)) return { lead: "coordinator", length: 1, back: 0 }
  const next = words[index + 1] ?? ""
  if ((word === "yet" || word === "so" || word === "then") && fresh && index > from) {
    if (word === "so" && next === "that" && !isAuxiliary(words[index + 2]))
      return { lead: "subordinator", length: 2, back: 0 }
    if (word === "so" && (next === "as" || readEnglish(next) === reading.adverb)) return null
    return { lead: "coordinator", length: 1, back: 0 }
  }
  if ((word === "that's" || word === "thats") && (next === "why" || next === "how") && index > from)
    return { lead: "coordinator", length: 2, back: 0 }
  if (word === "so" && next === "that" && !fresh) return { lead: "subordinator", length: 2, back: 0 }
  if (word === "for" && sign & gap.comma && index > from && !/^(?:first|last|next)$/.test(words[index + 2] ?? "")) {
    return { lead: "subordinator", length: 1, back: 0 }
  }
  if (relatives.has(word)) return relativeLead(words, index, signs, from, fresh)
  if (word === "that") {
    if (before === "so" && isAuxiliary(next)) return null
    if (sign & gap.comma && (completed.has(before) || isReporting(before) || toldBefore(words, index, from)))
      return { lead: "complement", length: 1, back: 0 }
    if (fresh || readEnglish(before) === reading.preposition || coordinators.has(before)) {
      const joins = coordinators.has(before) && words.slice(Math.max(from, index - 30), index - 1).includes("that")
      return joins ? { lead: "complement", length: 1, back: 0 } : null
    }
    if (before === "now" || before === "provided" || before === "given" || before === "except") {
      return { lead: "subordinator", length: 1, back: 1 }
    }
    if (completed.has(before) || isReporting(before)) return { lead: "complement", length: 1, back: 0 }
    return { lead: toldBefore(words, index, from) ? "complement" : "embedded", length: 1, back: 0 }
  }
  if (questions.has(word)) {
    if (word === "how" && next === "to") return null
    return {
      lead: asking.has(before) || completed.has(before) || isReporting(before) ? "complement" : "embedded",
      length: 1,
      back: 0,
    }
  }
  if (subordinators.has(word)) {
    if (before === "as" && word === "if") return { lead: "subordinator", length: 1, back: 1 }
    if (word === "if" && isOwnDoubt(words, index)) return { lead: "comment", length: 1, back: 0 }
    if (word === "if" || word === "when") {
      if (!fresh && asking.has(before)) return { lead: "complement", length: 1, back: 0 }
      if (word === "when" && !fresh && times.has(before)) return { lead: "embedded", length: 1, back: 0 }
    }
    const back = before === "even" || before === "just" || before === "only" || before === "especially" ? 1 : 0
    return { lead: "subordinator", length: 1, back: index - back >= from ? back : 0 }
  }
  if (!doubtful.has(word) || word === "for") return null
  return doubtfulLead(words, index, from, fresh, signs)
}

/** Whether "that" before the word is a pronoun: ", so that doesn't matter". */
function isAuxiliary(word: string | undefined): boolean {
  const read = word === undefined ? reading.other : readEnglish(word)
  return read === reading.be || read === reading.have || read === reading.modal
}

/** "if I remember rightly", "if memory serves". */
function isOwnDoubt(words: readonly string[], index: number): boolean {
  const who = words[index + 1] ?? ""
  const what = words[index + 2] ?? ""
  if (who === "memory" || who === "you" || who === "true" || who === "anything")
    return who !== "you" || /^(?:ask|like|will|please)$/.test(what)
  if (who === "i'm" || who === "im") return what === "not"
  return who === "i've"
    ? /^(?:got|understood)$/.test(what)
    : who === "i" && /^(?:remember|recall|understand|may|am|have)$/.test(what)
}

/** "told him that", "warned the clerks that": a verb of saying with somebody told. */
function toldBefore(words: readonly string[], index: number, from: number): boolean {
  for (let at = index - 2; at >= Math.max(from, index - 5); at--) {
    if (
      /^(?:told|tells?|telling|warn(?:ed|s)|informed|informs|convinced|convinces|assured|assures|reminded|persuaded|showed|taught|promised|wrote|said|so|such|notified|advised)$/.test(
        words[at] as string,
      )
    )
      return true
  }
  // "maintained to the end of his life that"
  for (let at = index - 3; at >= Math.max(from, index - 10); at--) {
    if (isReporting(words[at] as string))
      return readEnglish(words[at + 1] as string) === reading.preposition || words[at + 1] === "to"
  }
  return false
}

function relativeLead(
  words: readonly string[],
  index: number,
  signs: Uint8Array,
  from: number,
  fresh: boolean,
): { lead: Lead; length: number; back: number } | null {
  const before = words[index - 1] ?? ""
  if (fresh && index > from) return { lead: "relative", length: 1, back: 0 }
  if (index === from) return { lead: "embedded", length: 1, back: 0 }
  if (before === "and" || before === "but" || before === "or") return { lead: "embedded", length: 1, back: 0 }
  if (beforeRelative.has(before)) {
    for (let at = index - 1; at > from && index - at < 6; at--) {
      if (!((signs[at] as number) & gap.comma)) continue
      const named = at === index - 1 || quantifiers.has(words[at] as string) || before === "of" || at >= index - 3
      return { lead: named ? "relative" : "embedded", length: 1, back: index - at }
    }
    return { lead: "embedded", length: 1, back: 1 }
  }
  return { lead: asking.has(before) ? "complement" : "embedded", length: 1, back: 0 }
}

function doubtfulLead(
  words: readonly string[],
  index: number,
  from: number,
  fresh: boolean,
  signs: Uint8Array,
): { lead: Lead; length: number; back: number } | null {
  const word = words[index] as string
  const before = words[index - 1] ?? ""
  const next = words[index + 1] ?? ""
  const sign = signs[index] as number
  if (word === "where") {
    if (sign & gap.comma) return { lead: "relative", length: 1, back: 0 }
    if (index === from) return { lead: "subordinator", length: 1, back: 0 }
    return { lead: asking.has(before) || completed.has(before) ? "complement" : "embedded", length: 1, back: 0 }
  }
  if (word === "once") {
    if (!(pronouns.has(next) || articles.has(next) || index === from)) return null
    return fresh || !/^(?:had|has|have|was|were|at|all|more|than|he|she|they|who)$/.test(before)
      ? { lead: "subordinator", length: 1, back: 0 }
      : null
  }
  if (word === "as") {
    if (
      /^(?:well|a|an|of|to|such|for|in|early|late|many|much|few|if|though|yet|per|usual|follows|part|head|chief)$/.test(
        next,
      )
    ) {
      return null
    }
    const far = words[index - 2] ?? ""
    if (far === "as" && before === "far") return { lead: "comment", length: 1, back: 2 }
    if (far === "as" && /^(?:soon|long|often)$/.test(before)) return { lead: "subordinator", length: 1, back: 2 }
    if (/^(?:soon|long|far|often)$/.test(next) && words[index + 2] === "as") return null
    if (far === "as" || far === "so" || before === "such" || before === "same" || before === "so" || before === "well")
      return null
    if (far === "insofar" || before === "insofar") return { lead: "subordinator", length: 1, back: 1 }
    if (commentAhead(words, index)) return { lead: "comment", length: 1, back: 0 }
    return { lead: "subordinator", length: 1, back: before === "just" ? 1 : 0 }
  }
  if (next === "then" || next === "now") return null
  return { lead: "subordinator", length: 1, back: qualifiers(words, index, from, signs) }
}

/** How many words before "after" or "before" say how long: "a few weeks after", "shortly before". */
function qualifiers(words: readonly string[], index: number, from: number, signs: Uint8Array): number {
  const before = words[index - 1] ?? ""
  if (index === from || signs[index]) return 0
  if (/^(?:shortly|soon|just|long|only|even|ever|right|immediately|not)$/.test(before)) return 1
  if (!/^(?:years?|months?|days?|weeks?|hours?|minutes?|moments?|decades?)$/.test(before)) return 0
  let at = index - 1
  while (
    at > from &&
    index - at < 5 &&
    !signs[at] &&
    /^(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|some|many|couple|of|only|just|the)$/.test(
      words[at - 1] as string,
    )
  )
    at--
  return index - at
}

/** "as he later recalled", "as the report notes", "as my father told it". */
function commentAhead(words: readonly string[], index: number): boolean {
  for (let at = index + 1; at < Math.min(words.length, index + 6); at++) {
    if (words[at] === "had" && words[at + 1] === "it") return true
    if (
      isReporting(words[at] as string) ||
      /^(?:told|tells|said|seen|mentioned|shows|put|saw|sees|remember|recall|would|understand|know|knew|described)$/.test(
        words[at] as string,
      )
    )
      return true
  }
  return false
}

/** Whether a subordinator is a preposition or an adverb as well, so that a finite verb must follow. */
export function isDoubtful(word: string): boolean {
  return doubtful.has(word)
}
