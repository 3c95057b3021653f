import { gap, type Lead, type Verbs } from "./clause-chunk.ts"
import { isBase, isIntransitive, readEnglish } from "./clause-english-verbs.ts"
import type { Gaps } from "./clause-gaps.ts"
import { reading } from "./clause-reading.ts"
import { reportingVerbs } from "./reporting-verbs.ts"

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
const times = set(
  "day days time times moment year years night morning evening week month summer winter spring autumn period date hour occasion case cases point stage era age",
)
/** Verbs and other words before "if", "when", "where" that make it an indirect question. */
const asking = set(
  `ask asked asks asking know knew knows known knowing wonder wondered wonders see saw tell told tells say said remember
  remembers remembered unclear unknown clear uncertain sure decide decided doubt doubted check learn learned learnt
  understand understood explain explained show showed shows idea question discover discovered about to of on from`,
)
/** Verbs beside those of reporting that a clause completes. */
const completed = set(
  `know knew knows known see saw sees say tell tells think believe feel felt feels find found hear heard hears mean means meant
  show showed shown shows learn learned learnt ensure ensured decide decided decides demand demanded demands require required
  requires propose proposed proposes order ordered hope hoping fear prove proved proves assume assumed assumes agree agreed
  agrees swear swore swears guess guessed suspect suspected suspects imagine imagined claim claiming doubt doubted doubts wish
  wished wishes understand understood pretend pretended realise realises realize realizes imply implied implies indicate
  indicated indicates discover discovered promise promised promises convinced sure afraid aware certain glad happy clear true
  likely unlikely possible evident obvious fact idea claim rumour rumor story view belief news notion theory evidence proof
  impression conclusion assumption allegation suspicion suggestion report saying arguing stating claiming insisting adding
  noting believing thinking knowing explaining suggesting seems seemed appears appeared seem appear deduce deduced estimate
  estimated estimates records recorded supposes supposed supposes accept accepted accepts establish established complained
  complains swore vowed vows notice noticed notices figure figured read recall remember forget forgot say warned adds adding
  reckon reckoned reckons maintain argue suggest conclude conclude insist believe ensured ensures confirm confirms testify
  meaning hint hinted hints teach taught boast boasted boasts admit acknowledge acknowledges announce announces declare
  assured informed reminded`,
)
const commenting = set(
  `think believe guess suppose seems seemed appears appeared know say fear hope suspect imagine mean`,
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
    if (word === "so" && next === "that") return { lead: "subordinator", length: 2, back: 0 }
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
    if (sign & gap.comma && (completed.has(before) || reportingVerbs.has(before) || toldBefore(words, index, from)))
      return { lead: "complement", length: 1, back: 0 }
    if (fresh || readEnglish(before) === reading.preposition || coordinators.has(before)) {
      const joins = coordinators.has(before) && words.slice(Math.max(from, index - 30), index - 1).includes("that")
      return joins ? { lead: "complement", length: 1, back: 0 } : null
    }
    if (before === "now" || before === "provided" || before === "given" || before === "except") {
      return { lead: "subordinator", length: 1, back: 1 }
    }
    if (completed.has(before) || reportingVerbs.has(before)) return { lead: "complement", length: 1, back: 0 }
    return { lead: toldBefore(words, index, from) ? "complement" : "embedded", length: 1, back: 0 }
  }
  if (questions.has(word)) {
    if (word === "how" && next === "to") return null
    return {
      lead: asking.has(before) || completed.has(before) || reportingVerbs.has(before) ? "complement" : "embedded",
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
    if (reportingVerbs.has(words[at] as string))
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
      reportingVerbs.has(words[at] as string) ||
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

/** The verbs among the words `[from, to)`, which hold no place where a clause could begin. */
export function englishVerbs(words: readonly string[], from: number, to: number, { quoted, capitals }: Gaps): Verbs {
  let first = -1
  let count = 0
  let weak = false
  let bare = false
  let pronoun = false
  let opens = false
  let shares: Verbs["shares"] = ""
  let contact = false
  let last = -1
  let head = true
  let subject = -1
  let candidate = -1
  let before: number = -1
  let group = -1
  for (let index = from; index < to; index++) {
    if (quoted[index]) {
      before = reading.other
      head = false
      group = -1
      continue
    }
    const word = words[index] as string
    let read: number = readEnglish(word)
    const named = capitals[index] === 1 && index > from
    if (named && read !== reading.subject && read !== reading.contracted) read = reading.other
    if (word === "may" && named) read = reading.other
    if (read === reading.adverb) continue
    if (
      (read === reading.base || read === reading.present) &&
      (before === reading.determiner || before === reading.preposition)
    )
      read = reading.other
    const free = count === 0 || subject > last
    let finite = false
    let doubt = false
    if (word === "having" || word === "being") group = word === "having" ? reading.have : reading.be
    switch (read) {
      case reading.subject:
        if (
          head ||
          before === reading.other ||
          before === reading.either ||
          before === reading.past ||
          before === reading.base ||
          before === reading.present ||
          before === reading.participle ||
          before === reading.preposition
        ) {
          if (!(word === "it" || word === "you") || head || index + 1 < to) subject = index
        }
        break
      case reading.contracted:
        finite = true
        subject = index
        break
      case reading.be:
      case reading.have:
      case reading.modal:
        if (before === reading.to || (group === reading.modal && read !== reading.be)) break
        if (read === reading.modal && before === reading.determiner) break
        finite = !(read === reading.have && group === reading.modal)
        break
      case reading.past:
        finite = before !== reading.to && group === -1
        break
      case reading.either:
        if (group !== -1 || before === reading.determiner || before === reading.preposition || before === reading.to)
          break
        if (before === reading.subject || before === -1 || head) {
          finite = true
          doubt = before !== reading.subject
        } else if (free && count === 0 && before === reading.other && takesObject(words, index, to)) finite = true
        else if (free && candidate < 0) candidate = index
        else if (count > 0 && candidate < 0 && before === reading.other) candidate = index
        break
      case reading.present:
        if (before === reading.subject) finite = true
        else if (before === reading.other || head) {
          if (quoted[index + 1] || takesAfter(words, index, to, capitals)) {
            if (head) {
              finite = true
              doubt = true
            } else if (candidate < 0 && free) candidate = index
          }
        }
        break
      case reading.base:
        if (group === reading.modal || before === reading.to) break
        if (before === reading.subject && /^(?:i|you|we|they|there)$/.test(words[index - 1] as string)) finite = true
        else if (head) {
          finite = takesAfter(words, index, to, capitals)
          doubt = true
        } else if (
          before === reading.other &&
          isPlural(words[index - 1] as string) &&
          takesAfter(words, index, to, capitals) &&
          candidate < 0 &&
          free
        )
          candidate = index
        break
    }
    if (finite) {
      if (last >= 0 && isCompleted(words[last] as string)) opens ||= subject > last ? subject - last <= 3 : true
      count++
      if (first < 0) {
        first = index
        weak = doubt
        bare = head && read !== reading.contracted
        pronoun = read === reading.contracted || (subject >= 0 && subject === previousContent(words, index, from))
      }
      last = index
      group =
        read === reading.be || read === reading.have || read === reading.modal
          ? read
          : read === reading.contracted
            ? reading.be
            : -1
      if (index === first) {
        shares = group === reading.modal ? "modal" : ""
        contact = pronoun && read !== reading.contracted && isContact(words, subject, from, capitals)
      }
    } else if (read === reading.either || read === reading.participle || read === reading.base) {
      if (group !== -1 && count > 0) {
        if (first === last && read !== reading.base)
          shares = group === reading.have ? "perfect" : group === reading.be ? "passive" : shares
        last = index
        group = -1
      }
    } else if (
      read === reading.other ||
      read === reading.determiner ||
      read === reading.preposition ||
      read === reading.ing ||
      read === reading.to
    ) {
      if (read !== reading.determiner && group !== reading.modal && read !== reading.other)
        group = group === reading.be || group === reading.have ? group : -1
      if (read === reading.ing && group === reading.be) group = -1
    }
    head = false
    before = read
  }
  if (first < 0 && candidate >= 0) {
    first = candidate
    last = candidate
    count = 1
    weak = true
  } else if (candidate > first && candidate > last && first >= 0) {
    // A second verb without a subject of its own: what is embedded has the first.
    count++
  } else if (candidate >= 0 && candidate < first && !pronoun) {
    // "The mill built in 1905 was burned": the participle belongs to the subject.
  }
  const reports = last >= 0 && isCompleted(words[last] as string)
  return { first, count, weak, bare, pronoun, opens, reports, contact, shares }
}

/** Whether the pronoun at `index` follows a noun that its clause tells more of: "the book he wrote". */
function isContact(words: readonly string[], index: number, from: number, capitals: Uint8Array): boolean {
  if (index <= from) return false
  const before = readEnglish(words[index - 1] as string)
  if (before === reading.adverb || before === reading.preposition || /^\d/.test(words[index - 1] as string))
    return false
  const head = readEnglish(words[from] as string)
  if (head === reading.preposition || head === reading.adverb || times.has(words[index - 1] as string)) return false
  return capitals[index - 1] !== 1
}

function previousContent(words: readonly string[], index: number, from: number): number {
  let at = index - 1
  while (at >= from && readEnglish(words[at] as string) === reading.adverb) at--
  return at
}

function isCompleted(word: string): boolean {
  return reportingVerbs.has(word) || completed.has(word)
}

/** Whether an object follows, so that the form is a past tense: "the clerk told them". */
function takesObject(words: readonly string[], index: number, to: number): boolean {
  if (index + 1 >= to || /^(?:called|named|known|left|made|given|put|considered)$/.test(words[index] as string))
    return false
  const next = words[index + 1] as string
  return readEnglish(next) === reading.determiner || /^(?:him|them|me|us|it|himself|herself|themselves)$/.test(next)
}

/** Whether a bare verb can be a predicate of its own after the verb at `before`: "they live and work". */
export function isSecondBase(words: readonly string[], before: number, index: number): boolean {
  if (readEnglish(words[index] as string) !== reading.base) return true
  const word = words[before] as string
  return readEnglish(word) === reading.base || /^(?:are|have|do|don't|.+'re|.+'ve)$/.test(word)
}

/** Whether what follows a word is what follows a verb rather than a noun. */
function takesAfter(words: readonly string[], index: number, to: number, capitals: Uint8Array): boolean {
  if (index + 1 >= to) return true
  const next = readEnglish(words[index + 1] as string)
  if (
    next === reading.determiner ||
    next === reading.to ||
    next === reading.subject ||
    next === reading.adverb ||
    next === reading.ing
  )
    return true
  if (next === reading.preposition) return words[index + 1] !== "of"
  if (
    /^(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)$)/.test(
      words[index + 1] as string,
    )
  )
    return true
  return (
    (next === reading.other && capitals[index + 1] === 1) ||
    /^(?:him|them|me|us|itself|himself|herself|themselves|it)$/.test(words[index + 1] as string)
  )
}

function isPlural(word: string): boolean {
  return /[^s]s$/.test(word) || /^(?:people|men|women|children|police)$/.test(word)
}

/** Whether the verb at `index` may share the auxiliary of the verb before it: "was arrested and exiled". */
export function sharesAuxiliary(
  words: readonly string[],
  auxiliary: Verbs["shares"],
  index: number,
  to: number,
  capitals: Uint8Array,
): boolean {
  const word = words[index] as string
  const read = readEnglish(word)
  if (read === reading.base) return auxiliary === "modal"
  if (read !== reading.either) return read === reading.participle
  if (auxiliary !== "passive") return auxiliary === "perfect"
  if (isIntransitive(word)) return false
  const next = words[index + 1]
  if (index + 1 >= to || next === undefined) return true
  const after = readEnglish(next)
  return !(
    after === reading.determiner ||
    after === reading.subject ||
    capitals[index + 1] === 1 ||
    (after === reading.other && !/^(?:him|them|me|us)$/.test(next) && !isBase(next) && /s$/.test(next))
  )
}
