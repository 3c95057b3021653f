import { sentenceOpeners } from "./abbreviations.ts"
import { matchAt } from "./pattern-at.ts"

const name = "\\p{Lu}[\\p{L}'’-]{1,24}"
const initials = "(?:\\p{Lu}\\. ?){0,2}"

const afterByline = '(?=\\s*(?:$|[\\n\\r\\f\\u2028\\u2029])|\\s+["“«(]?\\p{Lu}(?!\\p{L}*\\.))'

const byline = new RegExp(
  `(?:(?:Answer|Answered|Asked|Posted|Written|Edited|Reviewed|Submitted|Comment|Photo|Photograph|Story|Text|Translated) [Bb]y|` +
    `(?:Photo|Photograph|Image|Picture|Illustration|Words|Author|Text|Credit):) ` +
    `(${initials}${name})((?: ${initials}${name}){0,2})${afterByline}`,
  "uy",
)
const russianByline = new RegExp(
  `(?:Автор|Авторы|Текст|Фото|Ответ|Перевод|Подготовил[аи]?|Написал[аи]?|Опубликовал[аи]?|Беседовал[аи]?|Записал[аи]?)(?::| от|:? [—–]) ` +
    `(${initials}${name})((?: ${initials}${name}){0,2})${afterByline}`,
  "uy",
)
const press = new RegExp(
  `By (?:${initials}\\p{Lu}{2,20}(?: ${initials}\\p{Lu}{2,20}){1,2}|${initials}${name} ${initials}${name})` +
    `(?:,? (?:[Ss]taff|[Ss]pecial|[Ss]enior|[Cc]hief|[Oo]ur|[Pp]olitical|[Ff]oreign|[Ss]cience|[Ss]ports) (?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|Special Correspondent)|` +
    `,? (?:Correspondent|Reporter|Special to the [\\p{Lu}][\\p{L} ]{2,24}))?${afterByline}`,
  "uy",
)
/**
 * Where the line ends that names an author at `start`, in any of its forms; 0 if there is none. A third capitalised word,
 * or one that opens sentences, belongs to what follows.
 */
export function bylineEndAt(text: string, start: number): number {
  const by = matchAt(byline, text, start) ?? matchAt(russianByline, text, start)
  if (by) return runsOn(text, start, by) ? 0 : bylineEnd(by, start)
  const found = matchAt(press, text, start)
  return found ? start + found[0].length : 0
}

/** Whether the name goes on into a phrase: "Posted by Ann Lee to the list". */
function runsOn(text: string, start: number, by: RegExpExecArray): boolean {
  const after = start + by[0].length
  return (
    by[2] === "" && /^\s+\p{Lu}[\p{L}'’-]{0,24} (?:to|on|at|in|for|and|from|of)\b/u.test(text.slice(after, after + 40))
  )
}

/** Ends a byline after the name: a third capitalised word, or one that opens sentences, belongs to what follows. */
function bylineEnd(found: RegExpExecArray, start: number): number {
  const tail = found[2] as string
  let end = start + found[0].length - tail.length
  let taken = 0
  for (const part of tail.split(/(?= )/)) {
    const word = part.trim()
    if (word === "" || taken === 1 || sentenceOpeners.has(word.toLowerCase())) break
    end += part.length
    if (!word.endsWith(".")) taken++
  }
  return end
}
