import { classAt, isSpaceAt, LOWER } from "./characters.ts"
import { lengthAt } from "./pattern-at.ts"
import { lineEnd } from "./physical-line.ts"
import { skipSpace } from "./white-space.ts"

/** Wordings that only a page's links, counters and headings of panels have. */
const wording = new RegExp(
  "(?:Active Oldest Votes|Oldest Votes|Ask (?:a )?Question|Add a [Cc]omment|Post (?:Your|a) (?:Answer|Comment|Reply)|Post as a guest|Your (?:Answer|Reply)|" +
    "Sort(?:ed)? [Bb]y:?|Highest score(?: \\(default\\))?|Trending sort available|(?:Newest|Oldest|Best|Top) (?:first|comments)|" +
    "Date (?:modified|created) \\((?:newest|oldest) first\\)|Show \\d{1,3} more (?:comments?|replies)|View \\d{1,3} (?:upvotes|more comments|replies)|" +
    "Page information|Cite this page|Random article|Main page|What links here|Related changes|Special pages|Permanent link|Printable version|" +
    "Download as PDF|In other projects|Community portal|Recent changes|Current events|Upload file|Contact us|" +
    "Improve this (?:answer|question)|Hot Network Questions|[Mm]ore hot questions|Question feed|Continue [Rr]eading|Read [Mm]ore|" +
    "Jump to (?:content|navigation|search)|Skip to (?:main )?content|Main [Mm]enu|View (?:source|history)|Story continues below|" +
    "Article continues below|Most (?:Popular|Read|Viewed)|Load (?:[Mm]ore|Next Page|Next Article)|You [Mm]ay [Aa]lso [Ll]ike|Log [Ii]n|Sign (?:[Uu]p|[Ii]n)|" +
    "Join the (?:conversation|discussion)|Report this (?:post|comment)|Reply with quote|" +
    "(?:Asked|Modified|Active|Answered|Edited|Updated|Posted) (?:today|yesterday|\\d{1,3} (?:year|month|week|day|hour|minute)s?(?:, \\d{1,2} (?:month|week|day|hour)s?)? ago)|" +
    "Viewed \\d[\\d,.]{0,9}[km]? times?|\\d[\\d,.]{0,6}[kK]? (?:Answers?|Comments?|Replies|Upvotes|Votes|Views|Ответ(?:ов|а)?|Комментари(?:ев|й|я)|Просмотр(?:ов|а))|" +
    "Показать ещё|Читать (?:далее|дальше|также)|Сначала (?:новые|старые)|Сортировать по:?|Добавить комментарий|Ответить с цитированием)(?=\\s|$)",
  "uy",
)
/** Single words of buttons, which count beside such a wording. */
const button =
  /(?:Share|Cite|Follow|Following|Flag|Edit|Reply|Report|Save|Tweet|Print|Email|Upvote|Downvote|Award|Subscribe|Login|Quote|Permalink|Advertisement|Talk|Read|Tools|Next|Previous|Like|Linked|Related|Ответить|Цитировать|Пожаловаться|Поделиться|Нравится|Реклама)(?=\s|$)/uy
/** Headings of panels before a count. */
const counted = /(?:Related|Linked|Featured on Meta|Похожие|Ещё) \d{1,4}(?=\s|$)/uy
const number = /[−+-]?\d[\d.,]{0,8}[km]?(?=\s|$)/uy

/**
 * Where the run of links, counters and buttons ends that begins at `start`, such as "Add a comment | 12"; 0 if there is
 * none. What follows on the line is no part of it.
 */
export function chromeRunEnd(text: string, start: number): number {
  let end = 0
  let at = start
  let certain = false
  for (let pieces = 0; pieces < 40 && at < text.length; pieces++) {
    const words = lengthAt(wording, text, at) || lengthAt(counted, text, at)
    const length = words || buttonLength(text, at) || (end > 0 ? numberLength(text, at) : 0)
    if (words > 0) certain = true
    if (length > 0) end = at + length
    const next = at + (length || signLength(text, at))
    if (next === at || (end === 0 && length === 0)) break
    at = blankAfter(text, next)
  }
  return certain && end > 0 && !goesOn(text, end) ? end : 0
}

/** Whether a word in small letters follows, or the line ends soon and without a stop, so that all of it is one run. */
function goesOn(text: string, end: number): boolean {
  const next = blankAfter(text, end)
  if (classAt(text, next) & LOWER) return true
  const stop = lineEnd(text, next, 120)
  return stop > next && stop - next < 80 && !/[.!?…"”»):]/.test(text[stop - 1] as string)
}

/** The next piece's start in the same line. */
function blankAfter(text: string, at: number): number {
  let next = at
  while (next < text.length && (text.charCodeAt(next) === 0x20 || text.charCodeAt(next) === 0xa0)) next++
  return next
}

function buttonLength(text: string, at: number): number {
  const length = lengthAt(button, text, at)
  return length > 0 && classAt(text, skipSpace(text, at + length)) & LOWER ? 0 : length
}

/** A count between links; before a word in small letters it begins a sentence. */
function numberLength(text: string, at: number): number {
  const length = lengthAt(number, text, at)
  return length > 0 && classAt(text, skipSpace(text, at + length)) & LOWER ? 0 : length
}

function signLength(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return (code === 0x7c || code === 0xb7 || code === 0x2022) && isSpaceAt(text, at + 1) ? 1 : 0
}
