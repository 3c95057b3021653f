import type { UnitWords } from "./unit-words.ts"
import { ADJECTIVE, ADVERB, CYRILLIC, FINITE, PREPOSITION, SUBJECT, SUBORDINATOR } from "./word-class.ts"

/** Opens a clause about the noun before it: "the house where she was born". */
const relative = /^(?:who|whom|whose|which|that|where|when|котор(?:ый|ая|ое|ые|ого|ой|ых|ым|ую|ому|ыми|ом)|где|когда)$/

/**
 * Whether a unit has a predicate of its own as far as its words tell: a finite verb outside a relative clause on its
 * first noun, or a subject pronoun that more words follow, or in Russian a dash that stands for "is", or more than
 * thirty words. Doubtful words count as verbs, so that what may assert is not called a fragment.
 */
export function hasFiniteVerb(text: string, unit: UnitWords): boolean {
  const { words, classes, starts, ends } = unit
  if (words.length > 30) return true
  const first = unit.firstFinite
  if (first >= 0 && unit.lastFinite === first && isBracketed(text, unit, first)) return false
  if (first >= 0) return !isInsideRelative(unit, first) && !isRestOfSentence(text, unit, first)
  for (let at = 0; at < words.length - 1 && words.length > 2; at++) {
    const bits = classes[at] as number
    if (bits & SUBJECT && words[at] !== "there" && words[at] !== "who" && words[at] !== "кто" && words[at] !== "you") {
      if (at === 0 || !((classes[at - 1] as number) & PREPOSITION)) return true
    }
  }
  if (isRussianJudgement(text, unit)) return true
  if (words.length < 3 || !((classes[0] as number) & CYRILLIC || isCyrillic(words[0] as string))) return false
  return isDashPredicate(text, starts, ends, words)
}

/** "course ever since they rounded the cape": begun in small letters, with no verb but a side clause's. */
function isRestOfSentence(text: string, { words, classes, starts, lastFinite }: UnitWords, first: number): boolean {
  if (lastFinite > first || first < 3 || !/^\p{Ll}/u.test(text.slice(starts[0], (starts[0] as number) + 2)))
    return false
  return (
    ((classes[first - 1] as number) & SUBJECT) !== 0 &&
    /^(?:since|before|after|until|till|when|while|because|though|although|if|where|as)$/.test(
      words[first - 2] as string,
    )
  )
}

const nominative = /(?:[ыи]й|ой|ая|яя|ое|ее|ые|ие)$/
/** A remark between commas after the subject: "The plan, of course, is fine." */
const aside =
  /^(?:конечно|впрочем|кстати|однако|пожалуй|видимо|кажется|по-моему|правда|разумеется|действительно|честно|увы|безусловно)$/
const judging = /(?:^|\s)(?:[а-я]{2,12}(?:но|ко|хо|шо|до|го))$/

/** "Тетрадь бесценная.", "Обидно до слез.": an adjective after its noun, or a judging adverb at the beginning. */
function isRussianJudgement(text: string, { words, classes, starts, ends }: UnitWords): boolean {
  const last = words.length - 1
  if (last < 1) return false
  const named = words.indexOf("это")
  if (named >= 0 && named < 4 && named < last && !((classes[named - 1] ?? 0) & PREPOSITION)) {
    if (/[.!…)]/.test(text[ends[last] as number] ?? "")) return true
  }
  if (aside.test(words[1] as string) && last <= 4 && text.slice(ends[0], starts[1]).includes(",")) {
    return (last > 1 && nominative.test(words[last] as string)) || words[last] === "себе"
  }
  if (words.length <= 8 && judging.test(words[0] as string) && isCyrillic(words[0] as string)) {
    return (
      words.slice(1).some(word => /(?:ть|ти|ться|чь)$/.test(word)) ||
      (classes[1] as number) === (PREPOSITION | CYRILLIC)
    )
  }
  for (let at = 1; at <= Math.min(last, 3); at++) {
    const sign = text.slice(ends[at], starts[at + 1] ?? (ends[at] as number) + 1)
    if (!/^[.,!]/.test(sign)) continue
    if (!nominative.test(words[at] as string) || !isCyrillic(words[at] as string)) return false
    const noun = classes[at - 1] as number
    return (noun & (ADJECTIVE | PREPOSITION | ADVERB)) === 0 && !/^\d/.test(words[at - 1] as string)
  }
  return false
}

function isCyrillic(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 0x400 && code <= 0x4ff
}

/** "Орлов — секретарь": a dash between two runs of words stands for "is"; not between a name and a year. */
function isDashPredicate(text: string, starts: readonly number[], ends: readonly number[], words: readonly string[]) {
  for (let at = 1; at < Math.min(words.length, 30); at++) {
    if (!/ (?:[—–]|--?) /.test(text.slice(ends[at - 1], starts[at]))) continue
    return !/^\d/.test(words[at] as string) || at + 1 < words.length || !/^\d{4}$/.test(words[at] as string)
  }
  return false
}

/** Whether the word at `at` stands in brackets after other words. */
function isBracketed(text: string, unit: UnitWords, at: number): boolean {
  if (at === 0) return false
  const before = text.slice(Math.max(unit.starts[0] as number, (unit.starts[at] as number) - 120), unit.starts[at])
  return before.lastIndexOf("(") > Math.max(before.lastIndexOf(")"), 0)
}

/** Whether the only finite verb, at `first`, belongs to a relative clause on the noun that the unit begins with. */
function isInsideRelative({ words, classes, lastFinite }: UnitWords, first: number): boolean {
  if (lastFinite > first) return false
  for (let at = first - 1; at > 0 && at > first - 8; at--) {
    if (!relative.test(words[at] as string)) continue
    const start = classes[0] as number
    if (start & (SUBORDINATOR | SUBJECT | FINITE)) return false
    return words[at] !== "that" || at === first - 1
  }
  return false
}
