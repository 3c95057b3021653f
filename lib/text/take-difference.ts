import type { VariantKind } from "../domain/likeness.ts"
import type { Said, SaidWord } from "./said.ts"
import { areExchangeable, areSynonyms, leadWords, smallWords } from "./same-words.ts"
import { isTypo, scanned, spelled } from "./spelling.ts"
import type { Difference } from "./word-runs.ts"

/** How a difference is taken: as nothing, as a small change, or as one that tells. */
export interface Taken {
  readonly changes: number
  readonly synonyms: number
  /** Undefined when nothing tells; "word" when the two say something else, "frame" when one reports what the other says. */
  readonly tells?: VariantKind | "word" | "frame"
}

const nothing: Taken = { changes: 0, synonyms: 0 }
const change: Taken = { changes: 1, synonyms: 0 }
const other: Taken = { changes: 0, synonyms: 0, tells: "word" }

/** Explains one difference between two quotes by the words that stand there on either side. */
export function takeDifference(
  ours: readonly SaidWord[],
  theirs: readonly SaidWord[],
  at: Difference,
  left: Said,
  right: Said,
): Taken {
  if (ours.length === 0 || theirs.length === 0) return takeAdded(ours.length === 0 ? theirs : ours, at, left, right)
  const joined = (words: readonly SaidWord[]) => spelled(words.map(word => word.form).join(""))
  const figures = (words: readonly SaidWord[]) => words.flatMap(word => word.form.match(/\d+/g) ?? []).join(" ")
  if (joined(ours) === joined(theirs) && figures(ours) === figures(theirs)) return nothing
  if (ours.length === theirs.length) return takePairs(ours, theirs)
  const [long, short] = ours.length > theirs.length ? [ours, theirs] : [theirs, ours]
  const denied = takeDenied(long, short)
  if (denied) return denied
  const bare = long.filter(word => word.role !== "small" && !smallWords.has(word.form))
  const extra = long.length - bare.length
  if (bare.length === short.length && extra <= 2 && !precedesQuantity(long)) {
    const taken = takePairs(bare, short)
    return taken.tells === "word" ? taken : { ...taken, changes: taken.changes + extra }
  }
  return takeNumbers(ours, theirs) ?? other
}

/** A copy's additional words: nothing at its head when they only lead in, a change when they are small. */
function takeAdded(words: readonly SaidWord[], at: Difference, left: Said, right: Said): Taken {
  const head = at.left === 0 && at.right === 0
  if (head && words.length <= 2 && words.every(word => leadWords.has(word.form))) return nothing
  if (head && words.length <= mostFrame && /^(?:that|что)$/.test((words[words.length - 1] as SaidWord).form))
    return { ...nothing, tells: "frame" }
  const denials = words.filter(word => word.role === "negation")
  if (denials.length > 0) {
    const rest = words.filter(word => word.role !== "negation")
    const plain = rest.every(word => auxiliaries.has(word.form) || word.role === "small")
    return plain ? { ...nothing, tells: "negation" } : other
  }
  const next = [left.words[at.leftEnd], right.words[at.rightEnd]]
  if (words.some(word => word.form === "a") && next.some(word => word && /^(?:few|little)$/.test(word.form)))
    return other
  return words.every(word => smallWords.has(word.form) && word.role !== "name")
    ? { changes: words.length, synonyms: 0 }
    : other
}

/** Words of "he writes that" before what another says without it. */
const mostFrame = 9

const auxiliaries = new Set(
  "do does did is are was were be been being has have had will would can could may might".split(" "),
)

/** "did not meet" beside "met", "was never" beside "was": the longer side denies the shorter. */
function takeDenied(long: readonly SaidWord[], short: readonly SaidWord[]): Taken | null {
  const denials = long.filter(word => word.role === "negation").length
  if (denials === 0 || short.some(word => word.role === "negation")) return null
  const rest = long.filter(word => word.role !== "negation" && !auxiliaries.has(word.form))
  const bare = short.filter(word => !auxiliaries.has(word.form))
  if (rest.length !== bare.length || rest.length > 2) return null
  const alike = rest.every((word, at) => word.form.slice(0, 2) === (bare[at] as SaidWord).form.slice(0, 2))
  return alike ? { ...nothing, tells: "negation" } : null
}

/** Words of a number or date written with another number of words: "31 August" beside "1 September 1938". */
function takeNumbers(ours: readonly SaidWord[], theirs: readonly SaidWord[]): Taken | null {
  const counts = (words: readonly SaidWord[]) =>
    words.every(word => word.role === "number" || word.role === "date") && words.length <= 4
  if (!counts(ours) || !counts(theirs)) return null
  const dated = [...ours, ...theirs].some(word => word.role === "date")
  return { ...nothing, tells: dated ? "date" : "number" }
}

const precedesQuantity = (words: readonly SaidWord[]) =>
  words.some((word, at) => word.form === "a" && /^(?:few|little)$/.test(words[at + 1]?.form ?? ""))

function takePairs(ours: readonly SaidWord[], theirs: readonly SaidWord[]): Taken {
  let changes = 0
  let synonyms = 0
  let tells: Taken["tells"]
  ours.forEach((word, at) => {
    const taken = takePair(word, theirs[at] as SaidWord)
    changes += taken.changes
    synonyms += taken.synonyms
    if (taken.tells === "word" || tells === "word") tells = "word"
    else if (taken.tells && tells && taken.tells !== tells) tells = bothDates(taken.tells, tells) ? "date" : "word"
    else tells = taken.tells ?? tells
  })
  // "the brewer Elias" beside "the banker Josias": what somebody is goes with the name.
  if (tells === "word" && ours.length > 1 && ours.length <= 3 && named(ours) && named(theirs)) tells = "name"
  return { changes, synonyms, ...(tells && { tells }) }
}

const named = (words: readonly SaidWord[]) => words.at(-1)?.role === "name"

const bothDates = (one: string, two: string) => /^(?:number|date)$/.test(one) && /^(?:number|date)$/.test(two)

function takePair(ours: SaidWord, theirs: SaidWord): Taken {
  const [left, right] = [ours.form, theirs.form]
  if (left === right) return nothing
  const roles = [ours.role, theirs.role]
  if (roles.includes("negation")) {
    const plain = roles[0] === "negation" ? theirs : ours
    if (roles[0] === roles[1]) return other
    return smallWords.has(plain.form) || plain.form === "any" ? { ...nothing, tells: "negation" } : other
  }
  if (roles.includes("number") || roles.includes("date")) {
    const [one, two] = roles
    if (one === two) return { ...nothing, tells: one as "number" | "date" }
    return roles.every(role => role === "number" || role === "date") ? { ...nothing, tells: "date" } : other
  }
  if (/\d/.test(left + right) || /[?%$€£₽°№+]/.test(left + right)) return other
  if (isDenial(left, right)) return { ...nothing, tells: "negation" }
  const worn = left.length >= 6 && right.length >= 6 && scanned(left) === scanned(right)
  if (roles.includes("name")) {
    if (worn) return change
    return roles[0] === roles[1] ? { ...nothing, tells: "name" } : other
  }
  if (areExchangeable(left, right)) return change
  if (areSynonyms(left, right)) return { changes: 1, synonyms: 1 }
  if (worn || isTypo(left, right)) return change
  return other
}

/** Whether one word is the other with a prefix that denies it: "legal" and "illegal", "известный" and "неизвестный". */
function isDenial(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  if (short.length < 4 || long.length - short.length > 3 || !long.endsWith(short)) return false
  return /^(?:un|in|il|im|ir|dis|non|mis|не|без|бес|анти)$/.test(long.slice(0, long.length - short.length))
}
