import type { ProposedUnit } from "../domain/unit.ts"
import { sentenceOpeners } from "./abbreviations.ts"
import { wordsOf } from "./unit-words.ts"

/** How a unit repeats an earlier one: letter for letter, but for its layout, or but for a typo or a small word. */
export type DuplicateKind = "exact" | "layout" | "near"

/** Unit `duplicate` says what the earlier unit `of` says; both are indexes into the units. */
export interface Duplicate {
  readonly of: number
  readonly duplicate: number
  readonly kind: DuplicateKind
}

/** Units with fewer words are compared whole only: a near match of four words says too little. */
const fewestWordsForNear = 5
/** Units with more words are compared whole only, which bounds the work of a unit. */
const mostWordsForNear = 400
/** Earlier units that one signature leads to; more would make the work of a repetitive text quadratic. */
const candidatesPerSignature = 4

/** Small words that a copy may lose or gain without saying anything else; no negation, auxiliary or "by" is among them. */
const smallWords = new Set(
  `a an the this that these those of in on at and also too then so very just really quite even still which who as
   и а же то уже еще также тоже даже ведь этот эта это очень`.split(/\s+/),
)

/** Groups of small words that may stand for one another. */
const exchangeable = [
  "a an the this that",
  "these those the",
  "in on at into upon",
  "which that who",
  "very so really quite",
].map(group => new Set(group.split(" ")))

const numberWord =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|.*teen(?:th)?|.*t(?:y|ieth)|three|seven|eight|дв|три|трет|четы|пят|шест|сем|восем|восьм|девят|десят|сорок)/

const negations = new Set(
  `not no never nor neither none nothing nobody without cannot hardly scarcely barely don't doesn't didn't isn't aren't wasn't
   weren't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't mustn't dont doesnt didnt isnt arent wasnt werent wont
   wouldnt cant couldnt shouldnt hasnt havent hadnt не ни нет нельзя без никогда никто ничего едва`.split(/\s+/),
)

const synonyms = new Map(
  `big large|begin start|began started|begun started|said stated|killed murdered|assassinated murdered|perhaps maybe|
   also too|around about|whilst while|amongst among|toward towards|until till|huge enormous|quickly rapidly|
   большой крупный|убит умерщвлен|начал стал|возможно вероятно`
    .split("|")
    .flatMap(pair => {
      const [left, right] = pair.trim().split(" ") as [string, string]
      return [`${left} ${right}`, `${right} ${left}`].map(key => [key, true] as const)
    }),
)

interface Signed {
  readonly index: number
  readonly words: readonly string[]
  /** Whether each word is a name or holds a digit, which must not differ. */
  readonly fixed: readonly boolean[]
}

/**
 * Finds units that repeat an earlier unit of any kind but boilerplate and fragment. Another number, name or negation
 * is a variant, never a duplicate. Each repetition names the first unit of its content. The work is linear in the text:
 * units meet through hashes of their words, whole and with one word left out.
 */
export function findDuplicates(units: readonly ProposedUnit[], text: string): Duplicate[] {
  const exact = new Map<string, number>()
  const plain = new Map<string, number>()
  const signatures = new Map<string, Signed[]>()
  const duplicates: Duplicate[] = []
  units.forEach((unit, index) => {
    if (unit.kind === "boilerplate" || unit.kind === "fragment") return
    const quote = text.slice(unit.start, unit.end)
    const layout = layoutKey(quote)
    const of = exact.get(quote) ?? plain.get(layout)
    if (of !== undefined) {
      duplicates.push({ of, duplicate: index, kind: exact.has(quote) ? "exact" : "layout" })
      if (!exact.has(quote)) exact.set(quote, of)
      return
    }
    const signed = sign(text, unit, index)
    const near = nearest(signed, signatures)
    exact.set(quote, near ?? index)
    plain.set(layout, near ?? index)
    if (near === undefined) return
    duplicates.push({ of: near, duplicate: index, kind: "near" })
  })
  return duplicates
}

/**
 * A quote without what layout changes: white space, line-end and soft hyphens, the shape of quotes and dashes. Digits
 * keep what stands between them, so that "19 18" is not "1918".
 */
function layoutKey(quote: string): string {
  return quote
    .replace(/\u00ad|(?<=\p{L})[-‐]\s*\n\s*(?=\p{Ll})/gu, "")
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—]|--/g, "-")
    .replace(/(?<=\d)\s+(?=\d)/g, "_")
    .replace(/\s*-\s*/g, "-")
    .replace(/\s+/g, "")
    .replace(/(?<=\p{L})-(?=\p{L})/gu, "")
}

function sign(text: string, unit: ProposedUnit, index: number): Signed {
  const found = wordsOf(text, unit.start, unit.end)
  const fixed = found.starts.map((at, word) => {
    const written = text.slice(at, found.ends[word])
    return (
      /\d/.test(written) || (/^\p{Lu}/u.test(written) && (word > 0 || !sentenceOpeners.has(found.words[0] as string)))
    )
  })
  const words = found.words.map((word, at) => {
    const bare = word.replace(/['-]/g, "")
    const next = found.starts[at + 1] ?? unit.end
    const sign = /[?%$€£₽°№+]/.exec(text.slice(found.ends[at], Math.min(next, (found.ends[at] as number) + 12)))
    return sign ? bare + sign[0] : bare
  })
  return { index, words, fixed }
}

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo), 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

/**
 * The hashes of the word list whole (first) and with each one word left out. Each is a pair of polynomial hashes modulo
 * 2^32, put together from the hash of what comes before the word and of what comes after it (Karp and Rabin).
 */
function signaturesOf(words: readonly string[]): string[] {
  const left = leftOut(words, 0x01000193)
  const right = leftOut(words, 0x9e3779b1)
  return left.map((hash, at) => `${hash}:${right[at]}:${at === 0 ? words.length : words.length - 1}`)
}

function leftOut(words: readonly string[], base: number): number[] {
  const count = words.length
  const hashes = words.map(hashOf)
  const tails = new Array<number>(count + 1).fill(0)
  const powers = new Array<number>(count + 1).fill(1)
  for (let at = 0; at < count; at++) powers[at + 1] = Math.imul(powers[at] as number, base)
  for (let at = count - 1; at >= 0; at--) {
    tails[at] = (Math.imul(hashes[at] as number, powers[count - 1 - at] as number) + (tails[at + 1] as number)) | 0
  }
  const found = [tails[0] as number]
  let head = 0
  for (let at = 0; at < count; at++) {
    found.push((Math.imul(head, powers[count - 1 - at] as number) + (tails[at + 1] as number)) | 0)
    head = (Math.imul(head, base) + (hashes[at] as number)) | 0
  }
  return found
}

/** The first unit that says the same as `signed` but for one word, and remembers `signed` if there is none. */
function nearest(signed: Signed, known: Map<string, Signed[]>): number | undefined {
  const { words } = signed
  if (words.length < fewestWordsForNear || words.length > mostWordsForNear) return undefined
  const signatures = signaturesOf(words)
  let best: number | undefined
  for (const signature of signatures) {
    for (const candidate of known.get(signature) ?? []) {
      if ((best === undefined || candidate.index < best) && saysTheSame(candidate, signed)) best = candidate.index
    }
  }
  if (best !== undefined) return best
  for (const signature of signatures) {
    const list = known.get(signature)
    if (!list) known.set(signature, [signed])
    else if (list.length < candidatesPerSignature && list[list.length - 1] !== signed) list.push(signed)
  }
  return undefined
}

/** Whether two word lists differ by at most one word that changes nothing. */
function saysTheSame(left: Signed, right: Signed): boolean {
  const [short, long] = left.words.length <= right.words.length ? [left, right] : [right, left]
  let head = 0
  while (head < short.words.length && short.words[head] === long.words[head]) head++
  let tail = 0
  while (
    tail < short.words.length - head &&
    short.words[short.words.length - 1 - tail] === long.words[long.words.length - 1 - tail]
  )
    tail++
  const shortRest = short.words.length - head - tail
  const longRest = long.words.length - head - tail
  if (longRest === 0) return true
  if (shortRest === 0 && longRest === 1) return smallWords.has(long.words[head] as string) && long.fixed[head] !== true
  if (shortRest !== 1 || longRest !== 1) return false
  return isSameWord(
    short.words[head] as string,
    long.words[head] as string,
    short.fixed[head] === true || long.fixed[head] === true,
  )
}

/** Whether two differing words say the same: a lost apostrophe, two small words, synonyms or a typo. */
function isSameWord(left: string, right: string, fixed: boolean): boolean {
  if (fixed || negations.has(left) || negations.has(right) || /\d/.test(left + right)) return false
  if (exchangeable.some(group => group.has(left) && group.has(right))) return true
  if (synonyms.has(`${left} ${right}`)) return true
  return isTypo(left, right)
}

/**
 * Whether one word of at least five letters is the other with one letter lost, gained, changed or two exchanged, the
 * first letter kept. Number words are no typos of one another, nor are the endings of a Russian word.
 */
function isTypo(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (short.length < 5 || long.length - short.length > 1 || short[0] !== long[0]) return false
  if (numberWord.test(short) || numberWord.test(long)) return false
  let head = 0
  while (head < short.length && short[head] === long[head]) head++
  if (/[а-я]/.test(short) && head >= short.length - 2) return false
  const rest = short.slice(head)
  if (long.slice(head + 1) === rest || (short.length === long.length && long.slice(head + 1) === short.slice(head + 1)))
    return true
  return (
    short.length === long.length &&
    short[head] === long[head + 1] &&
    short[head + 1] === long[head] &&
    short.slice(head + 2) === long.slice(head + 2)
  )
}
