import { sentenceOpeners } from "./abbreviations.ts"
import { isUpperAt } from "./characters.ts"
import { reportingVerbs } from "./reporting-verbs.ts"
import type { UnitWords } from "./unit-words.ts"

/** What may stand between a source and its verb. */
const between = new Set(
  `later also once then had has have even often always still now himself herself himself first soon again never
   позже потом впоследствии также сам сама затем позднее тогда однажды еще уже не так`.split(/\s+/),
)

const pronouns = new Set(`he she they он она они`.split(" "))
const notSources = new Set(
  `i we you it that this these those there who which what one nobody я мы ты вы это кто что никто который`.split(" "),
)
const roles = new Set(
  `author historian widow wife son daughter witness biographer secretary general memoirist writer reporter newspaper report
   commission prosecutor investigator officer minister ambassador poster answer book letter автор историк вдова жена сын дочь
   свидетель биограф секретарь генерал мемуарист газета комиссия прокурор следователь`.split(/\s+/),
)

/** Where the source that starts at word `index` ends, as a word index, exclusive; `index` when there is none. */
export function sourceEnd(text: string, unit: UnitWords, index: number): number {
  let at = index
  const limit = Math.min(unit.words.length, index + 7)
  if (pronouns.has(unit.words[at] ?? "")) return at + 1
  let named = false
  while (at < limit) {
    const word = unit.words[at] as string
    if (
      at > index &&
      /[,;:()"«»“”.!?]/.test(text.slice(unit.ends[at - 1] as number, unit.starts[at] as number).trim())
    ) {
      if (!/^\.$/.test(text.slice(unit.ends[at - 1] as number, unit.starts[at] as number).trim()) || word.length > 1)
        break
    }
    const capital = isUpperAt(text, unit.starts[at] as number)
    if (capital) named = true
    else if (roles.has(word)) named = true
    else if (named ? !/^(?:of|de|von|van|the)$/.test(word) : at > index + 3 || reportingVerbs.has(word)) break
    at++
  }
  while (at > index && /^(?:of|de|von|van|the|a|an)$/.test(unit.words[at - 1] as string)) at--
  return named ? at : index
}

/** Source words right before word `verb`, past adverbs and an apposition: [from, to), or null. */
export function subjectBefore(text: string, unit: UnitWords, verb: number): readonly [number, number] | null {
  let end = verb
  while (end > 0 && (between.has(unit.words[end - 1] as string) || /[a-z]{3}ly$/.test(unit.words[end - 1] as string)))
    end--
  if (end === 0) return null
  const gap = text.slice(unit.ends[end - 1] as number, unit.starts[end] as number)
  if (gap.includes(",")) return subjectAtHead(text, unit, end)
  if (/[;:.!?()"«»“”—–]/.test(gap)) return null
  const last = unit.words[end - 1] as string
  if (/^(?:and|but|и|но)$/.test(last) && end > 1) return headName(text, unit, end - 1)
  if (notSources.has(last)) return null
  if (pronouns.has(last)) return [end - 1, end]
  let from = end
  while (from > 0 && end - from < 6) {
    const word = unit.words[from - 1] as string
    const capital = isUpperAt(text, unit.starts[from - 1] as number) && !(from - 1 === 0 && sentenceOpeners.has(word))
    const joined =
      from < end &&
      /^(?:of|de|von|van|and|и)$/.test(word) &&
      from >= 2 &&
      isUpperAt(text, unit.starts[from - 2] as number)
    if (!capital && !roles.has(word) && !joined) break
    if (from < end && /[,;:()"]/.test(text.slice(unit.ends[from - 1] as number, unit.starts[from] as number))) break
    from--
  }
  if (from === end) return null
  if (from > 0 && /^(?:the|his|her|their|a|an)$/.test(unit.words[from - 1] as string)) from--
  return [from, end]
}

/** The name at the head of the sentence, before a comma: "Sudoplatov, the organiser of it, later recalled". */
function subjectAtHead(text: string, unit: UnitWords, before: number): readonly [number, number] | null {
  let to = 0
  while (to < Math.min(before, 5)) {
    const capital = isUpperAt(text, unit.starts[to] as number)
    const word = unit.words[to] as string
    if (!capital || (to === 0 && sentenceOpeners.has(word) && !pronouns.has(word))) break
    to++
    const gap = text.slice(unit.ends[to - 1] as number, unit.starts[to] ?? unit.ends[to - 1])
    if (gap.includes(",")) return [0, to]
  }
  return null
}

/** The name or pronoun that a unit begins with and that goes on without a comma: "Stalin disagreed and said". */
export function headName(text: string, unit: UnitWords, before: number): readonly [number, number] | null {
  if (pronouns.has(unit.words[0] as string)) return [0, 1]
  let to = 0
  while (to < Math.min(before, 4) && isUpperAt(text, unit.starts[to] as number)) to++
  if (
    to === 0 ||
    (to === 1 && (sentenceOpeners.has(unit.words[0] as string) || notSources.has(unit.words[0] as string)))
  )
    return null
  return [0, to]
}
