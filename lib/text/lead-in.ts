import { sentenceOpeners } from "./abbreviations.ts"
import { classAt, DIGIT, isSpaceAt, LOWER, UPPER } from "./characters.ts"
import { pageHeaderLength } from "./page-header.ts"
import { lineEnd } from "./physical-line.ts"
import type { RuleId } from "./rules.ts"
import { speakerLabelLength } from "./speaker-label.ts"
import { stampLength } from "./time-stamp.ts"
import { skipSpace } from "./white-space.ts"

/** A beginning that is a unit of its own although no stop need follow it. */
export interface LeadIn {
  /** Where it ends, exclusive. */
  readonly end: number
  /** The rule that found it. */
  readonly rule: RuleId
}

/** How much of the text a lead-in may take, in UTF-16 code units. */
const reach = 160

const name = "\\p{Lu}[\\p{L}'’-]{1,24}"
const initials = "(?:\\p{Lu}\\. ?){0,2}"

const afterByline = '(?=\\s*(?:$|[\\n\\r\\f\\u2028\\u2029])|\\s+["“«(]?\\p{Lu})'

const byline = new RegExp(
  `(?:Answer|Answered|Asked|Posted|Written|Edited|Reviewed|Submitted|Comment|Photo|Photograph|Story|Text|Translated) [Bb]y ` +
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
const caption = new RegExp(
  `${name}(?:,? (?:and |и |of |в |с )?${name}){0,4},(?: ca?\\.)? \\d{4}(?=\\s+\\p{Lu}\\p{Ll})`,
  "uy",
)
const commentMarker = /@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,38}(?=\s+["“«(]?\p{Lu})/uy
const place = "\\p{Lu}[\\p{L}.'’]{2,20}(?:[ -]\\p{Lu}[\\p{L}.'’]{1,16}){0,3}"
const capitalPlace = "\\p{Lu}{3,16}(?:[ -]\\p{Lu}{2,16}){0,3}"
const agency = "(?: [(/][\\p{L} .,-]{2,24}[)/])"
const dayWords =
  "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:Night|Evening|Morning))?|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z.]{0,7} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2} \\p{L}{3,9}"
const dash = '\\.?(?: ?(?:--|[—–])(?=\\s*["“«]?\\p{Lu})| -(?=\\s+["“«]?\\p{Lu}))'
const dateline = new RegExp(
  `(?:${capitalPlace}(?:, [\\p{L}\\d., ]{2,30})?${agency}?${dash}|` +
    `${place}, (?:${dayWords})(?:,? [\\p{L}\\d.: ]{2,20})?${agency}?${dash}|` +
    `${place}(?:, (?:${dayWords})(?:,? \\d{4})?)? [(/](?:AP|AFP|UPI|Reuters|TASS|ТАСС|РИА|Интерфакс|РИА Новости|Рейтер)[)/]\\.?(?: ?[—–-]{1,2})?(?=\\s+["“«]?\\p{Lu}))`,
  "uy",
)
/** A heading before the full stop and dash that older print sets after it: "THE BRIDGE.—The". */
const runIn = /\p{Lu}[\p{L}\d'’, -]{2,60}\. ?[—–]{1,2}(?=\s?["“«]?\p{Lu})/uy
const salutation = new RegExp(
  `(?:(?:Dear|Hi|Hello|Hey|Уважаем(?:ый|ая|ые)|Дорог(?:ой|ая|ие)|Здравствуйте|Привет)(?: [\\p{L}.]{1,20}){0,4}|` +
    `(?:[Kk]ind(?:est)?|[Bb]est|[Ww]arm(?:est)?) regards|Regards|Sincerely|Yours sincerely|Yours faithfully|Best wishes|Many thanks|Thanks|Thank you|Thx|Cheers|` +
    `Yours truly|С уважением|Спасибо|Заранее спасибо)(?:,| ?:| [-—–])(?=\\s+\\p{Lu})|(?:Dear )?(?:Sirs?|Madam|Gentlemen),? ?[—–](?=\\s?\\p{Lu})`,
  "uy",
)
const capitals = /\p{Lu}{2,20}(?:[ ,'’&-]{1,2}\p{Lu}{2,20}){1,9}(?=\s+["“«]?\p{Lu}(?:\p{Ll}|\s+\p{Ll}))/uy
/** A comment's author and time, as they follow it: "Ann Lee Jun 2, 2014 at 11:31". */
const author = /@?[\p{L}\d_.-]{2,24} (?=[\p{L}\d])/uy
/** The links, editors and authors under a posting of a question-and-answer site. */
const postingFoot =
  /Share (?:Cite )?(?:Edit )?(?:Improve this (?:answer|question) )?(?:Follow |Flag )?(?:(?:edited|asked|answered) )(?=[\p{L}\d])/uy
const postingTail = / (?:edited|asked|answered) (?=[\p{L}\d])/uy
const postingAuthor = /(?: @?[\p{L}\d_.-]{2,24}){1,2}?(?: \d[\d,.k]*){1,5}(?=\s+["“«(@]?\p{Lu})/uy
const votes = /(?: \d{1,4}){1,2}(?=\s+["“«(@]?\p{Lu})/uy
/** The links that a wiki sets beside a heading. */
const editLink = /\[(?:edit|edit source|show|hide|править|править код|править \| править код|ред\.)\]/y
const ruleLine = /[=_*~#-]{5,}/y
const address = /(?:https?:\/\/|www\.)[^\s<>"«»“”]{4,150}(?=\s+(?:https?:|["“«(]?\p{Lu}))/uy
const quoteNotice =
  /(?:Цитата|Quote|Originally posted by|Сообщение от)(?::|(?= [\p{L}\d_.-]{2,24}(?:\s|$)))(?: ?(?:Сообщение от |Originally [Pp]osted by )?[\p{L}\d.-]*[_\d][\p{L}\d_.-]*| Сообщение от [\p{L}\d_.-]{2,24})?|[\p{L}\d_.-]{2,24} (?:писал\(а\)|писала?|wrote):(?=\s)/uy

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
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

/** The words that bylines, salutations and notices of a quotation begin with. */
const openingWords = new Set(
  `Answer Answered Asked Posted Written Edited Reviewed Submitted Comment Photo Photograph Story Text Translated By Автор
   Авторы Текст Фото Ответ Перевод Подготовил Подготовила Подготовили Написал Написала Опубликовал Опубликовала Беседовал
   Беседовала Записал Записала Dear Hi Hello Hey Уважаемый Уважаемая Уважаемые Дорогой Дорогая Дорогие Здравствуйте Привет
   Kind Kindest Best Warm Warmest kind kindest best warm Regards Sincerely Yours Many Thanks Thank Thx Cheers С Спасибо Заранее Sir Sirs
   Madam Gentlemen Share Цитата Quote Originally Сообщение`.split(/\s+/),
)

/**
 * Finds what stands alone at the start of a unit: a timestamp, byline, caption, comment marker, dateline, salutation,
 * speaker label, all-capitals heading, page header, notice of a quotation, line of dashes or web address, with more text
 * after it. Looks at most 160 code units ahead.
 */
export function leadInAt(text: string, start: number): LeadIn | null {
  const bits = classAt(text, start)
  // Most units begin with a word of small letters or with a capital before such a word and are done here.
  const first = text.charCodeAt(start)
  const header = isSpaceAt(text, start - 1) && text.charCodeAt(start - 1) !== 0x20 ? pageHeaderLength(text, start) : 0
  if (header > 0) return { end: start + header, rule: "page-header" }
  if (bits & LOWER) {
    if (first === 0x68 || first === 0x77) {
      const link = taken(match(address, text, start), start, "web-address")
      if (link) return link
    }
    const end = beginsHandle(text, start) ? signatureEnd(text, start) : 0
    return end > 0 ? { end, rule: "byline" } : null
  }
  if (!(bits & UPPER)) return markedAt(text, start, first)
  return capitalAt(text, start)
}

function taken(hit: RegExpExecArray | null, start: number, rule: RuleId): LeadIn | null {
  return hit && hit[0].length <= reach ? { end: start + hit[0].length, rule } : null
}

/** A lead-in that begins with a digit, bracket or other sign. */
function markedAt(text: string, start: number, first: number): LeadIn | null {
  if ((first >= 0x30 && first <= 0x39) || first === 0x5b || first === 0x28 || first === 0x3c || first === 0x7b) {
    const stamp = stampLength(text, start)
    if (
      stamp > 0 &&
      !(classAt(text, skipSpace(text, start + stamp)) & LOWER && !/[\])}>]/.test(text[start + stamp - 1] as string))
    ) {
      return { end: start + stamp, rule: "timestamp" }
    }
    if (first <= 0x39 && first >= 0x30) {
      const header = pageHeaderLength(text, start)
      return header > 0 ? { end: start + header, rule: "page-header" } : null
    }
  }
  if (first === 0x40) return taken(match(commentMarker, text, start), start, "comment-marker")
  if (first === 0x5b || first === 0x3c || first === 0x2a) {
    const link = editLinkLength(text, start)
    if (link > 0) return { end: start + link, rule: "page-header" }
    const label = speakerLabelLength(text, start)
    if (label > 0) return { end: start + label, rule: "speaker-label" }
  }
  return /[=_*~#-]/.test(text[start] as string) ? ruleLineAt(text, start) : null
}

/** The length of the link at `at` that a wiki sets beside a heading, "[edit]"; 0 if there is none. */
export function editLinkLength(text: string, at: number): number {
  return match(editLink, text, at)?.[0].length ?? 0
}

/** Where a comment's author and time, or the foot of a posting, ends that begins at `start`; 0 if there is none. */
function signatureEnd(text: string, start: number): number {
  const foot = match(postingFoot, text, start)
  let at = start + (foot ?? match(author, text, start) ?? [""])[0].length
  if (at === start) return 0
  let stamp = stampLength(text, at)
  if (stamp === 0 && !foot) {
    at += match(author, text, at)?.[0].length ?? 0
    stamp = stampLength(text, at)
  }
  if (stamp === 0) return 0
  at += stamp
  if (foot) {
    const again = match(postingTail, text, at)
    stamp = again ? stampLength(text, at + again[0].length) : 0
    if (again && stamp > 0) at += again[0].length + stamp
    return at + (match(postingAuthor, text, at)?.[0].length ?? 0)
  }
  at += match(votes, text, at)?.[0].length ?? 0
  return classAt(text, skipSpace(text, at)) & LOWER ? 0 : at
}

/** Whether a number or capital follows the first word, so that it may be the name of who wrote a comment. */
function beginsHandle(text: string, start: number): boolean {
  let at = start
  while (at < start + 24 && !isSpaceAt(text, at)) at++
  return at > start + 1 && (classAt(text, at + 1) & (UPPER | DIGIT)) !== 0
}

/** A lead-in that begins with a capital letter. */
function capitalAt(text: string, start: number): LeadIn | null {
  const head = capitalHead(text, start)
  if (head.opening) {
    const by = match(byline, text, start) ?? match(russianByline, text, start)
    if (by) return runsOn(text, start, by) ? null : { end: bylineEnd(by, start), rule: "byline" }
    const other =
      taken(match(press, text, start), start, "byline") ??
      taken(match(salutation, text, start), start, "salutation") ??
      taken(match(quoteNotice, text, start), start, "byline")
    if (other) return other
  }
  if (head.sign === 0 && !head.numbered && !head.capitals) return null
  if (head.colon) {
    const label = speakerLabelLength(text, start)
    if (label > 0 && !isRecordLine(text, start, start + label)) return { end: start + label, rule: "speaker-label" }
  }
  if (head.sign === 0x2e && (text.charCodeAt(start) === 0x51 || text.charCodeAt(start) === 0x412)) {
    const label = speakerLabelLength(text, start)
    if (label > 0) return { end: start + label, rule: "speaker-label" }
  }
  if (head.colon || head.opening) {
    const end = signatureEnd(text, start)
    if (end > 0) return { end, rule: "byline" }
  }
  if (head.dashed) {
    const found =
      taken(match(dateline, text, start), start, "dateline") ?? taken(match(runIn, text, start), start, "heading")
    if (found) return found
  }
  if (head.capitals) {
    const header = pageHeaderLength(text, start)
    if (header > 0) return { end: start + header, rule: "page-header" }
    const heading = headingAt(text, start)
    if (heading) return heading
  }
  return head.numbered ? taken(match(caption, text, start), start, "caption") : null
}

interface Head {
  /** Whether the first word is one that bylines, salutations and notices begin with. */
  readonly opening: boolean
  readonly colon: boolean
  /** The first sign after the words in capitals or with a capital; 0 when a small word comes first. */
  readonly sign: number
  readonly capitals: boolean
  readonly dashed: boolean
  readonly numbered: boolean
}

/** Looks over the capitalised words at `start`, so that patterns are tried only where they can hold. */
function capitalHead(text: string, start: number): Head {
  let at = start + 1
  while (classAt(text, at) & (UPPER | LOWER)) at++
  const opening = at - start < 14 && openingWords.has(text.slice(start, at))
  const capitals = (classAt(text, start + 1) & UPPER) !== 0
  let sign = 0
  let colon = false
  let dashed = false
  let numbered = false
  const limit = Math.min(text.length, start + 80)
  for (; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x3a) {
      sign ||= code
      colon = true
      break
    }
    const bits = classAt(text, at)
    if (bits & LOWER) {
      // A small word: only the dash after a heading's stop may still come.
      if (isSpaceAt(text, at - 1) && sign === 0 && !/[аовис]/.test(text[at] as string)) break
      continue
    }
    if (bits & UPPER || isSpaceAt(text, at)) continue
    if (code >= 0x30 && code <= 0x39) numbered = true
    if (code === 0x2014 || code === 0x2013 || code === 0x2d || code === 0x2f || code === 0x28) dashed = true
    sign ||= code
  }
  return { opening, colon, sign, capitals, dashed, numbered }
}

/** Whether the label is a field of a record's head and no turn to speak: "Interviewee: Isaac Thewlis, retired plater". */
function isRecordLine(text: string, start: number, labelEnd: number): boolean {
  const end = lineEnd(text, labelEnd)
  if (end - labelEnd > 80 || end - labelEnd < 4 || (classAt(text, start + 1) & UPPER) !== 0) return false
  const rest = text.slice(labelEnd, end).trim()
  return !/[.!?…]["»”)]?$/.test(rest) && /^\p{Lu}[\p{L}.'’-]+ (?:\(|\p{Lu})/u.test(rest)
}

/**
 * The rule by which a whole unit that nothing follows on its line would stand alone, or null: the unit is judged as
 * though a sentence followed it.
 */
export function loneRule(quote: string): RuleId | null {
  if (quote.length > reach || /[.!?…]$/.test(quote)) return null
  const found = leadInAt(`${quote} The end.`, 0)
  return found?.end === quote.length ? found.rule : null
}

function ruleLineAt(text: string, start: number): LeadIn | null {
  const hit = match(ruleLine, text, start)
  if (!hit) return null
  const end = start + hit[0].length
  return isSpaceAt(text, end) ? { end, rule: "rule-line" } : null
}

function headingAt(text: string, start: number): LeadIn | null {
  const hit = match(capitals, text, start)
  if (!hit || hit[0].length < 10 || hit[0].length > reach) return null
  return { end: start + hit[0].length, rule: "heading" }
}
