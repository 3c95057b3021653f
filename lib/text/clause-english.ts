import type { Verbs } from "./clause-chunk.ts"
import { isBase, isIntransitive, readEnglish } from "./clause-english-verbs.ts"
import { completed, times } from "./clause-english-words.ts"
import type { Gaps } from "./clause-gaps.ts"
import { reading } from "./clause-reading.ts"
import { isReporting } from "./reporting-verbs.ts"

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
    if (word === "its" && isLostContraction(words[index + 1])) read = reading.contracted
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
  }
  const reports = last >= 0 && isCompleted(words[last] as string)
  return { first, count, weak, bare, pronoun, opens, reports, contact, shares }
}

/** Whether "its" before the word has lost its apostrophe. */
function isLostContraction(next: string | undefined): boolean {
  return (
    next !== undefined &&
    /^(?:a|an|the|not|still|been|kind|very|so|just|like|my|your|too|really|all|no|also|illegal|called|possible|hard)$/.test(
      next,
    )
  )
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
  return isReporting(word) || completed.has(word)
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
