import { sentenceOpeners } from "./abbreviations.ts"
import { bylineEndAt } from "./byline.ts"
import { classAt, isDigitAt, isSpaceAt, LOWER, UPPER } from "./characters.ts"
import { chromeRunEnd } from "./chrome-run.ts"
import { beginsFurniture, furnitureAt } from "./furniture-lead.ts"
import { pageHeaderLength } from "./page-header.ts"
import { lengthAt, matchAt } from "./pattern-at.ts"
import { beginsFoot, beginsHandle, dashedSignatureEnd, signatureEnd } from "./posting-signature.ts"
import { referenceLineEnd } from "./reference-line.ts"
import type { RuleId } from "./rules.ts"
import { isRecordLine, speakerLabelLength } from "./speaker-label.ts"
import { stampLength } from "./time-stamp.ts"
import { skipSpace } from "./white-space.ts"
import { WordSet } from "./word-set.ts"

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
const caption = new RegExp(
  `${name}(?:,? (?:and |и |of |в |с )?${name}){0,4},(?: ca?\\.)? \\d{4}(?=\\s*\\p{Lu}\\p{Ll})`,
  "uy",
)
const commentMarker = /@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,38}(?=\s+["“«(]?\p{Lu})/uy
const place = "(?:St\\. )?\\p{Lu}[\\p{L}'’]{2,20}(?:[ -]\\p{Lu}[\\p{L}'’]{1,16}){0,3}"
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
    `Yours (?:truly|respectfully|obediently|ever|very truly)|Yours,? (?:&c|etc)\\.|С (?:глубоким )?(?:уважением|почтением)|Искренне Ваш[а]?|Спасибо|Заранее спасибо)(?:,| ?:| [-—–])(?=\\s+\\p{Lu})|(?:(?:My )?Dear |(?:MY )?DEAR )?(?:Sirs?|SIRS?|Madam|MADAM|Gentlemen|GENTLEMEN|(?:Mr|MR)\\.? (?:Editor|EDITOR)),? ?[—–](?=\\s?\\p{Lu})`,
  "uy",
)
const capitals = /\p{Lu}{2,20}(?:[ ,'’&-]{1,2}\p{Lu}{2,20}){1,9}(?=\s+["“«]?\p{Lu}(?:\p{Ll}|\s+\p{Ll}))/uy
/** The links that a wiki sets beside a heading, and a forum's marks around what it quotes. */
const editLink =
  /\[(?:edit|edit source|show|hide|править|править код|править \| править код|ред\.|\/?(?:quote|spoiler|code|off|hide|offtop)(?:=[^\]\n]{1,60})?)\]/iy
const ruleLine = /[=_*~#-]{5,}/y
const address = /(?:https?:\/\/|www\.)[^\s<>"«»“”]{4,150}(?=\s+(?:https?:|["“«(]?\p{Lu}))/uy
const quoteNotice =
  /(?:Цитата|Quote|Quoting) ?\([^()\n]{2,40}@[^()\n]{4,40}\)|(?:Цитата|Quote|Originally posted by|Сообщение от)(?::|(?= [\p{L}\d_.-]{2,24}(?:\s|$)))(?: ?(?:Сообщение от |Originally [Pp]osted by )?[\p{L}\d.-]*[_\d][\p{L}\d_.-]*| Сообщение от [\p{L}\d_.-]{2,24})?|[\p{L}\d_.-]{2,24} (?:писал\(а\)|писала?|wrote):(?=\s)/uy

/** The words that bylines, salutations and notices of a quotation begin with. */
const openingWords = new WordSet(
  `Image Picture Illustration Words Author Credit Answer Answered Asked Posted Written Edited Reviewed Submitted Comment Photo Photograph Story Text Translated By Автор
   Авторы Текст Фото Ответ Перевод Подготовил Подготовила Подготовили Написал Написала Опубликовал Опубликовала Беседовал
   Беседовала Записал Записала Dear Hi Hello Hey Уважаемый Уважаемая Уважаемые Дорогой Дорогая Дорогие Здравствуйте Привет
   Kind Kindest Best Warm Warmest kind kindest best warm Regards Sincerely Yours Many Thanks Thank Thx Cheers С Спасибо Заранее Sir Sirs
   Madam Gentlemen SIR SIRS MADAM GENTLEMEN DEAR MY MR Искренне Share Цитата Quote Originally Сообщение`.split(/\s+/),
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
  const atLineStart = start === 0 || (text.charCodeAt(start - 1) !== 0x20 && isSpaceAt(text, start - 1))
  const header = atLineStart ? pageHeaderLength(text, start) : 0
  if (header > 0) return { end: start + header, rule: "page-header" }
  if (bits & LOWER) {
    if (first === 0x68 || first === 0x77) {
      const link = taken(matchAt(address, text, start), start, "web-address")
      if (link) return link
    }
    const end = beginsHandle(text, start) || beginsFoot(text, start) ? signatureEnd(text, start) : 0
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
      const run = /^[\d,.]{1,7}[kK]? [ACRUVОКП]/.test(text.slice(start, start + 10)) ? chromeRunEnd(text, start) : 0
      if (run > 0) return { end: run, rule: "page-header" }
      const number = straySentenceNumber(text, start)
      if (number > 0) return { end: start + number, rule: "list-number" }
      const header = pageHeaderLength(text, start)
      return header > 0 ? { end: start + header, rule: "page-header" } : null
    }
  }
  if (first === 0x2013 || first === 0x2014 || first === 0x2d) {
    const end = dashedSignatureEnd(text, start)
    if (end > 0) return { end, rule: "byline" }
  }
  if (first === 0x5e || first === 0x2191) {
    const end = referenceLineEnd(text, start)
    if (end > 0) return { end, rule: "reference-line" }
  }
  if (first === 0x40) return taken(matchAt(commentMarker, text, start), start, "comment-marker")
  if (first === 0x5b || first === 0x3c || first === 0x2a) {
    const link = editLinkLength(text, start)
    if (link > 0) return { end: start + link, rule: "page-header" }
    const label = speakerLabelLength(text, start)
    if (label > 0) return { end: start + label, rule: "speaker-label" }
  }
  return /[=_*~#-]/.test(text[start] as string) ? ruleLineAt(text, start) : null
}

/** The length of a note's or page's number that strayed before a sentence: "45 Some of them"; 0 if there is none. */
function straySentenceNumber(text: string, at: number): number {
  let end = at
  while (end < at + 4 && isDigitAt(text, end)) end++
  if (end - at > 3 || text.charCodeAt(end) !== 0x20 || !(classAt(text, end + 1) & UPPER)) return 0
  let after = end + 2
  while (classAt(text, after) & LOWER) after++
  const opens = text.charCodeAt(after) === 0x20 && sentenceOpeners.has(text.slice(end + 1, after).toLowerCase())
  return opens ? end - at : 0
}

/** The length of the link at `at` that a wiki sets beside a heading, "[edit]"; 0 if there is none. */
export function editLinkLength(text: string, at: number): number {
  return lengthAt(editLink, text, at)
}

/** A lead-in that begins with a capital letter. */
function capitalAt(text: string, start: number): LeadIn | null {
  const head = capitalHead(text, start)
  if (head === plainHead) return null
  if (head === furnitureHead) return furnitureAt(text, start)
  if (head.opening) {
    const by = bylineEndAt(text, start)
    if (by > 0) return { end: by, rule: "byline" }
    const other =
      taken(matchAt(salutation, text, start), start, "salutation") ??
      taken(matchAt(quoteNotice, text, start), start, "byline")
    if (other) return other
  }
  if (head.colon || head.opening) {
    const end = signatureEnd(text, start)
    if (end > 0) return { end, rule: "byline" }
  }
  const furniture = head.furniture ? furnitureAt(text, start) : null
  if (furniture) return furniture
  if (head.sign === 0 && !head.numbered && !head.capitals) return null
  if (head.colon) {
    const label = speakerLabelLength(text, start)
    if (label > 0 && !isRecordLine(text, start, start + label)) return { end: start + label, rule: "speaker-label" }
  }
  if (head.sign === 0x2e && (text.charCodeAt(start) === 0x51 || text.charCodeAt(start) === 0x412)) {
    const label = speakerLabelLength(text, start)
    if (label > 0) return { end: start + label, rule: "speaker-label" }
  }
  if (head.dashed) {
    const found =
      taken(matchAt(dateline, text, start), start, "dateline") ?? taken(matchAt(runIn, text, start), start, "heading")
    if (found) return found
  }
  if (head.capitals) {
    const header = pageHeaderLength(text, start)
    if (header > 0) return { end: start + header, rule: "page-header" }
    const heading = headingAt(text, start)
    if (heading) return heading
  }
  return head.numbered ? taken(matchAt(caption, text, start), start, "caption") : null
}

interface Head {
  /** Whether the first word is one that bylines, salutations and notices begin with. */
  readonly opening: boolean
  /** Whether it is one that captions, labels and runs of links begin with. */
  readonly furniture: boolean
  readonly colon: boolean
  /** The first sign after the words in capitals or with a capital; 0 when a small word comes first. */
  readonly sign: number
  readonly capitals: boolean
  readonly dashed: boolean
  readonly numbered: boolean
}

const plainHead: Head = {
  opening: false,
  furniture: false,
  colon: false,
  sign: 0,
  capitals: false,
  dashed: false,
  numbered: false,
}
const furnitureHead: Head = { ...plainHead, furniture: true }

/** Looks over the capitalised words at `start`, so that patterns are tried only where they can hold. */
function capitalHead(text: string, start: number): Head {
  let at = start + 1
  while (classAt(text, at) & (UPPER | LOWER)) at++
  const opening = openingWords.holds(text, start, at)
  const furniture = beginsFurniture(text, start, at)
  // Before a word in small letters that joins no names nothing else can hold.
  if (!opening && text.charCodeAt(at) === 0x20 && classAt(text, at + 1) & LOWER && !joinsNames(text, at + 1))
    return furniture ? furnitureHead : plainHead
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
      // Of small words only those that join names, stand before a time or in brackets may come.
      if (isSpaceAt(text, at - 1) && !joinsNames(text, at)) break
      continue
    }
    if (bits & UPPER || isSpaceAt(text, at)) continue
    if (code === 0x28) {
      // Brackets are stepped over.
      const close = text.slice(at, at + 34).indexOf(")")
      if (close > 0) at += close
      dashed = true
      sign ||= code
      continue
    }
    if (code >= 0x30 && code <= 0x39) numbered = true
    if (code === 0x2014 || code === 0x2013 || code === 0x2d || code === 0x2f || code === 0x28) dashed = true
    sign ||= code
  }
  return { opening, furniture, colon, sign, capitals, dashed, numbered }
}

/** Whether a word stands at `at` that joins names or leads to a time: "of", "and", "at", "и", "в". */
function joinsNames(text: string, at: number): boolean {
  let end = at + 1
  while (end < at + 4 && classAt(text, end) & LOWER) end++
  // An abbreviation such as "p.m." goes on.
  if (end - at < 3 && text.charCodeAt(end) === 0x2e) return true
  if (end - at > 3 || !isSpaceAt(text, end)) return false
  return joiners.holds(text, at, end)
}

const joiners = new WordSet("of and at и в с de von van ca".split(" "))

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
  const hit = matchAt(ruleLine, text, start)
  if (!hit) return null
  const end = start + hit[0].length
  return isSpaceAt(text, end) ? { end, rule: "rule-line" } : null
}

function headingAt(text: string, start: number): LeadIn | null {
  const hit = matchAt(capitals, text, start)
  if (!hit || hit[0].length < 10 || hit[0].length > reach) return null
  return { end: start + hit[0].length, rule: "heading" }
}
